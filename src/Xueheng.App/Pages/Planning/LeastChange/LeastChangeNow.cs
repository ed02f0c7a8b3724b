using Xueheng.App.Pages.Lists;
using Xueheng.Planning.LeastChange;
using Xueheng.Planning.Scenarios;
using Xueheng.Standards.Trying;

namespace Xueheng.App.Pages.Planning.LeastChange;

/// <summary>The least set of changes of a place, or of a stored scenario, as lists ask for it.</summary>
internal sealed class LeastChangeNow(OpenTrialCounty open, LeastChangeDesk desk, FindScenarios scenarios)
{
    public async Task<Outcome<LeastChangePlan>> OfAsync(ListAt at, CancellationToken cancellation)
    {
        if (at["scenario"] is { } scenario)
        {
            return Guid.TryParse(scenario, out var id) && await scenarios.FindAsync(at.Place.Published.County, id, cancellation) is { Succeeded: true, Value: { Kind: StartLeastChange.Kind, Plan: { } plan } }
                ? LeastChangeQuestion.ReadPlan(plan)
                : FindScenarios.None;
        }

        var opened = await open.RunAsync(at.Place.Published, at["standard"] ?? "", cancellation);
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        return desk.Of(opened.Value).Plan is { IsCompletedSuccessfully: true } done
            ? await done
            : new Failure("XH6202", "还在计算，请回到“达标最少要做什么”，算完后再导出");
    }
}
