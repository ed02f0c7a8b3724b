using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Xueheng.Reports.Fields;

namespace Xueheng.Reports.Word;

/// <summary>变动说明 and 缺失数据.</summary>
internal static class ChangeTables
{
    public static IEnumerable<OpenXmlElement> Changes(ReportSubject report, Paragraph like, ReportStyles styles, FigureLinks links)
    {
        if (report.Before is not { } before)
        {
            return [Sentence(like, "这是本模板在本学年的第一次打印，没有上次数据可比。")];
        }

        var day = FigureFormat.Print(before, null);
        if (report.Changes.Count == 0)
        {
            return [Sentence(like, $"与{day}打印的上一份相比，数据没有变动。")];
        }

        var counts = report.Changes.GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key.Chinese()}{g.Count().ToString(CultureInfo.InvariantCulture)}个");
        var table = new WordTable(styles.Cell, ("序号", 8), ("类别", 14), ("数据", 48), ("上次", 15), ("本次", 15));
        foreach (var (change, index) in report.Changes.Select((c, i) => (c, i + 1)))
        {
            table.Add(
                [WordTable.Text(index.ToString(CultureInfo.InvariantCulture))],
                [WordTable.Text(change.Kind.Chinese())],
                [WordTable.Text(change.Name)],
                [WordTable.Text(change.Before ?? "—")],
                [change.After is null ? WordTable.Text("—") : Linked(change.Page, change.After, styles, links)]);
        }

        return [Sentence(like, $"与{day}打印的上一份相比，{string.Join("、", counts)}："), table.Build()];
    }

    public static IEnumerable<OpenXmlElement> Missing(ReportSubject report, Paragraph like, ReportStyles styles, FigureLinks links)
    {
        if (report.Missing.Count == 0)
        {
            return [Sentence(like, "全部数据齐全，没有缺失。")];
        }

        var table = new WordTable(styles.Cell, ("编号", 10), ("数据", 55), ("原因", 35));
        foreach (var missing in report.Missing)
        {
            table.Add(
                [WordTable.Text(missing.Number.ToString(CultureInfo.InvariantCulture))],
                [Linked(missing.Page, missing.Name, styles, links)],
                [WordTable.Text(missing.Reason)]);
        }

        return [Sentence(like, $"以下{report.Missing.Count.ToString(CultureInfo.InvariantCulture)}个数据没有得到："), table.Build()];
    }

    private static Hyperlink Linked(string page, string text, ReportStyles styles, FigureLinks links) =>
        new(RunText.Of(null, text, styles.Figure)) { Id = links.RelationshipTo(page), History = true };

    private static Paragraph Sentence(Paragraph like, string text)
    {
        var paragraph = new Paragraph();
        if (like.ParagraphProperties is { } properties)
        {
            paragraph.Append(properties.CloneNode(true));
        }

        paragraph.Append(RunText.Of(like.Descendants<Run>().FirstOrDefault(), text));
        return paragraph;
    }
}
