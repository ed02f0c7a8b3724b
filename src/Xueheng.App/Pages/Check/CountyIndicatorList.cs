using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Check;

/// <summary>An indicator of the county with what became of it.</summary>
public sealed record CountyLine(int No, CountyIndicator Indicator, CountyMeasurement Measured);

/// <summary>县级指标: what the government guarantees, quality, recognition.</summary>
internal sealed class CountyIndicatorList(Measured measured, IStringLocalizer<Texts> text) : ListSource<CountyLine>("county-indicators")
{
    public override async Task<Outcome<Listing<CountyLine>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        if (measured.Standard(at["standard"]) is not { } standard)
        {
            return new Failure("XH4001", "没有这个标准，请从“标准说明”里选择");
        }

        var found = await measured.OfAsync(at.Place, standard.Id, cancellation);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var byId = found.Value.CountyIndicators.ToDictionary(c => c.Id);
        var rows = standard.CountyIndicators
            .Where(i => byId.ContainsKey(i.Id))
            .Select((i, n) => new CountyLine(n + 1, i, byId[i.Id]))
            .ToList();
        var address = at.Place.Address;
        return new MemoryListing<CountyLine>(
            Name,
            "县级指标",
            [
                new("id", "编号", r => r.Indicator.Id),
                new("name", "指标", r => r.Indicator.Named()) { Wraps = true, Link = r => address.CountyIndicator(standard.Id, r.Indicator.Id) },
                new("group", "类别", r => r.Indicator.Group),
                new("verdict", "判定", r => r.Measured.Verdict),
                new("value", "数值", r => Value(r)) { Sortable = false },
                new("kind", "判定方式", r => r.Indicator.Judged ? "人工判定" : "按数据计算") { Translated = true },
                new("detail", "说明", r => r.Measured.Detail) { Sortable = false, Wraps = true },
            ],
            rows)
        {
            At = at,
            Prefix = Name + ".",
            Filters =
            [
                new("verdict", "判定", VerdictChoices.All) { Memory = VerdictChoices.Is<CountyLine>(r => r.Measured.Verdict) },
                new("group", "类别", [.. rows.Select(r => r.Indicator.Group).Distinct().Select(g => new ListChoice(g, g))]) { Memory = (r, group) => r.Indicator.Group == group },
            ],
        };
    }

    /// <summary>Of the first condition: its value and bound, or how many schools break it.</summary>
    private string? Value(CountyLine line)
    {
        if (line.Measured.Value is not { } value || line.Measured.Conditions is not [var first, ..])
        {
            return null;
        }

        var condition = line.Indicator.Conditions[0];
        var sign = condition.AtLeast.Count == 0 && condition.Share is null ? "≤" : "≥";
        var bound = first.Bound is null ? "" : $" ({sign} {FigureText.Bound(first.Bound)})";
        return condition.Kind switch
        {
            CountyConditionKind.EverySchool => text["{0} 所不符合", FigureText.Bound(value)],
            CountyConditionKind.ShareOfSchools => text["{0}% 的学校符合", FigureText.Of(value, 2, first.Bound)] + bound,
            _ => $"{FigureText.Of(value, 2, first.Bound)} {condition.Unit}{bound}",
        };
    }
}
