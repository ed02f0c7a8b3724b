using Xueheng.Packs;
using Xueheng.Plans.Measuring;

namespace Xueheng.App.Pages.Plans.Confirming;

/// <summary>One group of figures a commitment can be linked to.</summary>
/// <param name="Heading">Chinese text, translated where it is shown, or a name of a standard.</param>
public sealed record MetricChoices(string Heading, bool Translate, IReadOnlyList<MetricDefinition> Choices)
{
    /// <summary>Those found by words, those suggested, then everything there is.</summary>
    public static IReadOnlyList<MetricChoices> Of(MetricCatalogue catalogue, PackLibrary packs, CommitmentInput input, string? find)
    {
        var groups = new List<MetricChoices>();
        if (!string.IsNullOrWhiteSpace(find))
        {
            groups.Add(new MetricChoices("按名称找到的", true, catalogue.Search(find)));
        }

        groups.Add(new MetricChoices("建议", true, catalogue.Suggest(input.Subject, null, input.Unit.Length == 0 ? null : input.Unit)));
        var all = catalogue.All.ToLookup(d => d.Metric.Standard ?? "");
        groups.AddRange(packs.Standards.Select(s => new MetricChoices(s.Name, false, [.. all[s.Id]])));
        groups.Add(new MetricChoices("各校合计的事实", true, [.. all[""]]));
        groups.Add(new MetricChoices("学校指标的县平均和差异系数", true, catalogue.OfSchools));
        return [.. groups.Where(g => g.Choices.Count > 0)];
    }
}
