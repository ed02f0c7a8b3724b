using Xueheng.App.Pages.Lists;
using Xueheng.Plans;
using Xueheng.Plans.Targets;

namespace Xueheng.App.Pages.Plans.Targets;

/// <summary>Figures a plan's document reports as achieved, beside what the census says.</summary>
internal sealed class AchievedList(FindPlans plans, CompareAchieved compare) : ListSource<AchievedCompared>("achieved")
{
    public override bool NeedsPublished => false;

    public override async Task<Outcome<Listing<AchievedCompared>>> OpenAsync(ListAt at, CancellationToken cancellation) =>
        Guid.TryParse(at["plan"], out var id) && await plans.FindAsync(at.Place.County!.Code, id, cancellation) is { } plan
            ? Open(at, await compare.RunAsync(plan.County, at.Place.Period, plan, cancellation))
            : new Failure("XH5104", "没有这个方案，可能已被删除，请回到方案列表");

    public Listing<AchievedCompared> Open(ListAt at, IReadOnlyList<AchievedCompared> achieved) =>
        new MemoryListing<AchievedCompared>(
            Name,
            "文件里的成绩与数据核对",
            [
                new("subject", "文件说的", a => a.Commitment.Subject) { Wraps = true, Link = a => $"{at.Place.Address.Reading(a.Commitment.Plan)}?at={a.Commitment.Id}#c-{a.Commitment.Id}" },
                new("verdict", "核对结果", a => PlanWords.Of(a.Verdict)) { Translated = true },
                new("comparison", "怎样比", a => PlanWords.Of(a.Commitment.Comparison ?? Engines.Text.Comparison.Equal)) { Translated = true, Sortable = false },
                new("said", "文件的数", a => a.Commitment.Value) { Number = true },
                new("value", "数据的数", a => a.Reading?.Value) { Number = true, Say = a => a.Reading?.Value is { } value ? PlanWords.Number(value) : "—", Link = a => a.Reading?.Value is null ? null : a.Reading.Page },
                new("unit", "单位", a => a.Commitment.Unit) { Sortable = false },
                new("name", "对应的数据", a => a.Reading?.Name) { Wraps = true },
                new("period", "数据学年", a => Places.Place.Years(a.Period)),
                new("reason", "为什么无法核对", a => a.Reason) { Wraps = true, Sortable = false },
            ],
            [.. achieved.OrderBy(a => a.Verdict switch { AchievedVerdict.Differs => 0, AchievedVerdict.Unknown => 1, _ => 2 }).ThenBy(a => a.Commitment.Order)])
        {
            At = at,
            Prefix = Name + ".",
            RowClass = a => a.Verdict == AchievedVerdict.Differs ? "marked" : null,
            Filters = [new("verdict", "核对结果", [.. Enum.GetValues<AchievedVerdict>().Select(v => new ListChoice(v.ToString(), PlanWords.Of(v), true))]) { Memory = (a, verdict) => a.Verdict.ToString() == verdict }],
        };
}
