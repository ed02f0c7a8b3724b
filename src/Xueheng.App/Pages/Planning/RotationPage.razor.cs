using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Layout;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.People;
using Xueheng.Planning.Rotation;
using Xueheng.Planning.Scenarios;
using Xueheng.Plans;

namespace Xueheng.App.Pages.Planning;

public sealed partial class RotationPage
{
    private Scenario? _scenario;
    private RotationPlan? _plan;
    private RotationPlan? _other;
    private RealisedRotation? _realised;
    private RotationWork? _work;
    private string? _failure;
    private string? _there;
    private Listing<PlannedMove> _moves = null!;
    private Listing<RotationSchool> _schools = null!;
    private IReadOnlyList<ScenarioListed> _others = [];
    private IReadOnlyList<PlanListed> _plans = [];
    private List<string> _decisions = [];
    private Crumb[] _crumbs = [];

    [Inject]
    internal FindScenarios Scenarios { get; set; } = null!;

    [Inject]
    internal RotationDesk Desk { get; set; } = null!;

    [Inject]
    internal MoveList Moves { get; set; } = null!;

    [Inject]
    internal RotationSchoolList Schools { get; set; } = null!;

    [Inject]
    internal StartRotation Start { get; set; } = null!;

    [Inject]
    internal ResumeRotation Resume { get; set; } = null!;

    [Inject]
    internal ApproveRotation Approve { get; set; } = null!;

    [Inject]
    internal CompareRealised Realised { get; set; } = null!;

    [Inject]
    internal FindPlans Plans { get; set; } = null!;

    [Inject]
    internal ActingPerson Person { get; set; } = null!;

    [Parameter, SupplyParameterFromQuery]
    public string? With { get; set; }

    [SupplyParameterFromQuery]
    public string? Teacher { get; set; }

    [Parameter]
    public Guid Scenario { get; set; }

    private string Address => Place.Address.RotationOf(Scenario);

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        var found = await Scenarios.FindAsync(Place.Published.County, Scenario, cancellation);
        if (!found.Succeeded || found.Value.Period != Place.Period || found.Value.Kind != StartRotation.Kind)
        {
            return false;
        }

        _crumbs = [new Crumb(L["交流轮岗"], Place.Address.Rotations)];
        (_scenario, _work) = (found.Value, Desk.WorkOf(Scenario));
        if (_scenario.Plan is not { } text)
        {
            return true;
        }

        _plan = RotationQuestion.ReadPlan(text);
        var at = new ListAt(Place, ("scenario", Scenario.ToString()));
        (_moves, _schools) = (Moves.Of(_plan, at), Schools.Of(_plan, at));
        _there = _plan.Moves.FirstOrDefault(m => m.Teacher == Teacher)?.To;
        _others = [.. (await Scenarios.ListAsync(_scenario.County, StartRotation.Kind, Place.Period, cancellation)).Where(s => s.Id != Scenario && s.State == ScenarioState.Solved)];
        if (Guid.TryParse(With, out var other) && await Scenarios.FindAsync(_scenario.County, other, cancellation) is { Succeeded: true, Value.Plan: { } theirs })
        {
            _other = RotationQuestion.ReadPlan(theirs);
        }

        _plans = [.. (await Plans.ListAsync(_scenario.County, cancellation)).Where(p => p.Plan.State is PlanState.Draft or PlanState.Approved)];
        _realised = _scenario.ApprovedAt is null ? null : await Realised.RunAsync(_plan, Place.Period, cancellation);
        var decisions = RotationQuestion.Read(_scenario.Question).Decisions;
        _decisions =
        [
            .. decisions.Goes.Select(g => L["{0} 到 {1}", g.Key, g.Value].Value),
            .. decisions.Stays.Select(s => L["{0} 留在原校", s].Value),
            .. decisions.Forbidden.Select(f => L["{0} 不到 {1}", f.Teacher, f.School].Value),
        ];
        return true;
    }

    private Task HaltAsync()
    {
        Desk.WorkOf(Scenario)?.Stop();
        Navigation.NavigateTo(Address);
        return Task.CompletedTask;
    }

    private async Task ResumeAsync()
    {
        var resumed = await Resume.RunAsync(_scenario!.County, Scenario, Stop);
        if (!resumed.Succeeded)
        {
            _failure = resumed.Failure.Message;
            return;
        }

        Desk.Add(_scenario.County, Scenario);
        Navigation.NavigateTo(Address);
    }

    private async Task DecideAsync()
    {
        var form = Context.Request.Form;
        var (teacher, what, school) = (form["Teacher"].ToString().Trim(), form["What"].ToString(), form["School"].ToString().Trim());
        if (what is "goes" or "not" && school.Length == 0)
        {
            _failure = L["请写明学校标识码"];
            return;
        }

        var question = RotationQuestion.Read(_scenario!.Question);
        var started = await Start.RunAsync(
            new StartRotationCommand(
                _scenario.County,
                Place.Period,
                Renamed(_scenario.Name),
                Person.Typed ?? "",
                question.Seconds ?? 60,
                question.Seed,
                question.Numbers,
                From: Scenario,
                Change: new DecisionChange(teacher, what == "goes" ? school : null, what == "stays", what == "not" ? school : null)),
            Stop);
        if (!started.Succeeded)
        {
            _failure = started.Failure.Message;
            return;
        }

        Person.Remember();
        Desk.Add(started.Value.County, started.Value.Id);
        Navigation.NavigateTo(Place.Address.RotationOf(started.Value.Id));
    }

    private async Task ApproveAsync()
    {
        var form = Context.Request.Form;
        DateOnly? due = DateOnly.TryParseExact(form["Due"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        var approved = await Approve.RunAsync(
            new ApproveRotationCommand(_scenario!.County, Scenario, Guid.TryParse(form["Plan"], out var plan) ? plan : null, due, Person.Typed ?? ""), Stop);
        if (!approved.Succeeded)
        {
            _failure = approved.Failure.Message;
            return;
        }

        Person.Remember();
        Navigation.NavigateTo(Address);
    }

    /// <summary>甲 becomes 甲 · 2, and that 甲 · 3.</summary>
    private static string Renamed(string name)
    {
        const string Mark = " · ";
        var at = name.LastIndexOf(Mark, StringComparison.Ordinal);
        return at > 0 && int.TryParse(name[(at + Mark.Length)..], CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"{name[..at]}{Mark}{number + 1}")
            : name[..Math.Min(name.Length, 54)] + Mark + "2";
    }
}
