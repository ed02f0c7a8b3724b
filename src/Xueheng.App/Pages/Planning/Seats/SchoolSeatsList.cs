using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Lists;
using Xueheng.Census;
using Xueheng.Planning.Seats;

namespace Xueheng.App.Pages.Planning.Seats;

/// <summary>One school and stage in one year to come.</summary>
public sealed record SeatYear(PlaceSeats Place, YearSeats Year);

/// <summary>各校学位: seats missing and to spare by school and year, the most missing first.</summary>
internal sealed class SchoolSeatsList(WorkOutSeats seats, IStringLocalizer<Texts> text) : ListSource<SeatYear>("school-seats")
{
    public override async Task<Outcome<Listing<SeatYear>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var found = await seats.RunAsync(at.Place.Published, null, cancellation);
        return found.Succeeded ? Of(found.Value, at) : found.Failure;
    }

    public Listing<SeatYear> Of(CountySeats found, ListAt at) => new MemoryListing<SeatYear>(
        Name,
        "各校学位",
        [
            new("name", "学校", r => r.Place.Name) { Link = r => at.Place.Address.School(r.Place.School) },
            new("stage", "学段", r => r.Place.Stage),
            new("town", "乡镇", r => r.Place.Town),
            new("year", "学年", r => r.Year.Period) { Format = "0" },
            new("now", "现有学生", r => r.Place.Now) { Number = true, Format = "0", Link = r => Classes(at, r.Place) },
            new("rooms", "教室", r => r.Place.Rooms) { Number = true, Note = "近几年班级数最多时的间数" },
            new("seats", "现有学位", r => r.Year.Seats) { Number = true, Format = "0" },
            new("children", "预计学生", r => r.Year.Children.Expected) { Number = true, Format = "0" },
            new("low", "80% 下限", r => r.Year.Children.Low80) { Number = true, Format = "0" },
            new("high", "80% 上限", r => r.Year.Children.High80) { Number = true, Format = "0" },
            new("low95", "95% 下限", r => r.Year.Children.Low95) { Number = true, Format = "0", Extra = true },
            new("high95", "95% 上限", r => r.Year.Children.High95) { Number = true, Format = "0", Extra = true },
            new("missing", "缺学位", r => r.Year.Missing) { Number = true, Format = "0" },
            new("surplus", "余学位", r => r.Year.Surplus) { Number = true, Format = "0" },
            new("oversized", "大班额", r => r.Year.Oversized) { Number = true, Note = "不增加教室时会出现的班级数" },
            new("severe", "超大班额", r => r.Year.Severe) { Number = true, Extra = true },
            new("basis", "依据", r => text[r.Place.ByGrade ? "按各年级学生数" : "按学段总数均摊到年级"].Value) { Extra = true, Sortable = false },
        ],
        [.. found.Places.SelectMany(p => p.Years, (p, y) => new SeatYear(p, y)).OrderByDescending(r => r.Year.Missing).ThenByDescending(r => r.Year.Surplus)])
    {
        At = at,
        Prefix = Name + ".",
        Filters =
        [
            new("q", "学校或乡镇", null) { Memory = (r, wanted) => r.Place.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || r.Place.Town.Contains(wanted, StringComparison.OrdinalIgnoreCase) || r.Place.School == wanted },
            new("stage", "学段", SeatChoices.Stages(found)) { Memory = (r, id) => r.Place.Stage == StageNames.Parse(id) },
            new("year", "学年", [.. found.Stages[0].Years.Select(y => $"{y.Period}").Select(y => new ListChoice(y, y))]) { Memory = (r, id) => $"{r.Year.Period}" == id },
            new("standing", "余缺", [new("short", "缺", true), new("over", "余", true), new("oversized", "有大班额", true)])
            {
                Memory = (r, id) => id switch { "short" => r.Year.Missing >= 0.5, "over" => r.Year.Surplus >= 0.5, _ => r.Year.Oversized > 0 },
            },
        ],
    };

    private static string Classes(ListAt at, PlaceSeats place) => $"{at.Place.Address.Classes}?school={place.School}";
}

/// <summary>Choices that the lists of seats share.</summary>
internal static class SeatChoices
{
    public static IReadOnlyList<ListChoice> Stages(CountySeats found) => [.. found.Stages.Select(s => new ListChoice(s.Stage.Id(), s.Stage.Chinese(), Translate: true))];
}
