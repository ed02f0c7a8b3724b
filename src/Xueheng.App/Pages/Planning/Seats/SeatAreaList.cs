using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Lists;
using Xueheng.Census;
using Xueheng.Planning.Scenarios;
using Xueheng.Planning.Seats;

namespace Xueheng.App.Pages.Planning.Seats;

/// <summary>Areas that a stored plan of seats sends to other schools.</summary>
internal sealed class SeatAreaList(FindScenarios scenarios, IStringLocalizer<Texts> text) : ListSource<PlannedArea>("seat-areas")
{
    public override async Task<Outcome<Listing<PlannedArea>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var plan = await scenarios.FindPlanAsync(at, cancellation);
        return plan.Succeeded ? Of(plan.Value, at) : plan.Failure;
    }

    public Listing<PlannedArea> Of(SeatPlan plan, ListAt at) => new MemoryListing<PlannedArea>(
        Name,
        "调整的区域",
        [
            new("town", "区域（户籍乡镇）", a => a.Town) { Link = a => $"{at.Place.Address.ScenarioOf(SeatScenario.Kind, Guid.Parse(at["scenario"]!))}/map?area={Uri.EscapeDataString(a.Id)}#area" },
            new("now", "现在学校", a => a.Now),
            new("children", "学生", a => a.Children[0]) { Number = true, Link = a => Pupils(at, plan.Stage, a.Id), Note = "下一学年预计；点开是现在的学生" },
            new("plan", "方案里的学校", a => string.Join(text["；"], Runs(plan, a))) { Wraps = true, Sortable = false },
            new("km", "公里", a => a.Kilometres[^1]) { Number = true, Format = "0.0", Note = "最后一年到学校的直线距离" },
        ],
        plan.Areas)
    {
        At = at,
        Prefix = Name + ".",
        Filters =
        [
            new("q", "区域或学校", null) { Memory = (a, wanted) => a.Town.Contains(wanted, StringComparison.OrdinalIgnoreCase) || a.Now.Contains(wanted, StringComparison.OrdinalIgnoreCase) || a.School.Any(s => s.Contains(wanted, StringComparison.OrdinalIgnoreCase)) },
        ],
    };

    /// <summary>The pupils there are now of an area.</summary>
    public static string Pupils(ListAt at, Stage stage, string area)
    {
        var cut = area.LastIndexOf('@');
        return $"{at.Place.Address.Pupils}?school={area[(cut + 1)..]}&stage={stage.Id()}&hometown={Uri.EscapeDataString(area[..cut])}";
    }

    /// <summary>2025–2027 甲, 2028 乙.</summary>
    private static IEnumerable<string> Runs(SeatPlan plan, PlannedArea area)
    {
        for (var t = 0; t < area.School.Count;)
        {
            var last = t;
            while (last + 1 < area.School.Count && area.School[last + 1] == area.School[t])
            {
                last++;
            }

            var first = plan.Period + 1 + t;
            yield return $"{(last == t ? $"{first}" : $"{first}–{plan.Period + 1 + last}")} {area.School[t]}";
            t = last + 1;
        }
    }
}
