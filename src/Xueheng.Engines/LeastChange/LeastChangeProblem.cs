namespace Xueheng.Engines.LeastChange;

/// <summary>A kind of step at one place, of which a whole number is taken.</summary>
/// <param name="Cost">Of one step, positive, in any one unit of money.</param>
/// <param name="Most">How many there can be at this place; null for no limit but <see cref="LeastChangeProblem.MostSteps"/>.</param>
public sealed record ChangeStep(decimal Cost, int? Most);

/// <summary>The least set of whole steps, by cost, after which every requirement holds.</summary>
public sealed record LeastChangeProblem(IReadOnlyList<ChangeStep> Steps, IReadOnlyList<Requirement> Requirements)
{
    /// <summary>No kind of step is taken more often than this at one place.</summary>
    public const int MostSteps = 20_000;

    /// <summary>Whether steps fulfil everything, decided exactly and from scratch.</summary>
    public bool Holds(IReadOnlyList<int> steps) =>
        steps.Select((count, i) => count >= 0 && count <= (Steps[i].Most ?? MostSteps)).All(within => within)
        && Requirements.All(r => r.Holds(steps));

    public decimal CostOf(IReadOnlyList<int> steps) => Steps.Select((step, i) => step.Cost * steps[i]).Sum();
}

public enum LeastChangeStatus
{
    /// <summary>Proven: nothing cheaper fulfils the requirements.</summary>
    Optimal = 1,

    /// <summary>The steps fulfil the requirements; how much cheaper it could be is what the bound leaves open.</summary>
    Feasible = 2,

    /// <summary>Proven: no steps within their limits fulfil the requirements.</summary>
    Infeasible = 3,

    /// <summary>Neither steps nor a proof was found within the budget.</summary>
    Unknown = 4,
}

/// <param name="Steps">How many of each kind; null when none were found.</param>
/// <param name="Cost">Of the steps; null when there are none.</param>
/// <param name="Bound">No fulfilling steps cost less.</param>
/// <param name="Conflict">Indexes of requirements that cannot hold together within the limits; empty unless infeasible.</param>
/// <param name="Rounds">How often the relaxed problem was solved and sharpened.</param>
public sealed record LeastChangeAnswer(
    LeastChangeStatus Status, IReadOnlyList<int>? Steps, decimal? Cost, decimal Bound, IReadOnlyList<int> Conflict, int Rounds, TimeSpan Elapsed)
{
    /// <summary>(cost − bound) ÷ cost; null without steps.</summary>
    public double? Gap => Cost is not { } cost ? null : cost == 0 ? 0 : (double)((cost - Bound) / cost);
}
