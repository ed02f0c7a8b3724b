using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Xueheng.Reports.Word;

/// <summary>Reads one part of a template (body, a header, a footer, notes) into a tree, gathering everything that is wrong.</summary>
internal sealed class TemplateParser(string part, List<TemplateError> errors)
{
    private const int AroundLength = 24;

    private readonly MarkerRuns _runs = new();

    /// <summary>The standard the template names, when it does.</summary>
    public string? Standard { get; private set; }

    public TemplateNode Parse(OpenXmlElement root)
    {
        Wrappings.Remove(root);
        foreach (var paragraph in root.Descendants<Paragraph>().ToList())
        {
            _runs.Gather(paragraph, (wrong, at) => errors.Add(new TemplateError(part, Around(MarkerRuns.TextOf(paragraph), at), wrong)));
        }

        return Node(root);
    }

    private TemplateNode Node(OpenXmlElement element)
    {
        if (!element.Descendants<Run>().Any(r => _runs.Inside(r) is not null))
        {
            return new TemplateNode.Copy(element);
        }

        return new TemplateNode.Around(element.CloneNode(false), Siblings([.. element.ChildElements]));
    }

    private List<TemplateNode> Siblings(IReadOnlyList<OpenXmlElement> siblings)
    {
        var blocks = new OpenBlocks();
        foreach (var sibling in siblings)
        {
            switch (sibling)
            {
                case Run run when _runs.Inside(run) is { } inside:
                    Inline(run, inside, blocks);
                    break;
                case Paragraph paragraph when Controls(paragraph) is { Count: > 0 } controls:
                    Apply(controls, Level.Blocks, blocks);
                    if (paragraph.ParagraphProperties?.SectionProperties is not null)
                    {
                        blocks.Add(new TemplateNode.Copy(new Paragraph(paragraph.ParagraphProperties.CloneNode(true))));
                    }

                    break;
                case Paragraph paragraph when Sole(paragraph) is (Marker.List list, var place):
                    blocks.Add(new TemplateNode.List(list.Listing, paragraph, place));
                    break;
                case Paragraph { ParagraphProperties: null or { SectionProperties: null } } paragraph when Sole(paragraph) is (Marker.Use use, _):
                    Standard = use.Standard;
                    break;
                case TableRow row when Controls(row) is { Count: > 0 } controls:
                    Apply(controls, Level.Rows, blocks);
                    break;
                case TableRow row:
                    Row(row, blocks);
                    break;
                default:
                    blocks.Add(Node(sibling));
                    break;
            }
        }

        foreach (var (marker, place) in blocks.Unclosed)
        {
            Wrong(place, $"没有对应的 {CloseOf(marker.Word)}（要在同一段里、同一行的单元格里，或者各自单独成段）");
        }

        return blocks.Result;
    }

    private void Inline(Run run, string inside, OpenBlocks blocks)
    {
        var place = PlaceOf(run);
        switch (Read(run, inside))
        {
            case Marker.Value value:
                blocks.Add(new TemplateNode.Value(run, value.Path, value.Format, IsInLink(run), place));
                break;
            case Marker.Chart chart when part == TemplateParts.Body:
                blocks.Add(new TemplateNode.Chart(run, chart, place));
                break;
            case Marker.Chart:
                Wrong(place, "图只能放在正文里");
                break;
            case Marker.List:
                Wrong(place, "数据来源、变动说明、缺失数据要单独成段");
                break;
            case Marker.Use use:
                Standard = use.Standard;
                break;
            case { } control:
                Apply([(control, place)], Level.Runs, blocks);
                break;
            case null:
                break;
        }
    }

    /// <summary>A row whose each or if opens in one cell and closes in another repeats or stays as a whole.</summary>
    private void Row(TableRow row, OpenBlocks blocks)
    {
        var controls = RowControls.Of(row, _runs, Read);
        if (controls.Count == 0)
        {
            blocks.Add(Node(row));
            return;
        }

        var marked = controls.Select(c => (c.Marker, Place: PlaceOf(c.Run))).ToList();
        controls.ForEach(c => _runs.Remove(c.Run));
        var half = marked.TakeWhile(m => m.Marker is Marker.Open).Count();
        if (marked.Skip(half).Any(m => m.Marker is not Marker.Close) || marked.Count != 2 * half)
        {
            Wrong(marked[0].Place, "一行里的重复和条件要成对，先开始、后结束；要重复几行，就把标记单独放在一行；整行的条件里不能写 {{else}}");
            return;
        }

        Apply([.. marked.Take(half)], Level.Rows, blocks);
        blocks.Add(Node(row));
        Apply([.. marked.Skip(half)], Level.Rows, blocks);
    }

    private void Apply(IReadOnlyList<(Marker Marker, Place Place)> controls, Level level, OpenBlocks blocks)
    {
        foreach (var (marker, place) in controls)
        {
            if (blocks.Apply(marker, level, place) is { } wrong)
            {
                Wrong(place, wrong);
            }
        }
    }

    /// <summary>The markers of an element that holds control markers and nothing else, where they do not close within it.</summary>
    private List<(Marker, Place)>? Controls(OpenXmlElement element)
    {
        var found = new List<(Marker, Place)>();
        foreach (var paragraph in element is Paragraph own ? [own] : element.Descendants<Paragraph>().ToList())
        {
            var text = MarkerRuns.TextOf(paragraph);
            foreach (var run in paragraph.Descendants<Run>())
            {
                if (_runs.Inside(run) is { } inside)
                {
                    if (Read(run, inside) is not { IsControl: true } control)
                    {
                        return null;
                    }

                    found.Add((control, PlaceOf(run)));
                    text = text.Replace(run.InnerText, "", StringComparison.Ordinal);
                }
                else if (run.Descendants().Any(c => c is Drawing or Picture or EmbeddedObject))
                {
                    return null;
                }
            }

            if (text.Trim().Length > 0)
            {
                return null;
            }
        }

        return Balance.Unmatched(found, f => f.Item1).Count == 0 ? null : found;
    }

    /// <summary>The marker of a paragraph that holds one and nothing else.</summary>
    private (Marker Marker, Place Place)? Sole(Paragraph paragraph)
    {
        var marked = paragraph.Descendants<Run>().Where(r => _runs.Inside(r) is not null).ToList();
        return marked is [var only] && MarkerRuns.TextOf(paragraph).Trim() == only.InnerText && Read(only, _runs.Inside(only)!) is { } marker
            ? (marker, PlaceOf(only))
            : null;
    }

    private Marker? Read(Run run, string inside)
    {
        var (marker, wrong) = MarkerParser.Parse(inside);
        if (wrong is not null)
        {
            Wrong(PlaceOf(run), wrong);
        }

        return marker;
    }

    private void Wrong(Place place, string wrong)
    {
        var error = new TemplateError(place.Part, place.Around, wrong);
        if (!errors.Contains(error))
        {
            errors.Add(error);
        }
    }

    private Place PlaceOf(Run run)
    {
        var paragraph = run.Ancestors<Paragraph>().First();
        var text = MarkerRuns.TextOf(paragraph);
        var at = text.IndexOf(run.InnerText, StringComparison.Ordinal);
        return new Place(part, Around(text, at, run.InnerText.Length));
    }

    private static string Around(string text, int at, int length = 0)
    {
        var (from, to) = (Math.Max(0, at - AroundLength), Math.Min(text.Length, at + length + AroundLength));
        return $"{(from > 0 ? "…" : "")}{text[from..to].Trim()}{(to < text.Length ? "…" : "")}";
    }

    private static bool IsInLink(Run run) =>
        run.Ancestors().Any(a => a is Hyperlink or SimpleField)
        || run.ElementsBefore().OfType<Run>().SelectMany(r => r.Elements<FieldChar>())
            .Sum(f => f.FieldCharType?.Value == FieldCharValues.Begin ? 1 : f.FieldCharType?.Value == FieldCharValues.End ? -1 : 0) > 0;

    private static string CloseOf(BlockWord word) => word switch
    {
        BlockWord.Each => "{{/each}}",
        BlockWord.If => "{{/if}}",
        BlockWord.With => "{{/with}}",
    };
}
