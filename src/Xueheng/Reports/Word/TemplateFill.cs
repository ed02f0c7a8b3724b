using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Xueheng.Reports.Charts;
using Xueheng.Reports.Fields;

namespace Xueheng.Reports.Word;

/// <summary>Thrown when a template repeats so much that the document would never open.</summary>
internal sealed class ReportTooLargeException : Exception;

/// <summary>Fills one part of a template with the figures of a report.</summary>
internal sealed class TemplateFill(ReportSubject report, FigureLedger ledger, ReportStyles styles, FigureLinks links, ChartParts? charts)
{
    /// <summary>Elements of the document; an official report has some ten thousand.</summary>
    private const int MostElements = 500_000;

    private int _elements;

    /// <summary>Where the document wants a listing, to be written once all figures are known.</summary>
    public List<(Listing Listing, Paragraph At)> Listings { get; } = [];

    public OpenXmlElement Fill(TemplateNode root) => Fill(root, Scope.Of(report), 0).Single();

    private IEnumerable<OpenXmlElement> Fill(IReadOnlyList<TemplateNode> nodes, Scope scope, int repeat) => nodes.SelectMany(n => Fill(n, scope, repeat));

    /// <param name="repeat">Greater than zero in every copy but the first: what may stand only once in a document is left out.</param>
    private IEnumerable<OpenXmlElement> Fill(TemplateNode node, Scope scope, int repeat)
    {
        if (++_elements > MostElements)
        {
            throw new ReportTooLargeException();
        }

        switch (node)
        {
            case TemplateNode.Copy copy:
                return OnceOnly.Clone(copy.Element, repeat);
            case TemplateNode.Around around:
                return Shells.Fill(OnceOnly.Shell(around.Shell, repeat), Fill(around.Children, scope, repeat));
            case TemplateNode.Value value:
                return [Value(value, scope)];
            case TemplateNode.With with:
                var one = (Reading.One)with.Path.Read(scope, report.Packs);
                return Fill(with.Body, scope.Enter(one.Kind, one.Subject, scope.Index, scope.Last), repeat);
            case TemplateNode.If condition:
                return If(condition, scope, repeat);
            case TemplateNode.Each each:
                return Each(each, scope, repeat);
            case TemplateNode.Chart chart:
                return [Chart(chart, scope)];
            case TemplateNode.List list:
                var place = (Paragraph)list.Paragraph.CloneNode(true);
                Listings.Add((list.Listing, place));
                return [place];
            default:
                throw new InvalidOperationException($"{node.GetType()} is not a node of a template.");
        }
    }

    private OpenXmlElement Value(TemplateNode.Value value, Scope scope) => value.Path.Read(scope, report.Packs) switch
    {
        Reading.Amount amount => Figure(amount, value.Format, value.Run, value.InLink),
        Reading.Words words => RunText.Of(value.Run, words.Text),
        Reading.Day day => RunText.Of(value.Run, FigureFormat.Print(day.Date, value.Format?.Pattern)),
        Reading.Ordinal ordinal => RunText.Of(value.Run, FigureFormat.Print(ordinal.Value, value.Format?.Pattern)),
        var other => throw new InvalidOperationException($"{value.Path} reads {other}, which the check should have refused."),
    };

    private OpenXmlElement Figure(Reading.Amount amount, FigureFormat? format, Run? like, bool inLink)
    {
        var figure = ledger.Take(amount, format);
        var style = figure.Missing is not null ? styles.Missing : ledger.IsChanged(figure) ? styles.Changed : styles.Figure;
        var run = RunText.Of(like, figure.Printed, style);
        return inLink ? run : links.Link(figure, run);
    }

    private IEnumerable<OpenXmlElement> If(TemplateNode.If condition, Scope scope, int repeat)
    {
        var result = condition.Condition.Test(scope, report.Packs);
        return result.Missing is { } missing
            ? [InPlace(condition, Figure(missing, null, null, inLink: false))]
            : Fill(result.Holds == true ? condition.Then : condition.Otherwise, scope, repeat);
    }

    private IEnumerable<OpenXmlElement> Each(TemplateNode.Each each, Scope scope, int repeat)
    {
        var many = (Reading.Many)each.Marker.Path.Read(scope, report.Packs);
        var taken = many.Subjects
            .Where(s => each.Marker.Where is null || Holds(each.Marker.Where, scope.Enter(many.Kind, s, 0, false)))
            .Take(each.Marker.First ?? int.MaxValue)
            .ToList();
        return taken.Count == 0
            ? Fill(each.Otherwise, scope, repeat)
            : taken.SelectMany((subject, index) => Fill(each.Body, scope.Enter(many.Kind, subject, index + 1, index == taken.Count - 1), repeat + index));
    }

    private OpenXmlElement Chart(TemplateNode.Chart chart, Scope scope)
    {
        var drawn = ReportCharts.Of(chart.Marker, scope, report.Packs);
        if (drawn.Data is null)
        {
            return Figure(new Reading.Amount(drawn.Source, null, null, drawn.Missing), null, chart.Run, inLink: false);
        }

        var figure = ledger.Take(drawn.Source, drawn.Printed, null, null);
        return charts!.Add(drawn.Data, chart.Marker.Size, links.RelationshipTo(figure.Page));
    }

    /// <summary>A thing whose figure is missing is not listed, but the missing figure is.</summary>
    private bool Holds(Condition condition, Scope scope)
    {
        var result = condition.Test(scope, report.Packs);
        if (result.Missing is { } missing)
        {
            ledger.Take(missing, null);
        }

        return result.Holds == true;
    }

    /// <summary>A figure where a whole block stood: a condition over a missing figure is neither true nor false.</summary>
    private static OpenXmlElement InPlace(TemplateNode.If condition, OpenXmlElement figure)
    {
        if (condition.Level == Level.Runs)
        {
            return figure;
        }

        var paragraph = new Paragraph(figure);
        if (condition.Level == Level.Blocks)
        {
            return paragraph;
        }

        var cells = condition.Then.OfType<TemplateNode.Around>().Select(a => a.Children.Count(Shells.IsCell)).FirstOrDefault(1);
        return new TableRow(new TableCell(new TableCellProperties(new GridSpan { Val = Math.Max(1, cells) }), paragraph));
    }
}
