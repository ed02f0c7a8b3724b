using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Check;

/// <summary>A school with its value of one indicator.</summary>
public sealed record IndicatorSchool(SchoolMeasurement School, IndicatorMeasurement Measured);

/// <summary>Every school of a stage against one indicator's threshold, the lowest first.</summary>
internal sealed class IndicatorSchoolList(Measured measured, IStringLocalizer<Texts> text) : ListSource<IndicatorSchool>("indicator-schools")
{
    public override async Task<Outcome<Listing<IndicatorSchool>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        if (measured.Standard(at["standard"]) is not { } standard
            || standard.Indicators.FirstOrDefault(i => i.Id == at["indicator"]) is not { } indicator
            || StageNames.Parse(at["stage"]) is not { } stage)
        {
            return new Failure("XH4002", "没有这项指标，请从“体检”里选择");
        }

        var found = await measured.OfAsync(at.Place, standard.Id, cancellation);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var schools = Rows(found.Value, indicator, stage);
        return new MemoryListing<IndicatorSchool>(
            Name,
            "各校数值",
            [
                new("name", "学校", r => r.School.Name) { Link = r => $"{at.Place.Address.School(r.School.School)}?standard={standard.Id}#{stage.Id()}" },
                new("town", "乡镇", r => r.School.Town),
                new("pupils", "学生数", r => r.School.Pupils) { Number = true },
                new("value", "数值", r => r.Measured.Value) { Number = true, Format = "#,##0.00####", Say = r => FigureText.Of(r.Measured.Value, 2, r.Measured.Threshold, r.Measured.Floor) },
                new("threshold", "达标线", r => r.Measured.Threshold) { Number = true },
                new("share", "占达标线", r => r.Measured is { Value: { } value, Threshold: > 0 and { } threshold } ? value / threshold : null) { Number = true, Format = "0.0%" },
                new("verdict", "判定", r => r.Measured.Verdict),
                new("shortfall", "差距", r => FigureText.Shortfall(indicator, r.Measured, measured.Facts, text)) { Sortable = false },
                new("merged", "合并计算", r => r.School.Merged.Count == 0 ? null : text["含 {0} 个校区、教学点", r.School.Merged.Count].Value) { Sortable = false },
            ],
            schools)
        {
            At = at,
            Filters =
            [
                new("q", "学校或乡镇", null) { Memory = (r, wanted) => r.School.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || r.School.Town.Contains(wanted, StringComparison.OrdinalIgnoreCase) || r.School.School == wanted },
                new("verdict", "判定", VerdictChoices.All) { Memory = VerdictChoices.Is<IndicatorSchool>(r => r.Measured.Verdict) },
            ],
        };
    }

    /// <summary>In order of value, the lowest first; unknown ones last.</summary>
    public static List<IndicatorSchool> Rows(Measurement measurement, Indicator indicator, Stage stage) =>
    [
        .. measurement.Schools
            .Where(s => s.Stage == stage)
            .SelectMany(s => s.Indicators.Where(i => i.Id == indicator.Id), (school, value) => new IndicatorSchool(school, value))
            .OrderBy(r => r.Measured.Value is null).ThenBy(r => r.Measured.Value).ThenBy(r => r.School.School, StringComparer.Ordinal),
    ];
}
