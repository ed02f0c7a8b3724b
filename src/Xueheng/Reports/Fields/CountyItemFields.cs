namespace Xueheng.Reports.Fields;

/// <summary>What may follow 县域: a name of the code table of county items.</summary>
internal static class CountyItemChoice
{
    public static FieldKind<ReportSubject> Kind { get; } = new FieldKind<ReportSubject>("县域", "county-item")
        .Open("县域项目", (word, packs) => packs.Codes[ReportPacks.CountyItems].Read(word) is { } item
            ? new Field(item.Name, item.Code, "", FieldResult.Amount, null, r => Read((ReportSubject)r, item.Code, item.Name))
            : null);

    private static Reading.Amount Read(ReportSubject r, string item, string name)
    {
        var source = r.Counted($"county-item {item}", name, item, null, null, $"“县域”表填报的“{item}”", r.Address.Data);
        return r.Facts.CountyItems.TryGetValue(item, out var value)
            ? new(source, value, null, null, "#,##0.##")
            : new(source, null, null, $"“县域”表没有填报“{item}”");
    }
}
