using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Xueheng.Census;
using Xueheng.Reports.Fields;

namespace Xueheng.Reports.Word;

/// <summary>数据来源: where every figure comes from. Figures of one kind that differ only by school share a row of a second table.</summary>
internal static class SourcesTable
{
    private const int HashShown = 8;

    private static readonly (string, int)[] CountyColumns =
        [("编号", 4), ("数据", 33), ("指标", 10), ("学段", 4), ("学年", 7), ("版本", 4), ("计算公式", 27), ("标准包", 11)];

    private static readonly (string, int)[] SchoolColumns =
        [("指标", 6), ("学段", 4), ("学年", 7), ("版本", 4), ("计算公式", 15), ("标准包", 11), ("编号、学校和数据", 53)];

    public static IEnumerable<OpenXmlElement> Write(IReadOnlyList<Figure> figures, ReportStyles styles, FigureLinks links)
    {
        var county = new WordTable(styles.Cell, CountyColumns);
        foreach (var figure in figures.Where(f => f.School is null))
        {
            county.Add(
            [
                [WordTable.Text(Number(figure.Number))],
                [WordTable.Text($"{figure.Name}："), Printed(figure, styles, links)],
                [WordTable.Text(figure.Indicator)],
                .. Where(figure),
            ]);
        }

        var schools = new WordTable(styles.Cell, SchoolColumns) { RowsBreak = true };
        foreach (var group in figures.Where(f => f.School is not null).GroupBy(KindOf))
        {
            schools.Add([[WordTable.Text(group.First().Indicator)], .. Where(group.First()), [.. Together([.. group], styles, links)]]);
        }

        var parts = new[] { (Title: "全县数据", Table: county), (Title: "各校数据", Table: schools) }.Where(p => p.Table.HasRows).ToList();
        foreach (var (title, table) in parts)
        {
            yield return Line(parts.Count > 1 ? $"{title}：" : "", styles);
            yield return table.Build();
        }

        if (parts.Count == 0)
        {
            yield return Line("报告里没有数据。", styles);
            yield break;
        }

        yield return Line("标准包的编号、版本和内容的 SHA-256：", styles);
        foreach (var pack in figures.Select(f => (f.Standard, f.Version, f.Hash)).Distinct())
        {
            yield return Line($"{Pack(pack.Version, pack.Hash)}：{pack.Standard}，版本 {pack.Version}，{pack.Hash}", styles);
        }
    }

    private static OpenXmlElement[][] Where(Figure figure) =>
    [
        [WordTable.Text(figure.Stage?.Chinese() ?? "")],
        [WordTable.Text($"{figure.Period}—{figure.Period + 1}")],
        [WordTable.Text(figure.Revision == 0 ? "—" : Number(figure.Revision))],
        [WordTable.Text(OfficialText.Of(figure.Formula))],
        [WordTable.Text(Pack(figure.Version, figure.Hash))],
    ];

    private static IEnumerable<OpenXmlElement> Together(IReadOnlyList<Figure> figures, ReportStyles styles, FigureLinks links)
    {
        yield return WordTable.Text($"{KindName(figures[0])}：");
        for (var i = 0; i < figures.Count; i++)
        {
            yield return WordTable.Text($"({Number(figures[i].Number)}){figures[i].Name.Split('·')[0]} ");
            yield return Printed(figures[i], styles, links);
            yield return WordTable.Text(i < figures.Count - 1 ? "；" : "");
        }
    }

    private static OpenXmlElement Printed(Figure figure, ReportStyles styles, FigureLinks links) =>
        links.Link(figure, RunText.Of(null, figure.Printed, figure.Missing is null ? styles.Figure : styles.Missing));

    private static Paragraph Line(string text, ReportStyles styles) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = styles.Cell }), WordTable.Text(text));

    private static string Pack(string version, string hash) => $"{version}·{hash[..Math.Min(HashShown, hash.Length)]}";

    /// <summary>A school's figure is named 学校·学段·…</summary>
    private static string KindName(Figure figure) => figure.Name[(figure.Name.IndexOf('·', StringComparison.Ordinal) + 1)..];

    private static string KindOf(Figure figure) =>
        $"{KindName(figure)}|{figure.Indicator}|{figure.Period}|{figure.Revision}|{figure.Formula}|{figure.Hash}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
