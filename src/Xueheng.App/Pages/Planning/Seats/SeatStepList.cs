using Xueheng.App.Pages.Lists;
using Xueheng.Planning.Scenarios;
using Xueheng.Planning.Seats;

namespace Xueheng.App.Pages.Planning.Seats;

/// <summary>What is done in which year, in one stored plan of seats.</summary>
internal sealed class SeatStepList(FindScenarios scenarios) : ListSource<PlannedWork>("seat-steps")
{
    public override async Task<Outcome<Listing<PlannedWork>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var plan = await scenarios.FindPlanAsync(at, cancellation);
        return plan.Succeeded ? Of(plan.Value, at) : plan.Failure;
    }

    public Listing<PlannedWork> Of(SeatPlan plan, ListAt at) => new MemoryListing<PlannedWork>(
        Name,
        "哪一年做什么",
        [
            new("begins", "开始学年", s => s.Begins) { Format = "0" },
            new("kind", "举措", s => SeatText.Of(s.Kind)) { Translated = true },
            new("name", "学校", s => s.Name) { Link = s => s.School.Length > 0 ? at.Place.Address.School(s.School) : null },
            new("into", "并入", s => s.Into),
            new("times", "次数", s => s.Times) { Number = true },
            new("seats", "增减学位", s => s.Seats) { Number = true },
            new("counts", "见效学年", s => s.Counts) { Format = "0" },
            new("cost", "费用（万元）", s => s.Cost) { Number = true, Format = "#,##0.##" },
            new("yearly", "以后每年（万元）", s => s.Yearly) { Number = true, Format = "#,##0.##" },
        ],
        plan.Steps)
    {
        At = at,
        Prefix = Name + ".",
    };
}
