using Microsoft.AspNetCore.Components;
using Xueheng.Planning.Scenarios;
using Xueheng.Plans;

namespace Xueheng.App.Pages.Planning.Scenarios;

/// <summary>The page of one stored scenario: what it came to, another one beside it, and what may be asked anew from it.</summary>
/// <typeparam name="TPlan">What a scenario of the kind comes to.</typeparam>
/// <param name="kind">An <see cref="IScenarioKind.Id"/>.</param>
public abstract class ScenarioPage<TPlan>(string kind) : AskScenarioPage(kind)
    where TPlan : class
{
    [Inject]
    internal FindScenarios Scenarios { get; set; } = null!;

    [Inject]
    internal FindPlans FindPlans { get; set; } = null!;

    /// <summary>Id of a scenario to stand beside it.</summary>
    [Parameter, SupplyParameterFromQuery]
    public string? With { get; set; }

    [Parameter]
    public Guid Scenario { get; set; }

    /// <summary>Null when there is none: the page is not found.</summary>
    protected Scenario? Kept { get; private set; }

    /// <summary>Null until there is an answer.</summary>
    protected TPlan? Plan { get; private set; }

    /// <summary>Stands beside it; null for none.</summary>
    protected TPlan? Other { get; private set; }

    /// <summary>Those of the school year that have an answer, beside this one.</summary>
    protected IReadOnlyList<ScenarioListed> Others { get; private set; } = [];

    /// <summary>方案 that may take the tasks.</summary>
    protected IReadOnlyList<PlanListed> Plans { get; private set; } = [];

    protected string Address => In.Address.ScenarioOf(Kind, Scenario);

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        var found = await Scenarios.FindAsync(In.Published.County, Scenario, cancellation);
        if (!found.Succeeded || found.Value.Period != In.Period || found.Value.Kind != Kind)
        {
            return false;
        }

        Kept = found.Value;
        if (Kept.Plan is not { } text)
        {
            return true;
        }

        Plan = Read(text);
        var comparable = Comparable(Kept.Question);
        var questions = comparable is null ? null : await Scenarios.QuestionsAsync(Kept.County, Kind, In.Period, cancellation);
        Others =
        [
            .. (await Scenarios.ListAsync(Kept.County, Kind, In.Period, cancellation))
                .Where(s => s.Id != Scenario && s.State == ScenarioState.Solved && (questions is null || (questions.TryGetValue(s.Id, out var asked) && comparable!(asked)))),
        ];
        if (Guid.TryParse(With, out var other) && Others.Any(o => o.Id == other) && await Scenarios.FindAsync(Kept.County, other, cancellation) is { Succeeded: true, Value.Plan: { } theirs })
        {
            Other = Read(theirs);
        }

        Plans = [.. (await FindPlans.ListAsync(Kept.County, cancellation)).Where(p => p.Plan.State is PlanState.Draft or PlanState.Approved)];
        await OpenedAsync(Plan, cancellation);
        return true;
    }

    protected abstract TPlan Read(string plan);

    /// <summary>Which others may stand beside this one, by what they were asked; null for all of the kind.</summary>
    /// <param name="question">What this one was asked.</param>
    protected virtual Func<string, bool>? Comparable(string question) => null;

    /// <summary>Reads what else the page shows of an answer.</summary>
    protected virtual Task OpenedAsync(TPlan plan, CancellationToken cancellation) => Task.CompletedTask;
}
