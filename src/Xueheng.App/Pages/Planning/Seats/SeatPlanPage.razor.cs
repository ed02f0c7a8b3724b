using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Layout;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Planning.Scenarios;
using Xueheng.Planning.Seats;

namespace Xueheng.App.Pages.Planning.Seats;

public sealed partial class SeatPlanPage() : ScenarioPage<SeatPlan>(SeatScenario.Kind)
{
    private Listing<PlannedWork> _steps = null!;
    private Listing<SeatSchoolYear> _schools = null!;
    private Listing<PlannedArea> _areas = null!;

    [Inject]
    internal SeatStepList Steps { get; set; } = null!;

    [Inject]
    internal SeatSchoolList Schools { get; set; } = null!;

    [Inject]
    internal SeatAreaList Areas { get; set; } = null!;

    [Inject]
    internal TimeProvider Clock { get; set; } = null!;

    private Crumb[] Crumbs => [new Crumb(L["学位"], Place.Address.Seats), new Crumb(L["学位布局"], Place.Address.SeatPlans)];

    protected override SeatPlan Read(string plan) => SeatsJson.ReadPlan(plan);

    protected override Task OpenedAsync(SeatPlan plan, CancellationToken cancellation)
    {
        var at = new ListAt(Place, ("scenario", Scenario.ToString()));
        (_steps, _schools, _areas) = (Steps.Of(plan, at), Schools.Of(plan, at), Areas.Of(plan, at));
        return Task.CompletedTask;
    }
}
