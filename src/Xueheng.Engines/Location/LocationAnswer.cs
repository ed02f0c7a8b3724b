namespace Xueheng.Engines.Location;

/// <summary>What a solver hands back.</summary>
/// <param name="Objective">Total cost of the assignment, worked out anew from the instance.</param>
/// <param name="Bound">No answer costs less than this.</param>
/// <param name="Assign">The facility (0-based) of each unit.</param>
/// <param name="Open">The open facilities (0-based), in order.</param>
public sealed record LocationAnswer(double Objective, double Bound, IReadOnlyList<int> Assign, IReadOnlyList<int> Open)
{
    /// <summary>(objective − bound) / objective, never negative; 0 is proven optimal.</summary>
    public double Gap => Objective <= Bound || Objective == 0 ? 0 : (Objective - Bound) / Math.Abs(Objective);
}
