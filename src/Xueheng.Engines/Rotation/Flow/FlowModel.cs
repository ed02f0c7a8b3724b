namespace Xueheng.Engines.Rotation.Flow;

/// <summary>One way to move people of a group: to one place, or the two of a couple each to a place (−1 stays).</summary>
internal readonly record struct FlowColumn(int Group, int To, int Other = -1);

/// <summary>A linear rule over columns.</summary>
internal readonly record struct FlowRow(long Lower, long Upper);

/// <summary>
/// The rotation as whole numbers of moves. Rows in order: one for each group (how many of it move), one for each <see cref="FlowFunction"/> (change of its count),
/// moves, compelled moves, metres, the share of backbone, givers of each place, change of each place's teachers, change of each place's backbone teachers.
/// A column has a whole coefficient in each.
/// </summary>
internal sealed class FlowModel
{
    private readonly int[,] _subjects;
    private readonly int[,] _indicators;
    private readonly int _percent;

    public FlowModel(RotationProblem problem, IReadOnlyList<RotationRule> rules, RotationPins pins)
    {
        (Problem, Rules) = (problem, rules);
        var groups = MoveGroups.Of(problem, rules, pins);
        (Groups, CouplesWithin) = (groups.All, groups.Couples);
        var places = problem.Places.Count;
        _percent = rules.OfType<LeastBackbone>().Select(r => r.Percent).DefaultIfEmpty(0).Max();
        (Functions, _subjects, _indicators) = FlowFunctions.Of(problem, rules, Groups);
        FirstFunction = Groups.Count;
        MovesRow = FirstFunction + Functions.Count;
        (CompelledRow, MetresRow, BackboneRow, GiversRow) = (MovesRow + 1, MovesRow + 2, MovesRow + 3, MovesRow + 4);
        (TeachersRow, CoreRow) = (GiversRow + places, GiversRow + (2 * places));
        Rows = [.. RowsOf(places)];
    }

    public RotationProblem Problem { get; }

    public IReadOnlyList<RotationRule> Rules { get; }

    public IReadOnlyList<MoveGroup> Groups { get; }

    public int CouplesWithin { get; }

    public IReadOnlyList<FlowFunction> Functions { get; }

    public FlowRow[] Rows { get; }

    public int FirstFunction { get; }

    public int MovesRow { get; }

    public int CompelledRow { get; }

    public int MetresRow { get; }

    private int BackboneRow { get; }

    private int GiversRow { get; }

    private int TeachersRow { get; }

    private int CoreRow { get; }

    public bool CountsCompelled => Rules.OfType<VolunteersFirst>().Any();

    /// <summary>The row of a level that is a plain sum over columns.</summary>
    public int RowOf(RotationLevel level) => level switch
    {
        RotationLevel.Compelled => CompelledRow,
        RotationLevel.Moves => MovesRow,
        RotationLevel.Metres => MetresRow,
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    /// <summary>What a solver's unit of a row is in the row's: metres are kilometres there.</summary>
    public double ScaleOf(int row) => row == MetresRow ? 1000 : 1;

    /// <summary>Adds the coefficients of a column, rows in no order, a row possibly twice.</summary>
    public void Coefficients(FlowColumn column, List<(int Row, long By)> into)
    {
        var group = Groups[column.Group];
        into.Add((column.Group, 1));
        if (column.To >= 0)
        {
            OfLeg(group.First, column.To, into);
        }

        if (column.Other >= 0)
        {
            OfLeg(group.Other!, column.Other, into);
        }
    }

    /// <summary>Every column of a group.</summary>
    public IEnumerable<FlowColumn> ColumnsOf(int group)
    {
        var one = Groups[group];
        if (one.Other is not { } other)
        {
            return one.First.To.Select(to => new FlowColumn(group, to));
        }

        int[] first = [.. one.First.To, -1];
        int[] second = [.. other.To, -1];
        return first.SelectMany(a => second.Where(b => (a >= 0 || b >= 0) && MayPart(one, a, b)).Select(b => new FlowColumn(group, a, b)));
    }

    /// <summary>Whether a couple may be at two places afterwards.</summary>
    public bool MayPart(MoveGroup couple, int first, int second) =>
        Problem.Between(first < 0 ? couple.First.From : first, second < 0 ? couple.Other!.From : second) <= CouplesWithin;

    internal void OfLeg(Leg leg, int to, List<(int Row, long By)> into)
    {
        Function(_subjects[leg.From, leg.Subject], -1, into);
        Function(_subjects[to, leg.Subject], 1, into);
        for (var (i, counts) = (0, leg.Counts); counts != 0; i++, counts >>= 1)
        {
            if ((counts & 1) != 0)
            {
                Function(_indicators[leg.From, i], -1, into);
                Function(_indicators[to, i], 1, into);
            }
        }

        into.Add((MovesRow, 1));
        if (CountsCompelled && !leg.Wishes[Array.BinarySearch(leg.To, to)])
        {
            into.Add((CompelledRow, 1));
        }

        into.Add((MetresRow, Problem.Between(leg.From, to)));
        if (_percent > 0)
        {
            into.Add((BackboneRow, leg.Backbone ? 100 - _percent : -_percent));
        }

        into.Add((GiversRow + leg.From, 1));
        into.Add((TeachersRow + leg.From, -1));
        into.Add((TeachersRow + to, 1));
        if (leg.Backbone)
        {
            into.Add((CoreRow + leg.From, -1));
            into.Add((CoreRow + to, 1));
        }
    }

    private void Function(int at, int by, List<(int, long)> into)
    {
        if (at >= 0)
        {
            into.Add((FirstFunction + at, by));
        }
    }

    private List<FlowRow> RowsOf(int places)
    {
        var rows = new List<FlowRow>();
        var teachers = new int[places];
        var backbone = new int[places];
        foreach (var teacher in Problem.Teachers)
        {
            teachers[teacher.Place]++;
            backbone[teacher.Place] += teacher.Backbone ? 1 : 0;
        }

        foreach (var group in Groups)
        {
            rows.Add(new(group.Least, group.Supply));
        }

        foreach (var function in Functions)
        {
            rows.Add(new(function.Floor > function.Least ? function.Floor - function.Base : long.MinValue, long.MaxValue));
        }

        rows.Add(new(
            Rules.OfType<LeastMovers>().Select(r => (long)r.Teachers).DefaultIfEmpty(0).Max(),
            Rules.OfType<MostMovers>().Select(r => (long)r.Teachers).DefaultIfEmpty(long.MaxValue).Min()));
        rows.Add(new(long.MinValue, long.MaxValue));
        rows.Add(new(long.MinValue, Rules.OfType<FarthestTogether>().Select(r => r.Metres).DefaultIfEmpty(long.MaxValue).Min()));
        rows.Add(new(_percent > 0 ? 0 : long.MinValue, long.MaxValue));
        var givers = Rules.OfType<MostGivers>().FirstOrDefault();
        for (var p = 0; p < places; p++)
        {
            rows.Add(new(long.MinValue, givers is null ? long.MaxValue : EvaluateRotation.GiversOf(givers, teachers[p])));
        }

        var within = Rules.OfType<WithinPosts>().Any();
        for (var p = 0; p < places; p++)
        {
            rows.Add(new(long.MinValue, within && Problem.Places[p].Posts is { } posts ? Math.Max(posts - teachers[p], 0) : long.MaxValue));
        }

        var core = Rules.OfType<CoreOfNewSchool>().Select(r => r.Backbone).DefaultIfEmpty(0).Max();
        for (var p = 0; p < places; p++)
        {
            rows.Add(new(Problem.Places[p].New && core > 0 ? core - backbone[p] : long.MinValue, long.MaxValue));
        }

        return rows;
    }
}
