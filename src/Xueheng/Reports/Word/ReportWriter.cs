using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xueheng.Reports.Fields;
using Wp = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Xueheng.Reports.Word;

/// <summary>Writes a report over a copy of its template: part after part, then what lists the figures.</summary>
internal static class ReportWriter
{
    public static void Write(MainDocumentPart main, IReadOnlyDictionary<Uri, TemplateNode> template, ReportSubject report, FigureLedger ledger, Uri site)
    {
        var styles = ReportStyles.Of(main);
        var places = new List<(Listing Listing, Paragraph At, FigureLinks Links)>();
        foreach (var (part, _) in TemplateParts.Of(main))
        {
            var links = new FigureLinks(part, site);
            var fill = new TemplateFill(report, ledger, styles, links, part is MainDocumentPart ? new ChartParts(main) : null);
            Replace(part, fill.Fill(template[part.Uri]));
            places.AddRange(fill.Listings.Select(l => (l.Listing, l.At, links)));
            if (part is MainDocumentPart && places.All(p => p.Listing != Listing.Sources))
            {
                places.Add((Listing.Sources, Annex(main.Document!.Body!), links));
            }
        }

        foreach (var (listing, at, links) in places)
        {
            foreach (var element in Write(listing, at, report, ledger, styles, links))
            {
                at.InsertBeforeSelf(element);
            }

            Leave(at);
        }

        Renumber(main);
    }

    private static IEnumerable<OpenXmlElement> Write(
        Listing listing, Paragraph at, ReportSubject report, FigureLedger ledger, ReportStyles styles, FigureLinks links) => listing switch
        {
            Listing.Sources => SourcesTable.Write(ledger.Figures, styles, links),
            Listing.Changes => ChangeTables.Changes(report, at, styles, links),
            Listing.Missing => ChangeTables.Missing(report, at, styles, links),
        };

    /// <summary>The place for the annex at the end of a template that gives it none.</summary>
    private static Paragraph Annex(Body body)
    {
        var title = new Paragraph(
            new ParagraphProperties(new PageBreakBefore(), new Justification { Val = JustificationValues.Center }),
            new Run(new RunProperties(new Bold()), new Text("附件 数据来源")));
        var place = new Paragraph();
        foreach (var paragraph in new[] { title, place })
        {
            if (body.Elements<SectionProperties>().LastOrDefault() is { } section)
            {
                section.InsertBeforeSelf(paragraph);
            }
            else
            {
                body.AppendChild(paragraph);
            }
        }

        return place;
    }

    /// <summary>The paragraph of a listing goes, unless it ends a section or keeps two tables, or a table and the cell's end, apart.</summary>
    private static void Leave(Paragraph at)
    {
        var keeps = at.ParagraphProperties?.SectionProperties is not null
            || (at.PreviousSibling() is Table && at.NextSibling() is null or Table or SectionProperties);
        if (keeps)
        {
            at.RemoveAllChildren<Run>();
        }
        else
        {
            at.Remove();
        }
    }

    /// <summary>The part keeps its root, which the template's copy has too; what stands in it is exchanged.</summary>
    private static void Replace(OpenXmlPart part, OpenXmlElement filled)
    {
        var (root, content) = (TemplateParts.RootOf(part), filled.ChildElements.ToList());
        filled.RemoveAllChildren();
        root.RemoveAllChildren();
        root.Append(content);
    }

    /// <summary>Drawings of repeated blocks carry the number of the one they were copied from.</summary>
    private static void Renumber(MainDocumentPart main)
    {
        var id = 0u;
        foreach (var drawing in TemplateParts.Of(main).SelectMany(p => TemplateParts.RootOf(p.Part).Descendants<Wp.DocProperties>()))
        {
            drawing.Id = ++id;
        }
    }
}
