namespace Xueheng.Engines.Rotation.Flow;

/// <summary>How often each column is used, and what that comes to.</summary>
internal sealed class FlowSolution
{
    private readonly FlowModel _model;

    public FlowSolution(FlowModel model, IReadOnlyDictionary<FlowColumn, int> used)
    {
        (_model, Used) = (model, used.Where(u => u.Value > 0).ToDictionary());
        Sums = SumsOf();
        Values = [.. Enum.GetValues<RotationLevel>().Select(ValueOf)];
    }

    public IReadOnlyDictionary<FlowColumn, int> Used { get; }

    /// <summary>Of each level, in order.</summary>
    public IReadOnlyList<long> Values { get; }

    /// <summary>Of each row.</summary>
    public long[] Sums { get; }

    public long this[RotationLevel level] => Values[(int)level];

    public bool Feasible => !Sums.Where((sum, row) => sum < _model.Rows[row].Lower || sum > _model.Rows[row].Upper).Any();

    /// <summary>The moves of a former answer as columns; who may not move now stays.</summary>
    public static FlowSolution Of(FlowModel model, IReadOnlyList<RotationMove> moves)
    {
        var goes = moves.ToDictionary(m => m.Teacher, m => m.To);
        var used = new Dictionary<FlowColumn, int>();
        for (var g = 0; g < model.Groups.Count; g++)
        {
            var group = model.Groups[g];
            if (group.Other is { } other)
            {
                var (a, b) = (Of(group.First, group.Members[0]), Of(other, group.Members[1]));
                if ((a >= 0 || b >= 0) && model.MayPart(group, a, b))
                {
                    used[new(g, a, b)] = 1;
                }

                continue;
            }

            var pinned = group.Least > 0 ? group.First.To[0] : -1;
            foreach (var teacher in group.Members)
            {
                if (pinned >= 0 || Of(group.First, teacher) >= 0)
                {
                    var column = new FlowColumn(g, pinned >= 0 ? pinned : goes[teacher]);
                    used[column] = used.GetValueOrDefault(column) + 1;
                }
            }
        }

        return new FlowSolution(model, used);

        int Of(Leg leg, int teacher) => goes.TryGetValue(teacher, out var to) && Array.BinarySearch(leg.To, to) >= 0 ? to : -1;
    }

    private long[] SumsOf()
    {
        var sums = new long[_model.Rows.Length];
        var rows = new List<(int Row, long By)>();
        foreach (var (column, times) in Used)
        {
            rows.Clear();
            _model.Coefficients(column, rows);
            foreach (var (row, by) in rows)
            {
                sums[row] += by * times;
            }
        }

        return sums;
    }

    private long ValueOf(RotationLevel level) => level switch
    {
        RotationLevel.Shortfall => CostOf(FlowFunctionKind.Subject).Sum(),
        RotationLevel.Worst => CostOf(FlowFunctionKind.Subject).DefaultIfEmpty().Max(),
        RotationLevel.Disparity => CostOf(FlowFunctionKind.Disparity).Sum(),
        _ => Sums[_model.RowOf(level)],
    };

    private IEnumerable<long> CostOf(FlowFunctionKind kind) =>
        _model.Functions.Select((f, i) => (Function: f, Row: _model.FirstFunction + i)).Where(f => f.Function.Kind == kind).Select(f => f.Function.Of((int)(f.Function.Base + Sums[f.Row])));
}
