using Xueheng.Engines.Location.Lagrange;

namespace Xueheng.Engines.Location.Search;

/// <summary>What things take, in about milliseconds of one core.</summary>
internal static class Work
{
    public const double OfProposal = 7e-5;

    public static double OfStep(Arcs arcs) => 0.005 + (arcs.Count * 2.5e-5);

    public static double OfNode(Arcs arcs) => 120 * OfStep(arcs);
}
