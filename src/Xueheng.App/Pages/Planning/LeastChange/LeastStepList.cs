using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.Packs;
using Xueheng.Planning.LeastChange;

namespace Xueheng.App.Pages.Planning.LeastChange;

/// <summary>达标最少要做什么: one row for each lever at each school.</summary>
internal sealed class LeastStepList(LeastChangeNow now, PackLibrary packs) : ListSource<PlannedStep>("least-steps")
{
    public override async Task<Outcome<Listing<PlannedStep>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var plan = await now.OfAsync(at, cancellation);
        return plan.Succeeded ? Of(plan.Value, at) : plan.Failure;
    }

    public Listing<PlannedStep> Of(LeastChangePlan plan, ListAt at)
    {
        string Lever(PlannedStep step) => packs.Levers.Find(step.Lever) is { } lever ? FigureText.Named(lever.Name, lever.English) : step.LeverName;
        var rows = plan.Steps;
        return new MemoryListing<PlannedStep>(
            Name,
            "要做的",
            [
                new("school", "学校", r => r.Name) { Link = r => $"{at.Place.Address.School(r.School)}?standard={plan.Standard}" },
                new("stage", "学段", r => r.Stage is { } of ? of : "全校") { Translated = true },
                new("lever", "举措", Lever) { Wraps = true },
                new("amount", "数量", r => r.Amount) { Number = true, Format = "#,##0.##" },
                new("unit", "单位", r => r.Unit),
                new("cost", "万元", r => r.Cost) { Number = true, Format = "#,##0.##" },
            ],
            rows)
        {
            At = at,
            Prefix = Name + ".",
            Filters =
            [
                new("q", "学校", null) { Memory = (r, wanted) => r.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || r.School == wanted },
                new("lever", "举措", [.. rows.GroupBy(r => r.Lever).Select(g => new ListChoice(g.Key, Lever(g.First())))]) { Memory = (r, id) => r.Lever == id },
            ],
        };
    }
}
