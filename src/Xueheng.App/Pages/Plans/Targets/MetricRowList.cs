using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.Census;
using Xueheng.Plans;
using Xueheng.Plans.Targets;

namespace Xueheng.App.Pages.Plans.Targets;

/// <summary>The facts of the schools that a target's figure was made of; each opens to its rows.</summary>
internal sealed class MetricRowList(MeasureTargets measure, MetricRows rows, Revisions revisions) : ListSource<MetricRow>("figure")
{
    public override async Task<Outcome<Listing<MetricRow>>> OpenAsync(ListAt at, CancellationToken cancellation) =>
        Guid.TryParse(at["plan"], out var plan) && Guid.TryParse(at["target"], out var id)
        && (await measure.RunAsync(at.Place.County!.Code, at.Place.Period, plan, cancellation)).FirstOrDefault(t => t.Target.Id == id) is { Reading: { } reading } target
            ? await OpenAsync(at, target.Target, reading, cancellation)
            : new Failure("XH5122", "没有这个目标，可能已随承诺的改动取消，请回到方案");

    public async Task<Listing<MetricRow>> OpenAsync(ListAt at, Target target, MetricReading reading, CancellationToken cancellation)
    {
        var revision = (await revisions.FindAsync(target.County, reading.Revision, cancellation)).Value;
        var address = new PageAddress(target.County, reading.Period);
        return new MemoryListing<MetricRow>(
            Name,
            "这个数由哪些学校的数得来",
            [
                new("school", "学校", r => r.School.Name) { Link = r => address.School(r.School.School) },
                new("fact", "事实", r => r.Fact.Named()),
                new("stage", "学段", r => r.Stage is { } stage ? stage : "全校") { Translated = true },
                new("value", "采用", r => r.Value.Value) { Number = true, Link = r => address.Fact(r.School.School, r.Stage, r.Fact.Id) },
                new("counted", "统计", r => r.Value.Counted) { Number = true },
                new("declared", "填报", r => r.Value.Declared) { Number = true },
                new("unit", "单位", r => r.Fact.Unit) { Sortable = false },
                new("missing", "缺数原因", r => r.Value.Missing) { Sortable = false },
            ],
            await rows.RunAsync(revision, target.Metric, cancellation))
        {
            At = at,
            Prefix = Name + ".",
            Filters = [new("q", "学校", null) { Memory = (r, words) => r.School.Name.Contains(words, StringComparison.OrdinalIgnoreCase) || r.School.School.Contains(words, StringComparison.Ordinal) }],
        };
    }
}
