using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Standards;

namespace Xueheng.Reports.Fields;

/// <summary>The packs a template's words are checked against, before any figure is known.</summary>
internal sealed record ReportPacks(Standard Standard, FactPack Facts, CodeTables Codes)
{
    public const string SchoolTypes = "school-type";

    public const string CountyItems = "county-item";

    public Indicator? FindIndicator(string id) =>
        Standard.Indicators.FirstOrDefault(i => string.Equals(i.Id, id, StringComparison.OrdinalIgnoreCase));

    public CountyIndicator? FindCountyIndicator(string id) =>
        Standard.CountyIndicators.FirstOrDefault(i => string.Equals(i.Id, id, StringComparison.OrdinalIgnoreCase));
}
