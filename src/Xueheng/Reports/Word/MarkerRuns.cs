using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Xueheng.Reports.Word;

/// <summary>
/// Word splits what was typed in one go over several runs (spelling, revision ids, an edit in the middle). This puts each
/// marker of a paragraph into one run of its own, with the formatting of the run it begins in.
/// </summary>
internal sealed partial class MarkerRuns
{
    private readonly Dictionary<Run, string> _markers = [];

    /// <summary>The inside of the marker a run holds, or null when it holds none.</summary>
    public string? Inside(Run run) => _markers.GetValueOrDefault(run);

    /// <summary>The paragraph's own text; that of text boxes anchored in it is theirs.</summary>
    public static string TextOf(Paragraph paragraph) => string.Concat(Pieces(paragraph).Select(p => p.Text));

    /// <summary>Gathers the markers of a paragraph. Complains of braces that do not close.</summary>
    public void Gather(Paragraph paragraph, Action<string, int> complain)
    {
        var text = TextOf(paragraph);
        if (!text.Contains("{{", StringComparison.Ordinal) && !text.Contains("}}", StringComparison.Ordinal)
            && !text.Contains("｛｛", StringComparison.Ordinal) && !text.Contains("｝｝", StringComparison.Ordinal))
        {
            return;
        }

        var matches = MarkerPattern().Matches(text);
        foreach (Match stray in StrayPattern().Matches(MarkerPattern().Replace(text, m => new string(' ', m.Length))))
        {
            complain(stray.Value is "{{" or "｛｛" ? "字段没有写完，缺少 }}" : "多出 }}", stray.Index);
        }

        foreach (var match in matches.Reverse())
        {
            if (match.Groups["in"].Value.Contains("{{", StringComparison.Ordinal))
            {
                complain("字段没有写完又开始了另一个，缺少 }}", match.Index);
                continue;
            }

            SplitAt(paragraph, match.Index + match.Length);
            SplitAt(paragraph, match.Index);
            _markers[Merge(paragraph, match)] = match.Groups["in"].Value;
        }
    }

    /// <summary>Takes a marker out of the document, as row markers are.</summary>
    public void Remove(Run run)
    {
        _markers.Remove(run);
        run.Remove();
    }

    private static Run Merge(Paragraph paragraph, Match match)
    {
        var inside = Pieces(paragraph)
            .Where(p => p.Start >= match.Index && p.Start < match.Index + match.Length)
            .Select(p => p.Run).Distinct().ToList();
        var first = inside[0];
        var (marker, others) = ((Run)first.CloneNode(false), new Run());
        if (first.RunProperties is { } properties)
        {
            marker.Append(properties.CloneNode(true));
        }

        marker.Append(new Text(match.Value) { Space = SpaceProcessingModeValues.Preserve });
        first.InsertBeforeSelf(marker);
        foreach (var run in inside)
        {
            foreach (var child in run.ChildElements.Where(c => c is not (RunProperties or Text or TabChar or Break or CarriageReturn or NoBreakHyphen)).ToList())
            {
                child.Remove();
                others.Append(child);
            }

            run.Remove();
        }

        if (others.HasChildren)
        {
            marker.InsertAfterSelf(others);
        }

        return marker;
    }

    /// <summary>Makes sure a run begins at an offset of the paragraph's text.</summary>
    private static void SplitAt(Paragraph paragraph, int offset)
    {
        var piece = Pieces(paragraph).FirstOrDefault(p => p.Start <= offset && offset < p.Start + p.Text.Length);
        if (piece is null || (piece.Start == offset && piece.Child.PreviousSibling() is null or RunProperties))
        {
            return;
        }

        var rest = (Run)piece.Run.CloneNode(false);
        if (piece.Run.RunProperties is { } properties)
        {
            rest.Append(properties.CloneNode(true));
        }

        var moved = piece.Child.ElementsAfter().ToList();
        if (piece.Start < offset)
        {
            var text = (Text)piece.Child;
            rest.Append(new Text(text.Text[(offset - piece.Start)..]) { Space = SpaceProcessingModeValues.Preserve });
            text.Text = text.Text[..(offset - piece.Start)];
            text.Space = SpaceProcessingModeValues.Preserve;
        }
        else
        {
            moved.Insert(0, piece.Child);
        }

        foreach (var child in moved)
        {
            child.Remove();
            rest.Append(child);
        }

        piece.Run.InsertAfterSelf(rest);
    }

    private static List<Piece> Pieces(Paragraph paragraph)
    {
        var pieces = new List<Piece>();
        var start = 0;
        foreach (var run in paragraph.Descendants<Run>().Where(r => Own(r, paragraph)))
        {
            foreach (var child in run.ChildElements)
            {
                var text = child switch
                {
                    Text t => t.Text,
                    TabChar or Break or CarriageReturn => " ",
                    NoBreakHyphen => "-",
                    _ => "",
                };
                if (text.Length > 0)
                {
                    pieces.Add(new Piece(run, child, start, text));
                    start += text.Length;
                }
            }
        }

        return pieces;
    }

    private static bool Own(OpenXmlElement element, Paragraph paragraph) => element.Ancestors<Paragraph>().First() == paragraph;

    /// <summary>A stretch of text and the run it is in.</summary>
    private sealed record Piece(Run Run, OpenXmlElement Child, int Start, string Text);

    [GeneratedRegex(@"(\{\{|｛｛)(?<in>.*?)(\}\}|｝｝)")]
    private static partial Regex MarkerPattern();

    [GeneratedRegex(@"\{\{|｛｛|\}\}|｝｝")]
    private static partial Regex StrayPattern();
}
