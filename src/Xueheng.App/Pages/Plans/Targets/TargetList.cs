using Xueheng.App.Pages.Lists;
using Xueheng.Plans.Targets;

namespace Xueheng.App.Pages.Plans.Targets;

/// <summary>The targets of one plan and where they stand.</summary>
internal sealed class TargetList(MeasureTargets measure) : ListSource<TargetStanding>("targets")
{
    public override bool NeedsPublished => false;

    public override async Task<Outcome<Listing<TargetStanding>>> OpenAsync(ListAt at, CancellationToken cancellation) =>
        Guid.TryParse(at["plan"], out var plan)
            ? Open(at, await measure.RunAsync(at.Place.County!.Code, at.Place.Period, plan, cancellation))
            : new Failure("XH5104", "没有这个方案，可能已被删除，请回到方案列表");

    public Listing<TargetStanding> Open(ListAt at, IReadOnlyList<TargetStanding> targets) =>
        new MemoryListing<TargetStanding>(
            Name,
            "目标",
            [
                new("title", "目标", t => t.Target.Title) { Wraps = true, Link = t => at.Place.Address.Target(t.Target.Plan, t.Target.Id) },
                new("state", "进度", t => PlanWords.Of(t.State)) { Translated = true },
                new("value", "现在", t => t.Reading?.Value) { Number = true, Say = t => t.Reading?.Value is { } value ? PlanWords.Number(value) : "—", Link = t => t.Reading?.Value is null ? null : t.Reading.Page },
                new("expected", "路径要求", t => t.Expected) { Number = true, Say = t => t.Expected is { } value ? PlanWords.Number((double)value) : "—" },
                new("goal", "最终目标", t => t.Goal) { Number = true, Say = t => t.Goal is { } value ? PlanWords.Number(value) : "—" },
                new("unit", "单位", t => t.Target.Unit) { Sortable = false },
                new("due", "期限", t => t.Target.Due) { Day = true },
                new("period", "数据学年", t => t.Reading is { } reading ? Places.Place.Years(reading.Period) : null) { Extra = true },
                new("division", "责任科室", t => t.Target.Division),
                new("head", "责任人", t => t.Target.Head) { Extra = true },
                new("reason", "为什么无法判断", t => t.Reason) { Wraps = true, Sortable = false },
            ],
            [.. targets.OrderBy(t => t.State switch { TargetState.Behind => 0, TargetState.Unknown => 1, TargetState.OnPath => 2, _ => 3 }).ThenBy(t => t.Target.Due)])
        {
            At = at,
            Prefix = Name + ".",
            Filters =
            [
                new("q", "目标", null) { Memory = (t, words) => t.Target.Title.Contains(words, StringComparison.OrdinalIgnoreCase) },
                new("state", "进度", [.. Enum.GetValues<TargetState>().Select(s => new ListChoice(s.ToString(), PlanWords.Of(s), true))]) { Memory = (t, state) => t.State.ToString() == state },
            ],
        };
}
