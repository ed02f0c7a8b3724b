using Xueheng.Census;
using Xueheng.Engines.LeastChange;
using Xueheng.Standards;
using Xueheng.Standards.Trying;

namespace Xueheng.Planning.LeastChange;

/// <summary>达标最少要做什么: the cheapest whole steps after which a county fulfils a standard, as far as steps can.</summary>
/// <param name="StandardHash">With the hashes of facts and levers: what it is a function of, besides the revision and the judgements.</param>
/// <param name="Status">Infeasible: no steps within the limits of levers; then the steps below go beyond the limits named in <paramref name="Beyond"/>.</param>
/// <param name="Cost">In 万元; null without steps.</param>
/// <param name="Bound">No fulfilling steps cost less, in 万元.</param>
/// <param name="Gap">(cost − bound) ÷ cost.</param>
/// <param name="Obstacles">What no step can mend, said first.</param>
/// <param name="Conflicts">What cannot be reached within the limits of levers; empty unless infeasible.</param>
/// <param name="Notes">What is to be known of the answer, for example why it is not proven.</param>
public sealed record LeastChangePlan(
    string County,
    string Name,
    string Period,
    int Revision,
    string Standard,
    string StandardHash,
    string FactHash,
    string LeverHash,
    LeastChangeStatus Status,
    decimal? Cost,
    decimal? Bound,
    double? Gap,
    double Seconds,
    int Rounds,
    int Seed,
    long? Work,
    IReadOnlyList<Obstacle> Obstacles,
    IReadOnlyList<string> Conflicts,
    IReadOnlyList<BeyondLimit> Beyond,
    IReadOnlyList<PlannedStep> Steps,
    IReadOnlyList<SchoolBeforeAfter> Schools,
    IReadOnlyList<DisparityBeforeAfter> Disparity,
    IReadOnlyList<CompositeBeforeAfter> Composite,
    IReadOnlyList<CountyBeforeAfter> CountyIndicators,
    int? PassingBefore,
    int? PassingAfter,
    Verdict Before,
    Verdict After,
    IReadOnlyList<string> Notes)
{
    /// <summary>Nothing cheaper does it, proven.</summary>
    public bool Proven => Status == LeastChangeStatus.Optimal;
}

/// <param name="Stage">Null for a step of the whole school.</param>
/// <param name="Lever">Id of the lever.</param>
/// <param name="Count">Steps taken.</param>
/// <param name="Amount">In <paramref name="Unit"/>: steps times what one step is.</param>
/// <param name="Cost">Of all of them, in 万元.</param>
public sealed record PlannedStep(string School, string Name, Stage? Stage, string Lever, string LeverName, string Unit, int Count, decimal Amount, decimal Cost);

/// <param name="Most">What the lever allows at the school.</param>
/// <param name="Beyond">How many steps more it takes.</param>
public sealed record BeyondLimit(string School, string Name, Stage? Stage, string Lever, string LeverName, int Most, int Beyond);

public sealed record CompositeBeforeAfter(Stage Stage, double? Before, double? After, double? Limit, Verdict? VerdictBefore, Verdict? VerdictAfter);

public sealed record CountyBeforeAfter(string Id, Verdict Before, Verdict After, string DetailBefore, string DetailAfter);
