namespace Xueheng.Engines.Rotation.Flow;

/// <summary>What is left of the rotation once levels have been reached: columns that may still be used and counts that places may still have.</summary>
internal sealed class FlowFace
{
    public FlowFace(FlowModel model)
    {
        Columns = [.. Enumerable.Range(0, model.Groups.Count).Select(g => model.ColumnsOf(g).ToList())];
        Floor = [.. model.Functions.Select(f => Math.Max(f.Floor, f.Least))];
        Ceiling = [.. model.Functions.Select(f => f.Most)];
    }

    private FlowFace(FlowFace other) =>
        (Columns, Floor, Ceiling) = ([.. other.Columns.Select(c => c.ToList())], [.. other.Floor], [.. other.Ceiling]);

    /// <summary>Of each group.</summary>
    public List<FlowColumn>[] Columns { get; }

    /// <summary>The fewest of each function.</summary>
    public int[] Floor { get; }

    /// <summary>The most of each function.</summary>
    public int[] Ceiling { get; }

    public FlowFace Copy() => new(this);

    /// <summary>No place lacks more than so much in a subject.</summary>
    public void Spare(FlowModel model, long worst)
    {
        for (var f = 0; f < Floor.Length; f++)
        {
            Floor[f] = model.Functions[f].Kind == FlowFunctionKind.Subject ? Math.Max(Floor[f], RelaxedGoal.Needed(model, model.Functions[f], worst)) : Floor[f];
        }
    }
}
