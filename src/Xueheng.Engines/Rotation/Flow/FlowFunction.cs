namespace Xueheng.Engines.Rotation.Flow;

internal enum FlowFunctionKind
{
    Subject,
    Disparity,
}

/// <summary>A convex cost of how many teachers of a kind a place has afterwards.</summary>
/// <param name="Base">How many it has before.</param>
/// <param name="Least">The fewest it could have.</param>
/// <param name="Most">The most it could have.</param>
/// <param name="Floor">The fewest it may have by the rules.</param>
/// <param name="AtLeast">Cost at <paramref name="Least"/>.</param>
/// <param name="Steps">What each one more changes, from <paramref name="Least"/>; rising; the last stands for all beyond.</param>
internal sealed record FlowFunction(FlowFunctionKind Kind, int Place, int Index, int Base, int Least, int Most, int Floor, long AtLeast, long[] Steps)
{
    public long Of(int count)
    {
        var cost = AtLeast;
        for (var n = Least; n < count; n++)
        {
            cost += Steps[Math.Min(n - Least, Steps.Length - 1)];
        }

        for (var n = count; n < Least; n++)
        {
            cost -= Steps[0];
        }

        return cost;
    }
}
