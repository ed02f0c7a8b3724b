using Xueheng.Packs;
using Xueheng.Reports.Word;
using Xueheng.Standards;

namespace Xueheng.Reports;

/// <summary>Which standard a template is measured by.</summary>
internal static class TemplateStandard
{
    /// <summary>The one that is asked for, else the only one that has every indicator the template names.</summary>
    public static Outcome<Standard> Find(string? asked, WordTemplate template, PackLibrary packs)
    {
        if (asked is not null)
        {
            return packs.FindStandard(asked) is { } standard ? standard : new Failure("XH3018", $"没有标准 {asked}，现有：{Names(packs.Standards)}");
        }

        var ids = template.Indicators;
        var best = packs.Standards
            .GroupBy(s => ids.Count(id => s.FindIndicator(id) is not null || s.FindCountyIndicator(id) is not null))
            .OrderByDescending(g => g.Key).FirstOrDefault();
        return best is { Key: > 0 } && best.Count() == 1
            ? best.First()
            : new Failure(
                "XH3018",
                $"模板“{template.Name}”没有写明用哪个标准，请在模板里加一段 {{{{采用标准 {(packs.Standards is [var first, ..] ? first.Id : "")}}}}}，或者在打印时指定标准（命令行用 --standard）；现有：{Names(packs.Standards)}");
    }

    private static string Names(IEnumerable<Standard> standards) => string.Join("、", standards.Select(s => s.Id));
}
