using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Layout;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Planning.Scenarios;
using Xueheng.Planning.Rotation;

namespace Xueheng.App.Pages.Planning.Rotation;

public sealed partial class RotationPage() : ScenarioPage<RotationPlan>(StartRotation.Kind)
{
    private RealisedRotation? _realised;
    private string? _there;
    private Listing<PlannedMove> _moves = null!;
    private Listing<RotationSchool> _schools = null!;
    private List<string> _decisions = [];

    [Inject]
    internal MoveList Moves { get; set; } = null!;

    [Inject]
    internal RotationSchoolList Schools { get; set; } = null!;

    [Inject]
    internal StartRotation Start { get; set; } = null!;

    [Inject]
    internal CompareRealised Realised { get; set; } = null!;

    [SupplyParameterFromQuery]
    public string? Teacher { get; set; }

    /// <summary>The part of the map that is looked at.</summary>
    [SupplyParameterFromQuery]
    public string? Map { get; set; }

    /// <summary>The school tapped on the map.</summary>
    [SupplyParameterFromQuery]
    public string? At { get; set; }

    private Crumb[] Crumbs => [new Crumb(L["交流轮岗"], Place.Address.Rotations)];

    protected override RotationPlan Read(string plan) => RotationQuestion.ReadPlan(plan);

    protected override async Task OpenedAsync(RotationPlan plan, CancellationToken cancellation)
    {
        var at = new ListAt(Place, ("scenario", Scenario.ToString()));
        (_moves, _schools) = (Moves.Of(plan, at), Schools.Of(plan, at));
        _there = plan.Moves.FirstOrDefault(m => m.Teacher == Teacher)?.To;
        _realised = Kept!.ApprovedAt is null ? null : await Realised.RunAsync(plan, Place.Period, cancellation);
        var decisions = RotationQuestion.Read(Kept.Question).Decisions;
        _decisions =
        [
            .. decisions.Goes.Select(g => L["{0} 到 {1}", g.Key, g.Value].Value),
            .. decisions.Stays.Select(s => L["{0} 留在原校", s].Value),
            .. decisions.Forbidden.Select(f => L["{0} 不到 {1}", f.Teacher, f.School].Value),
        ];
    }

    private async Task DecideAsync()
    {
        var form = Context.Request.Form;
        var (teacher, what, school) = (form["Teacher"].ToString().Trim(), form["What"].ToString(), form["School"].ToString().Trim());
        if (what is "goes" or "not" && school.Length == 0)
        {
            Refused = L["请写明学校标识码"];
            return;
        }

        await AgainAsync(new DecisionChange(teacher, what == "goes" ? school : null, what == "stays", what == "not" ? school : null), price: false);
    }

    private Task PriceAsync() => AgainAsync(null, price: true);

    /// <summary>Another scenario changed from this one.</summary>
    private async Task AgainAsync(DecisionChange? change, bool price)
    {
        var question = RotationQuestion.Read(Kept!.Question);
        Follow(await Start.RunAsync(
            new StartRotationCommand(
                Kept.County,
                Place.Period,
                ScenarioText.Next(Kept.Name),
                Person.Typed ?? "",
                question.Seconds ?? 60,
                question.Seed,
                question.Numbers,
                From: Scenario,
                Change: change,
                Price: price),
            Stop));
    }
}
