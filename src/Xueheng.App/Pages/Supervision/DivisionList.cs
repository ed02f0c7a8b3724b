using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Tasks;
using Xueheng.Plans.Supervising;

namespace Xueheng.App.Pages.Supervision;

/// <summary>Tasks that are not done, by the division that leads them.</summary>
internal sealed class DivisionList(ReadSupervision read) : ListSource<DivisionStanding>("divisions")
{
    public override bool NeedsPublished => false;

    public override async Task<Outcome<Listing<DivisionStanding>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        string Tasks(DivisionStanding d, string more) =>
            $"{at.Place.Address.Supervision}?{(d.Division is null ? "" : "division=" + Uri.EscapeDataString(d.Division) + "&")}{more}";
        return new MemoryListing<DivisionStanding>(
            Name,
            "各科室",
            [
                new("division", "科室", d => d.Division ?? "没有写科室") { Translated = true, Link = d => Tasks(d, "") },
                new("waiting", "未完成", d => d.Waiting) { Number = true },
                new("overdue", "超期", d => d.Overdue) { Number = true, Link = d => d.Overdue == 0 ? null : Tasks(d, "when=overdue") },
                new("worst", "最长超期工作日", d => d.Worst) { Number = true },
                new("soon", "5 个工作日内到期", d => d.Soon) { Number = true, Link = d => d.Soon == 0 ? null : Tasks(d, "when=soon5") },
                new("returned", "退回未报", d => d.Returned) { Number = true, Link = d => d.Returned == 0 ? null : Tasks(d, "state=Returned") },
                new("submitted", "待验收", d => d.Submitted) { Number = true, Link = d => d.Submitted == 0 ? null : Tasks(d, "state=Submitted") },
            ],
            await read.RunAsync(at.Place.County!.Code, TaskColumns.Soon, cancellation))
        {
            At = at,
            Prefix = Name + ".",
        };
    }
}
