using Xueheng.App.Pages.Lists;
using Xueheng.Census;
using Xueheng.Engines.Projection;
using Xueheng.Planning.Seats;

namespace Xueheng.App.Pages.Planning.Seats;

/// <summary>One area and stage in one year to come.</summary>
public sealed record AreaYear(AreaChildren Area, int Period, Estimate Children);

/// <summary>各区域学龄人口: children to come by area and year.</summary>
internal sealed class AreaChildrenList(WorkOutSeats seats) : ListSource<AreaYear>("area-children")
{
    public override async Task<Outcome<Listing<AreaYear>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var found = await seats.RunAsync(at.Place.Published, null, cancellation);
        return found.Succeeded ? Of(found.Value, at) : found.Failure;
    }

    public Listing<AreaYear> Of(CountySeats found, ListAt at) => new MemoryListing<AreaYear>(
        Name,
        "各区域学生",
        [
            new("area", "区域", r => r.Area.Area),
            new("stage", "学段", r => r.Area.Stage),
            new("year", "学年", r => r.Period) { Format = "0" },
            new("now", "现有学生", r => r.Area.Now) { Number = true, Format = "0" },
            new("children", "预计学生", r => r.Children.Expected) { Number = true, Format = "0" },
            new("change", "增减", r => r.Children.Expected - r.Area.Now) { Number = true, Format = "0" },
            new("low", "80% 下限", r => r.Children.Low80) { Number = true, Format = "0" },
            new("high", "80% 上限", r => r.Children.High80) { Number = true, Format = "0" },
            new("low95", "95% 下限", r => r.Children.Low95) { Number = true, Format = "0", Extra = true },
            new("high95", "95% 上限", r => r.Children.High95) { Number = true, Format = "0", Extra = true },
        ],
        [.. found.Areas.SelectMany(a => a.Years.Select((e, h) => new AreaYear(a, found.Period + 1 + h, e)))])
    {
        At = at,
        Prefix = Name + ".",
        Filters =
        [
            new("q", "区域", null) { Memory = (r, wanted) => r.Area.Area.Contains(wanted, StringComparison.OrdinalIgnoreCase) },
            new("stage", "学段", SeatChoices.Stages(found)) { Memory = (r, id) => r.Area.Stage == StageNames.Parse(id) },
            new("year", "学年", [.. found.Stages[0].Years.Select(y => $"{y.Period}").Select(y => new ListChoice(y, y))]) { Memory = (r, id) => $"{r.Period}" == id },
        ],
    };
}
