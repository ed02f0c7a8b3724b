using Xueheng.App.Pages.Lists;
using Xueheng.Planning.Scenarios;
using Xueheng.Planning.Seats;

namespace Xueheng.App.Pages.Planning.Seats;

/// <summary>A school in one year, if nothing is done and in the plan.</summary>
public sealed record SeatSchoolYear(PlannedSchool School, int Period, int SeatsBefore, int Before, int Seats, int Children)
{
    public int LackingBefore => Math.Max(0, Before - SeatsBefore);

    public int Lacking => Math.Max(0, Children - Math.Max(0, Seats));
}

/// <summary>Schools that a stored plan of seats changes, or that would lack seats, by year.</summary>
internal sealed class SeatSchoolList(FindScenarios scenarios) : ListSource<SeatSchoolYear>("seat-schools")
{
    public override async Task<Outcome<Listing<SeatSchoolYear>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var plan = await scenarios.FindPlanAsync(at, cancellation);
        return plan.Succeeded ? Of(plan.Value, at) : plan.Failure;
    }

    public Listing<SeatSchoolYear> Of(SeatPlan plan, ListAt at) => new MemoryListing<SeatSchoolYear>(
        Name,
        "各校各年前后",
        [
            new("name", "学校", r => r.School.Name) { Link = r => r.School.School.Length > 0 ? at.Place.Address.School(r.School.School) : null },
            new("year", "学年", r => r.Period) { Format = "0" },
            new("before", "学生 不作为", r => r.Before) { Number = true },
            new("seatsbefore", "学位 不作为", r => r.SeatsBefore) { Number = true, Link = r => r.School.School.Length > 0 ? $"{at.Place.Address.Classes}?school={r.School.School}" : null, Note = "班额上限 × 教室数；点开是现在的班级" },
            new("lackingbefore", "缺 不作为", r => r.LackingBefore) { Number = true },
            new("children", "学生 方案", r => r.Children) { Number = true },
            new("seats", "学位 方案", r => r.Seats) { Number = true },
            new("lacking", "缺 方案", r => r.Lacking) { Number = true },
        ],
        [.. plan.Schools.SelectMany(s => s.Before.Select((b, t) => new SeatSchoolYear(s, plan.Period + 1 + t, s.SeatsBefore[t], b, s.Seats[t], s.Children[t])))])
    {
        At = at,
        Prefix = Name + ".",
        Filters =
        [
            new("q", "学校", null) { Memory = (r, wanted) => r.School.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) },
            new("year", "学年", [.. Years(plan).Select(y => new ListChoice(y, y))]) { Memory = (r, id) => $"{r.Period}" == id },
            new("standing", "余缺", [new("before", "不作为时缺", true), new("after", "方案里仍缺", true)]) { Memory = (r, id) => (id == "after" ? r.Lacking : r.LackingBefore) > 0 },
        ],
    };

    private static IEnumerable<string> Years(SeatPlan plan) => Enumerable.Range(plan.Period + 1, plan.Schools.Count == 0 ? 0 : plan.Schools[0].Before.Count).Select(y => $"{y}");
}
