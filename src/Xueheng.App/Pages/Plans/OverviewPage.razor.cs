using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.People;
using Xueheng.App.Pages.Places;
using Xueheng.App.Pages.Plans.Targets;
using Xueheng.Plans.Confirming;
using Xueheng.Plans.Targets;

namespace Xueheng.App.Pages.Plans;

public sealed partial class OverviewPage
{
    /// <summary>Charts shown; the list below has every target.</summary>
    private const int Charts = 12;

    private PlanProgressed? _progress;
    private TargetCount _count = TargetCount.None;
    private List<TargetChart> _charts = [];
    private Listing<TargetStanding>? _targets;
    private Listing<AchievedCompared>? _achieved;
    private string? _failure;

    [Inject]
    internal PlanProgress Progress { get; set; } = null!;

    [Inject]
    internal MeasureTargets Measure { get; set; } = null!;

    [Inject]
    internal ApprovePlan Approve { get; set; } = null!;

    [Inject]
    internal TargetList Targets { get; set; } = null!;

    [Inject]
    internal AchievedList Achieved { get; set; } = null!;

    [Inject]
    internal ActingPerson Person { get; set; } = null!;

    [Inject]
    internal PublishedNow Now { get; set; } = null!;

    [Parameter]
    public Guid Plan { get; set; }

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        if (await Progress.RunAsync(County, Period, Plan, cancellation) is not { } progress)
        {
            return false;
        }

        var at = new ListAt(Place, ("plan", Plan.ToString()));
        _count = TargetCount.Of(progress.Targets);
        _targets = Targets.Open(at, progress.Targets);
        _achieved = Achieved.Open(at, progress.Achieved);
        foreach (var standing in progress.Targets.OrderBy(t => t.State switch { TargetState.Behind => 0, TargetState.Unknown => 1, TargetState.OnPath => 2, _ => 3 }).Take(Charts))
        {
            _charts.Add(TargetChart.Of(standing, await Measure.HistoryAsync(standing.Target, Period, cancellation)));
        }

        _progress = progress;
        return true;
    }

    private async Task ApproveAsync()
    {
        _ = int.TryParse(Context.Request.Form["Edit"], out var edit);
        var approved = await Approve.RunAsync(new ApproveCommand(County, Plan, edit, Person.Name), Context.RequestAborted);
        if (!approved.Succeeded)
        {
            _failure = approved.Failure.Message;
            return;
        }

        Person.Remember();
        Now.Forget();
        Navigation.NavigateTo(Place.Address.Plan(Plan));
    }
}
