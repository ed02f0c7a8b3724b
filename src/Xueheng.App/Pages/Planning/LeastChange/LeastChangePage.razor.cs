using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Planning.Scenarios;
using Xueheng.Packs;
using Xueheng.Planning;
using Xueheng.Planning.LeastChange;
using Xueheng.Planning.Scenarios;
using Xueheng.Standards;
using Xueheng.Standards.Trying;

namespace Xueheng.App.Pages.Planning.LeastChange;

public sealed partial class LeastChangePage() : AskScenarioPage(StartLeastChange.Kind)
{
    /// <summary>Most answers are there before a reader would wonder.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    private Standard _standard = null!;
    private LeastChangeWork? _work;
    private LeastChangePlan? _plan;
    private Listing<PlannedStep>? _steps;
    private Listing<SchoolBeforeAfter>? _schools;

    private Listing<ScenarioListed>? _kept;

    [Inject]
    internal Measured Measured { get; set; } = null!;

    [Inject]
    internal OpenTrialCounty OpenCounty { get; set; } = null!;

    [Inject]
    internal LeastChangeDesk Works { get; set; } = null!;

    [Inject]
    internal LeastStepList Steps { get; set; } = null!;

    [Inject]
    internal LeastSchoolList Schools { get; set; } = null!;

    [Inject]
    internal PackLibrary Packs { get; set; } = null!;

    [Inject]
    internal StartLeastChange Start { get; set; } = null!;

    [Parameter]
    public string? Standard { get; set; }

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        if (Measured.Standard(Standard) is not { } standard)
        {
            return false;
        }

        _standard = standard;
        var opened = await OpenCounty.RunAsync(Place.Published, standard.Id, cancellation);
        if (!opened.Succeeded)
        {
            return false;
        }

        var work = Works.Of(opened.Value);
        await Task.WhenAny(work.Plan, Task.Delay(Patience, cancellation));
        if (work.Plan.IsCompletedSuccessfully)
        {
            _plan = await work.Plan;
            var at = new ListAt(Place, ("standard", standard.Id));
            _steps = Steps.Of(_plan, at);
            _schools = Schools.Of(_plan, at);
        }

        _kept = await KeptAsync(cancellation);
        _work = work;
        return true;
    }

    private async Task StartAsync()
    {
        var form = Context.Request.Form;
        var levers = LeverFields.Read(form, Packs.Levers, typed => L["“{0}”不是数字", typed]);
        Follow(levers.Succeeded
            ? await Start.RunAsync(
                new StartLeastChangeCommand(Place.Published.County, Place.Period, Sent("Name") ?? "", Person.Typed ?? "", Seconds, 1, _standard.Id, levers.Value), Stop)
            : levers.Failure);
    }
}
