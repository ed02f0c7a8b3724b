using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.Planning;
using Xueheng.Planning.LeastChange;

namespace Xueheng.App.Pages.Planning.LeastChange;

/// <summary>Every school that changes or falls short, before and after.</summary>
internal sealed class LeastSchoolList(LeastChangeNow now, IStringLocalizer<Texts> text) : ListSource<SchoolBeforeAfter>("least-schools")
{
    public override async Task<Outcome<Listing<SchoolBeforeAfter>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var plan = await now.OfAsync(at, cancellation);
        return plan.Succeeded ? Of(plan.Value, at) : plan.Failure;
    }

    public Listing<SchoolBeforeAfter> Of(LeastChangePlan plan, ListAt at)
    {
        var costs = plan.Steps.ToLookup(s => s.School, s => s);
        return new MemoryListing<SchoolBeforeAfter>(
            Name,
            "各校前后",
            [
                new("school", "学校", r => r.Name) { Link = r => $"{at.Place.Address.School(r.School)}?standard={plan.Standard}#{Census.StageNames.Id(r.Stage)}" },
                new("stage", "学段", r => r.Stage),
                new("before", "现在", r => r.Before),
                new("after", "做完以后", r => r.After),
                new("indicators", "变化的指标", r => string.Join("  ", r.Indicators.Select(i => i.Before is null ? $"{i.Id} {text["缺数"]}" : $"{i.Id} {FigureText.Of(i.Before)}→{FigureText.Of(i.After)}"))) { Sortable = false, Wraps = true },
                new("cost", "全校万元", r => costs[r.School].Sum(s => s.Cost)) { Number = true, Format = "#,##0.##", Note = "一贯制学校按全校计，各学段相同" },
            ],
            plan.Schools)
        {
            At = at,
            Prefix = Name + ".",
            Filters =
            [
                new("q", "学校", null) { Memory = (r, wanted) => r.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || r.School == wanted },
                new("before", "现在", VerdictChoices.All) { Memory = VerdictChoices.Is<SchoolBeforeAfter>(r => r.Before) },
                new("after", "做完以后", VerdictChoices.All) { Memory = VerdictChoices.Is<SchoolBeforeAfter>(r => r.After) },
            ],
        };
    }
}
