using Xueheng.Census;

namespace Xueheng.Planning.Seats;

/// <summary>学位: how many children a class may have and how children climb the grades.</summary>
/// <param name="Hash">SHA-256 of the text, kept with every result.</param>
/// <param name="Years">Years looked ahead.</param>
/// <param name="History">Past years read at most.</param>
public sealed record SeatRules(
    string Version, string Hash, IReadOnlyList<ClassLimit> Limits, OversizedClass Oversized, IReadOnlyList<LadderGrade> Ladder, SeatPlanning Planning, int Years, int History)
{
    public IReadOnlyList<Stage> Stages => [.. Ladder.Select(g => g.Stage).Distinct()];

    /// <summary>The most children of a class: of the grade where one is set, else of the stage.</summary>
    public decimal LimitOf(Stage stage, string grade) =>
        (Limits.FirstOrDefault(l => l.Stage == stage && l.Grade == grade) ?? Limits.First(l => l.Stage == stage && l.Grade is null)).Pupils;
}

/// <param name="Grade">Null for every other grade of the stage.</param>
public sealed record ClassLimit(Stage Stage, string? Grade, decimal Pupils, string Source, bool Confirmed);

/// <summary>大班额, 超大班额: classes of so many and more.</summary>
public sealed record OversizedClass(decimal Pupils, decimal Severe, IReadOnlyList<Stage> Stages, string Source);

/// <param name="Entry">Years since birth on entering; null for who comes from another grade alone.</param>
/// <param name="After">The grade before.</param>
/// <param name="Anew">Children choose a school anew.</param>
/// <param name="Mixed">Classes of mixed ages.</param>
public sealed record LadderGrade(string Grade, Stage Stage, int? Entry, string? After, bool Anew, bool Mixed);
