namespace Xueheng.Engines.Text;

/// <summary>Words by which what stands around a sentence decides what it is: a table's row, the scene of a meeting, a plan, a part about problems.</summary>
/// <param name="Tables">Rows and the brackets that stand for their columns.</param>
/// <param name="Scenes">Reports of meetings and visits.</param>
/// <param name="Lacking">In the clause before a figure: a lack is told.</param>
/// <param name="Composed">End a clause that begins with 由 and says what something consists of.</param>
/// <param name="Sized">Behind 人 with a bound: a kind of school (100人以下的教学点).</param>
/// <param name="ElsewhereNames">Directly behind 全国 or 全省: the name of an honour, not another place.</param>
/// <param name="Requests">Ask something of other people.</param>
/// <param name="Problems">Headings of parts about what is lacking.</param>
/// <param name="Compared">Compare with the year before: achieved unless a plan says so.</param>
/// <param name="FalseAchieved">Hold a word of achievement and are none: 已规划.</param>
/// <param name="FalsePromised">Hold a modal and promise nothing: 也要看到.</param>
/// <param name="PlanProse">Promises of plans that begin with their subject.</param>
/// <param name="PlanTitles">Further words of a title by which what stands below is a plan.</param>
/// <param name="PlanHeadings">Words of headings by which what stands below is a plan even in an account: 下步.</param>
/// <param name="AccountTitles">Further words of headings by which what stands below is told.</param>
/// <param name="Issuing">In the title of a notice that issues a plan, whose year is the plan's.</param>
/// <param name="Leads">Before a colon inside a sentence: the time said there is that of what follows.</param>
/// <param name="YearCounts">In the clause of a number of years that is a figure: 平均受教育年限.</param>
/// <param name="BoundedUnits">Make a figure only with a bound: 不少于5天.</param>
/// <param name="Ads">A line or sentence with one advertises.</param>
/// <param name="Remaining">Behind one of these in its sentence a figure tells what is still lacking: 仍有.</param>
/// <param name="FalseNarrative">Hold a word of narrative and are none: 联席会议制度.</param>
/// <param name="ProblemCures">In a heading about problems: what is done about them is promised.</param>
/// <param name="NotGoverning">In a title: its year is not that of what is promised below.</param>
/// <param name="ExamWords">The sentence tells how marks are given.</param>
/// <param name="ReportWords">A text with one is told by a third person.</param>
/// <param name="Voices">In a quotation of a report: somebody tells of himself.</param>
/// <param name="DocumentNames">End a sentence that only names the document: 细则.</param>
/// <param name="Respectively">Behind several times, before as many figures: 分别.</param>
public sealed record ContextWords(
    TableWords Tables, SceneWords Scenes, WordList Lacking, WordList Composed, WordList Sized, WordList ElsewhereNames, WordList Requests, WordList Problems,
    WordList Compared, WordList FalseAchieved, WordList FalsePromised, PlanProseWords PlanProse, WordList PlanTitles, WordList PlanHeadings, WordList AccountTitles,
    WordList Issuing, WordList Leads, WordList YearCounts, IReadOnlySet<string> BoundedUnits, WordList Ads, WordList Remaining, WordList FalseNarrative,
    WordList ProblemCures, WordList NotGoverning, WordList ExamWords, WordList ReportWords, WordList Voices, WordList DocumentNames, WordList Respectively);

/// <summary>Words of tables.</summary>
/// <param name="Heads">Two of them make a head row.</param>
/// <param name="DeadlineHeads">In the head of the column that says by when.</param>
/// <param name="DutyBrackets">Begin a bracket that belongs to the sentence before it.</param>
public sealed record TableWords(WordList Heads, WordList DeadlineHeads, WordList DutyBrackets);

/// <summary>Words of reports of meetings and visits.</summary>
/// <param name="Units">Counts with these units may tell who was there.</param>
/// <param name="Times">Tell of an hour or a day: 近日, 会上.</param>
/// <param name="Events">What a report begins with, together with a day.</param>
/// <param name="Words">In the clause of a count: it tells who was there.</param>
/// <param name="Nouns">Beside a count: it counts halls, teams and offices.</param>
public sealed record SceneWords(IReadOnlySet<string> Units, WordList Times, WordList Events, WordList Words, WordList Nouns);

/// <summary>Words of the prose of plans.</summary>
/// <param name="Obliges">The sentence promises even when it begins with its subject: 一律, 予以.</param>
/// <param name="Actors">Subjects of such sentences: 各校.</param>
/// <param name="Adverbs">May stand between an actor and the verb.</param>
/// <param name="Not">Say where something is kept or from when it holds.</param>
/// <param name="ForWhom">Open a clause that has its verb behind somebody: 为学校提供补贴.</param>
public sealed record PlanProseWords(WordList Obliges, WordList Actors, WordList Adverbs, WordList Not, WordList ForWhom);
