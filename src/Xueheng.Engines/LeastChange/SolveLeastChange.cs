using Xueheng.Engines.Solving;

namespace Xueheng.Engines.LeastChange;

/// <summary>How far a search is.</summary>
/// <param name="Bound">Nothing that fulfils the requirements costs less.</param>
/// <param name="Cost">The cheapest found so far; null when none is yet.</param>
public sealed record LeastChangeProgress(int Rounds, decimal Bound, decimal? Cost);

/// <summary>
/// Solves <see cref="LeastChangeProblem"/> exactly by relaxation. At first every requirement that ties many places together is left
/// out; what remains falls into parts that are solved one by one (CP-SAT, whole numbers). If the cheapest steps of all parts fulfil what was
/// left out, in exact fractions, they are the optimum. Otherwise what they miss is added: linear requirements as they are, the
/// disparity cone by half-spaces that hold the whole cone and cut those steps off. Parts that a requirement ties together become one.
/// Costs of the relaxed problems are lower bounds throughout; fulfilling steps are made by repair and are upper bounds.
/// <para>Outer approximation: Duran and Grossmann 1986; the cone's tangents are Cauchy–Schwarz.</para>
/// </summary>
public static class SolveLeastChange
{
    public static LeastChangeAnswer Run(
        LeastChangeProblem problem, Budget budget, IProgress<LeastChangeProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(budget);
        return new LeastChangeSearch(problem, budget, progress).Run(cancellation);
    }
}
