namespace Xueheng.Engines.Text;

/// <summary>Everything the reader knows of the language of bureaus. It is data, read from <c>packs/text</c>.</summary>
public sealed record ReadingRules(CharacterTable Characters, FurnitureWords Furniture, FigureWords Figures, PromiseWords Promises, TimeWords Times, PlaceWords Places, ContextWords Context);

/// <summary>Words about numbers.</summary>
/// <param name="Units">After digits.</param>
/// <param name="Multipliers">Between number and unit; they stay in the unit: 17.56 亿元.</param>
/// <param name="CountedUnits">After a numeral in characters, which is a figure when a word of <paramref name="Counted"/> stands by.</param>
/// <param name="SureUnits">After a numeral in characters it is a figure without such a word.</param>
/// <param name="Counted">Things that are counted: 学校, 教室.</param>
/// <param name="NotUnits">Begin like a unit and make no figure: 个月, 个方面.</param>
/// <param name="UnitNames">Digits and unit that are a name: 24小时.</param>
/// <param name="AtLeast">Before the number; <paramref name="AtLeastAfter"/> behind the unit.</param>
/// <param name="AtLeastEarly">Bound the number from farther ahead in the clause: 至少新建3所.</param>
/// <param name="IncreaseOfShares">Those of <paramref name="IncreaseBy"/> that mean an increase of a share only: 提高.</param>
/// <param name="ShareUnits">Units of shares.</param>
/// <param name="Approximate">May stand between a word of comparison and the number.</param>
/// <param name="Ordinal">Directly before a number: a place, not a count.</param>
/// <param name="Frequency">How often; with one of <paramref name="FrequencyUnits"/> it is no figure.</param>
/// <param name="Elsewhere">Begin a clause that speaks of another place.</param>
/// <param name="Here">Say that a clause speaks of this place after all.</param>
/// <param name="Definitions">What a figure with 以上 defines rather than promises: 56人以上大班额.</param>
/// <param name="Unclaimed">What no bureau promises: 总人口.</param>
/// <param name="Build">Verbs after which even 一所 is a figure.</param>
public sealed record FigureWords(
    WordList Units, WordList Multipliers, IReadOnlySet<string> CountedUnits, IReadOnlySet<string> SureUnits, WordList Counted, WordList NotUnits, WordList UnitNames,
    WordList AtLeast, WordList AtLeastEarly, WordList AtLeastAfter, WordList AtMost, WordList AtMostEarly, WordList AtMostAfter,
    WordList IncreaseBy, IReadOnlySet<string> IncreaseOfShares, IReadOnlySet<string> ShareUnits, WordList Approximate, WordList Ordinal,
    WordList Frequency, IReadOnlySet<string> FrequencyUnits, WordList Elsewhere, WordList Here, WordList Definitions, WordList Unclaimed, WordList Build);

/// <summary>Words of promising and of reporting.</summary>
/// <param name="Modals">Say that something will be done: 将, 力争.</param>
/// <param name="BaComplements">Behind 将 in its clause: there it stands for 把.</param>
/// <param name="FalseModals">Hold a modal and are none: 主要.</param>
/// <param name="Verbs">Begin a sentence of a plan, which has the verb first and no subject.</param>
/// <param name="Adverbs">May stand before such a verb.</param>
/// <param name="Prepositions">Open a phrase that may stand before it.</param>
/// <param name="Manner">Say how: a clause that begins so is left out of a subject when others stand beside it.</param>
/// <param name="Narrative">Tell who met or spoke.</param>
/// <param name="Speech">After one of these the words of somebody are reported.</param>
/// <param name="Guiding">Headings of sections that state principles.</param>
/// <param name="Continues">Begin a paragraph that goes on in the mood of the one before.</param>
/// <param name="Principles">Begin a clause that explains.</param>
/// <param name="Achieved">Mark what was done; they hold on to the end of the paragraph.</param>
/// <param name="Promised">Mark what will be done.</param>
/// <param name="Accounts">Words of the title of an account of the past.</param>
/// <param name="Plans">Words of the title of a plan.</param>
/// <param name="SubjectStarts">Cut from the beginning of a subject.</param>
/// <param name="SubjectEnds">Cut from its end.</param>
/// <param name="HeadingStarts">Open headings: 聚焦.</param>
public sealed record PromiseWords(
    WordList Modals, WordList BaComplements, WordList FalseModals, WordList Verbs, WordList Adverbs, WordList Prepositions, WordList Manner, WordList Narrative, WordList Speech, WordList Guiding, WordList Continues, WordList Principles,
    WordList Achieved, WordList Promised, WordList Accounts, WordList Plans, WordList SubjectStarts, WordList SubjectEnds, WordList HeadingStarts)
{
    /// <summary>Begin like a verb and are none: 使命.</summary>
    public WordList FalseVerbs { get; init; } = new([]);
}

/// <summary>Words of time.</summary>
/// <param name="Years">Years counted from the document's: 明年 is 1, 去年 is −1.</param>
/// <param name="Periods">Last years of the five-year plans.</param>
public sealed record TimeWords(WordList Words, IReadOnlyDictionary<string, int> Years, IReadOnlyDictionary<string, int> Periods);

/// <summary>Words of stages and towns.</summary>
/// <param name="Several">Name several stages at once, so none: 中小学.</param>
/// <param name="Towns">Ends of names of towns.</param>
/// <param name="NotTowns">End like one and are none: 城镇.</param>
/// <param name="TownStarts">Stand before the name of a town and are no part of it: 在.</param>
public sealed record PlaceWords(WordList Words, IReadOnlyDictionary<string, SpokenStage> Stages, WordList Several, WordList Towns, WordList NotTowns, WordList TownStarts);

/// <summary>A stage as documents speak of it; compulsory is primary and junior together.</summary>
public enum SpokenStage
{
    Preschool,
    Primary,
    Junior,
    Senior,
    Vocational,
    Compulsory,
}
