using Xueheng.Engines.Location.Search;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Location.Areas;

/// <summary>Chains of annealing side by side under one set of open facilities.</summary>
internal sealed class AreaChains(LocationInstance instance, bool[] open, Incumbent best, Meter meter, Budget budget)
{
    /// <summary>Temperature beside the mean cost of a unit.</summary>
    private const double Hot = 4;

    private const double Warm = 0.3;
    private const long Long = 16_000_000;
    private const long LongOfUnit = 20_000;
    private const long Short = 400_000;
    private const double Cooled = 200;
    private const double WorkOfProposal = 4e-4;

    private readonly double _fixed = Enumerable.Range(0, open.Length).Where(j => open[j]).Sum(instance.FixedCost);

    public bool[] Open { get; } = open;

    /// <summary>Areas grown from the sites; null when the open facilities do not reach every unit.</summary>
    public int[]? First { get; } = FirstAreas.Grow(instance, open);

    /// <summary>From hot, as long as a share of the budget allows.</summary>
    public void CoolFromHot(int chains, double share, ulong seed)
    {
        var proposals = Math.Min(Long, LongOfUnit * instance.Units);
        if (budget.Work is { } work)
        {
            proposals = (long)Math.Clamp((share - meter.Share) * work / WorkOfProposal / chains, 1, proposals);
        }

        Cool([.. Enumerable.Repeat(First!, chains)], Hot, proposals, share, seed);
    }

    /// <param name="starts">Areas that hang together, one for each chain.</param>
    /// <param name="share">Share of the clock's budget after which it stops.</param>
    private void Cool(int[][] starts, double heat, long proposals, double share, ulong seed)
    {
        var mean = First!.Select((j, i) => instance.Cost(i, j)).Average();
        mean = Math.Max(mean, 1e-9);
        var chains = starts.Select((s, c) => new CoolAreas(instance, s, Open, (seed * (ulong)starts.Length) + (ulong)c)).ToArray();
        void Run(int c) => chains[c].Run(mean * heat, mean * heat / Cooled, proposals, () => meter.Over, () => budget.Repeatable ? 0 : meter.Share / share);
        if (budget.Threads > 1 && chains.Length > 1)
        {
            Parallel.For(0, chains.Length, Run);
        }
        else
        {
            for (var c = 0; c < chains.Length; c++)
            {
                Run(c);
            }
        }

        meter.Spend(proposals * chains.Length * WorkOfProposal);
        foreach (var chain in chains.Where(c => c.BestAssign.Length > 0))
        {
            best.Offer(chain.BestCost + _fixed, chain.BestAssign, Open);
        }
    }

    /// <summary>Makes areas hang together that do not, and anneals a little.</summary>
    public void Mend(int[] apart)
    {
        if (FirstAreas.Grow(instance, Open, apart) is { } mended)
        {
            Cool([mended], Warm, Math.Min(Short, LongOfUnit * instance.Units), 1, 1);
        }
    }
}
