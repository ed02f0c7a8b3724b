using Xueheng.Census;

namespace Xueheng.Facts;

/// <summary>The counters of a fact pack, one for each row set, made once.</summary>
internal sealed class FactCounters
{
    public FactCounters(IReadOnlyList<Fact> facts)
    {
        PupilFilters = Filters<PupilRow>(facts, FactRowSet.Pupils);
        TeacherFilters = Filters<TeacherRow>(facts, FactRowSet.Teachers);
        ClassFilters = Filters<ClassRow>(facts, FactRowSet.Classes);
        Pupils = new(PupilFilters.Values);
        Teachers = new(TeacherFilters.Values);
        Classes = new(ClassFilters.Values);
    }

    /// <summary>By fact.</summary>
    public OrderedDictionary<string, RowFilter<PupilRow>> PupilFilters { get; }

    public OrderedDictionary<string, RowFilter<TeacherRow>> TeacherFilters { get; }

    public OrderedDictionary<string, RowFilter<ClassRow>> ClassFilters { get; }

    public RowCounter<PupilRow> Pupils { get; }

    public RowCounter<TeacherRow> Teachers { get; }

    public RowCounter<ClassRow> Classes { get; }

    private static OrderedDictionary<string, RowFilter<TRow>> Filters<TRow>(IReadOnlyList<Fact> facts, FactRowSet set)
        where TRow : SchoolRowBase => new(facts.Where(f => f.Rows == set).Select(f => KeyValuePair.Create(f.Id, new RowFilter<TRow>(f))));
}

/// <summary>The rows of a revision, counted by school and stage.</summary>
internal sealed class RowTally(FactCounters counters)
{
    public Dictionary<(string School, Stage Stage), RowCounts> Pupils { get; init; } = [];

    public Dictionary<(string School, Stage Stage), RowCounts> Teachers { get; init; } = [];

    public Dictionary<(string School, Stage Stage), RowCounts> Classes { get; init; } = [];

    /// <summary>What the rows of a school and stage say of a fact; both null when there are no rows.</summary>
    public (decimal? Counted, string? Uncounted) Read(Fact fact, string school, Stage stage) => fact.Rows switch
    {
        FactRowSet.Pupils => Pupils.TryGetValue((school, stage), out var counts) ? counters.Pupils.Read(counts, fact.Id, "名学生") : default,
        FactRowSet.Teachers => Teachers.TryGetValue((school, stage), out var counts) ? counters.Teachers.Read(counts, fact.Id, "名教师") : default,
        FactRowSet.Classes => Classes.TryGetValue((school, stage), out var counts) ? counters.Classes.Read(counts, fact.Id, "个班级") : default,
        _ => default,
    };
}
