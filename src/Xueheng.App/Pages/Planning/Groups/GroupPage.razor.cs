using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Charts;
using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.App.Pages.Planning.Scenarios;
using Xueheng.Engines.Groups;
using Xueheng.Packs;
using Xueheng.Planning.Groups;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Planning.Groups;

public sealed partial class GroupPage() : ScenarioPage<GroupPlan>(StartGroups.Kind)
{
    private readonly List<MapPin> _pins = [];
    private readonly List<MapLine> _lines = [];
    private readonly Dictionary<string, int> _tints = [];
    private int _unplaced;
    private bool _showsNow;
    private GroupsQuestion _question = null!;
    private GroupRules _rules = null!;
    private Listing<GroupMemberRow> _members = null!;
    private List<(string School, string Name)> _all = [];
    private List<(string School, string Name)> _leaders = [];
    private List<string> _decisions = [];

    [Inject]
    internal StartGroups Start { get; set; } = null!;

    [Inject]
    internal GroupMemberList Members { get; set; } = null!;

    [Inject]
    internal PackLibrary Packs { get; set; } = null!;

    [Inject]
    internal SchoolRoll Roll { get; set; } = null!;

    [Inject]
    internal Measured Measured { get; set; } = null!;

    [SupplyParameterFromQuery]
    public string? Map { get; set; }

    [SupplyParameterFromQuery]
    public string? At { get; set; }

    [SupplyParameterFromQuery]
    public string? Show { get; set; }

    protected override GroupPlan Read(string plan) => GroupScenario.ReadPlan(plan);

    /// <summary>Of the same stage.</summary>
    protected override Func<string, bool> Comparable(string question)
    {
        var stage = GroupsQuestion.Read(question).Stage;
        return other => GroupsQuestion.Read(other).Stage == stage;
    }

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        if (!await base.OpenAsync(cancellation))
        {
            return false;
        }

        _question = GroupsQuestion.Read(Kept!.Question);
        _rules = GroupNumbers.Over(Packs.Groups, _question.Numbers) is { Succeeded: true } rules ? rules.Value : Packs.Groups;
        if (Plan is { } plan)
        {
            await ReadAsync(plan, cancellation);
        }

        return true;
    }

    private async Task ReadAsync(GroupPlan plan, CancellationToken cancellation)
    {
        var schools = await Roll.OfAsync(Place.Published, cancellation);
        _members = Members.Of(plan, _question, new ListAt(Place, ("scenario", Scenario.ToString())));
        _showsNow = plan.Existing is not null && (Show == "now" || plan.Groups.Count == 0);
        foreach (var (index, group) in plan.Groups.Index())
        {
            _tints[group.Leader] = index + 1;
        }

        var measured = await Measured.OfAsync(Place, _rules.Standard, cancellation);
        _all = [.. (measured.Succeeded ? measured.Value.Schools : []).Where(s => s.Stage == plan.Stage && plan.LeftOut.All(l => l.School != s.School)).Select(s => (s.School, s.Name))];
        var first = plan.Groups.Concat(plan.Existing?.Groups ?? []).Select(g => g.Leader).ToHashSet();
        _leaders = [.. _all.OrderByDescending(s => first.Contains(s.School))];
        _decisions =
        [
            .. _question.Decisions.Pins.Select(p => L["{0} 到 {1} 牵头的集团", schools.NameOf(p.School), schools.NameOf(p.Leader)].Value),
            .. _question.Decisions.Forbidden.Select(p => L["{0} 不到 {1} 牵头的集团", schools.NameOf(p.School), schools.NameOf(p.Leader)].Value),
        ];
        Draw(plan, _showsNow ? plan.Existing!.Groups : plan.Groups, schools);
    }

    private void Draw(GroupPlan plan, IReadOnlyList<SchoolGroup> groups, SchoolRoll.Schools schools)
    {
        var at = groups.Index().SelectMany(g => g.Item.Schools.Select(s => (s.School, Number: g.Index + 1, Group: g.Item))).ToDictionary(s => s.School);
        foreach (var (code, name) in _all.Concat(plan.LeftOut.Select(l => (l.School, l.Name))))
        {
            if (schools.Find(code) is not { Longitude: { } x, Latitude: { } y } row)
            {
                _unplaced++;
                continue;
            }

            var group = at.TryGetValue(code, out var found) ? found.Group : null;
            _pins.Add(new MapPin(code, name, group is null ? name : $"{name} · {group.Title}", row.Town, x, y, Verdict.Unknown) { Tint = new MapTint(group is null ? null : found.Number, group?.Leader == code) });
            if (group is not null && group.Leader != code && schools.Find(group.Leader) is { Longitude: { } toX, Latitude: { } toY })
            {
                _lines.Add(new MapLine(x, y, toX, toY, found.Number));
            }
        }
    }

    private string Headline(GroupPlan plan) => plan switch
    {
        { Status: not GroupStatus.Optimal } => L["{0} 个集团：时间用完时还没有证明最均衡或最近，下限见下表。", plan.Groups.Count],
        { Unlikeness: { } apart } when apart <= _rules.Alike => L["{0} 个集团，与全县平均强度都相差不到 {1}；已证明这样的分法里，到牵头校的路最短。", plan.Groups.Count, _rules.Alike],
        _ => L["{0} 个集团：已证明没有更均衡的分法；这样均衡的分法里，到牵头校的路最短。", plan.Groups.Count],
    };

    private string Words(GroupEasingPlan easing) => easing.To is { } to
        ? L["{0}：{1} 改为 {2} {3}", FigureText.Named(GroupNumbers.Find(easing.Rule).Name, GroupNumbers.Find(easing.Rule).English), Said(easing.From), Said(to), easing.Unit.Length > 0 ? L[easing.Unit].Value : ""].Value.Trim()
        : L["取消对学校的全部指定"];

    private static string Said(decimal? number) => number?.ToString("0.###", CultureInfo.InvariantCulture) ?? "—";

    private Task EaseAsync()
    {
        var easing = Plan?.Easings.FirstOrDefault(e => e.Rule == Context.Request.Form["Ease"]);
        return easing is null ? Task.CompletedTask : AgainAsync(easing.To is { } to ? new Dictionary<string, decimal> { [easing.Rule] = to } : [], null, easing.Rule == "decisions");
    }

    private async Task DecideAsync()
    {
        var form = Context.Request.Form;
        var numbers = GroupNumberFields.Read(form, _rules, typed => L["“{0}”不是数字", typed]);
        if (!numbers.Succeeded)
        {
            Refused = numbers.Failure.Message;
            return;
        }

        var (school, what) = (form["School"].ToString(), form["What"].ToString());
        await AgainAsync(numbers.Value, school.Length == 0 ? null : new GroupDecisionChange(school, what == "free" ? null : form["Leader"].ToString(), what == "not"), withoutDecisions: false);
    }

    private async Task AgainAsync(Dictionary<string, decimal> numbers, GroupDecisionChange? change, bool withoutDecisions) => Follow(await Start.RunAsync(
        new StartGroupsCommand(
            Kept!.County, Place.Period, ScenarioText.Next(Kept.Name), Person.Typed ?? "", _question.Seconds ?? 60, _question.Seed, _question.Stage, numbers, From: Scenario, Change: change, WithoutDecisions: withoutDecisions),
        Stop));
}
