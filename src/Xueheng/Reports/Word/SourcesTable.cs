using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Xueheng.Census;

namespace Xueheng.Reports.Word;

/// <summary>数据来源: where every figure comes from. Figures of one kind that differ only by school share a row.</summary>
internal static class SourcesTable
{
    private const int HashShown = 12;

    public static IEnumerable<OpenXmlElement> Write(IReadOnlyList<Figure> figures, ReportStyles styles, FigureLinks links)
    {
        var table = new WordTable(
            styles.Cell, ("编号", 6), ("数据", 33), ("指标", 8), ("学段", 5), ("学年", 8), ("版本", 5), ("计算公式", 23), ("标准包", 12));
        foreach (var group in figures.GroupBy(f => f.School is null ? $"{f.Number}" : KindOf(f)).OrderBy(g => g.First().Number))
        {
            var (first, alone) = (group.First(), group.Count() == 1);
            table.Add(
                [WordTable.Text(alone ? Number(first.Number) : $"{Number(first.Number)}等{Number(group.Count())}个")],
                [.. alone ? Alone(first, styles, links) : Together(group, styles, links)],
                [WordTable.Text(first.Indicator)],
                [WordTable.Text(first.Stage?.Chinese() ?? "")],
                [WordTable.Text($"{first.Period}—{first.Period + 1}")],
                [WordTable.Text(first.Revision == 0 ? "—" : Number(first.Revision))],
                [WordTable.Text(first.Formula)],
                [WordTable.Text($"{first.Standard} {first.Version} {first.Hash[..Math.Min(HashShown, first.Hash.Length)]}")]);
        }

        yield return table.Build();
        foreach (var pack in figures.Select(f => (f.Standard, f.Version, f.Hash)).Distinct())
        {
            yield return new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = styles.Cell }),
                WordTable.Text($"{pack.Standard} 版本 {pack.Version},内容 SHA-256:{pack.Hash}"));
        }
    }

    private static IEnumerable<OpenXmlElement> Alone(Figure figure, ReportStyles styles, FigureLinks links) =>
        [WordTable.Text($"{figure.Name}:"), Printed(figure, styles, links)];

    private static IEnumerable<OpenXmlElement> Together(IEnumerable<Figure> figures, ReportStyles styles, FigureLinks links)
    {
        var list = figures.ToList();
        yield return WordTable.Text($"{list[0].Name[(list[0].Name.IndexOf('·', StringComparison.Ordinal) + 1)..]}:");
        for (var i = 0; i < list.Count; i++)
        {
            yield return WordTable.Text($"({Number(list[i].Number)}){SchoolOf(list[i])}");
            yield return Printed(list[i], styles, links);
            yield return WordTable.Text(i < list.Count - 1 ? ";" : "");
        }
    }

    private static OpenXmlElement Printed(Figure figure, ReportStyles styles, FigureLinks links) =>
        links.Link(figure, RunText.Of(null, figure.Printed, figure.Missing is null ? styles.Figure : styles.Missing));

    /// <summary>A school's figure is named 学校·学段·…</summary>
    private static string SchoolOf(Figure figure) => figure.Name.Split('·')[0];

    private static string KindOf(Figure figure) =>
        $"{figure.Name[figure.Name.IndexOf('·', StringComparison.Ordinal)..]}|{figure.Indicator}|{figure.Period}|{figure.Revision}|{figure.Formula}|{figure.Hash}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
