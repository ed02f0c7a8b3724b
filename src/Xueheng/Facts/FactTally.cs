using Xueheng.Census;

namespace Xueheng.Facts;

/// <summary>
/// Counts the facts of a pack from rows streamed past it, without a database; the same conditions as <see cref="CountFacts"/>
/// has the database count. Keeps numbers only, never rows. Not safe for several threads.
/// </summary>
public sealed class FactTally
{
    private readonly FactCounters _counters;
    private readonly RowTally _rows;

    public FactTally(FactPack pack) => (_counters, _rows) = (pack.Counters, new RowTally(pack.Counters));

    public void Add(PupilRow row) => _counters.Pupils.Add(_rows.Pupils, row);

    public void Add(TeacherRow row) => _counters.Teachers.Add(_rows.Teachers, row);

    /// <summary>Class sizes (<see cref="ClassRow.Pupils"/>) must be final.</summary>
    public void Add(ClassRow row) => _counters.Classes.Add(_rows.Classes, row);

    /// <summary>What the rows so far say of a fact.</summary>
    /// <returns>
    /// Both null when the school has no rows of that kind in that stage; the reason alone when rows lack what the fact needs.
    /// </returns>
    public (decimal? Counted, string? Uncounted) Count(Fact fact, string school, Stage stage) =>
        fact.Stages.Contains(stage) ? _rows.Read(fact, school, stage) : default;
}
