using Xueheng.Engines.Text;

namespace Xueheng.Plans.Confirming;

/// <summary>The longest part of a document of which one thing can be said.</summary>
/// <param name="Noise">No text of the document: menus, readings in brackets, what a web page put in between.</param>
/// <param name="Sentence">The sentence it is of; null for noise between sentences.</param>
/// <param name="Commitments">Those whose sentence it is part of, in the order of the document.</param>
/// <param name="First">Those of <paramref name="Commitments"/> that begin here.</param>
public sealed record Piece(string Text, bool Noise, TextSpan? Sentence, IReadOnlyList<Guid> Commitments, IReadOnlyList<Guid> First);

/// <summary>Cuts a document into pieces, line by line, so that what was found is seen where it stands and nothing is left out.</summary>
public static class DocumentPieces
{
    /// <param name="found">In the order of the document; those without a place are left out.</param>
    /// <returns>Lines of pieces; the pieces of all lines, joined by line feeds, are the document.</returns>
    public static IReadOnlyList<IReadOnlyList<Piece>> Of(
        string text, IReadOnlyList<Commitment> found, IReadOnlyList<TextSpan> sentences, IReadOnlyList<TextSpan> noise)
    {
        List<(Guid Id, TextSpan At)> marks =
            [.. found.Where(c => c is { Start: not null, End: not null }).Select(c => (c.Id, new TextSpan(Math.Clamp(c.Start!.Value, 0, text.Length), Math.Clamp(c.End!.Value, 0, text.Length))))];
        SortedSet<int> cuts = [0, text.Length];
        foreach (var stretch in marks.Select(m => m.At).Concat(sentences).Concat(noise))
        {
            cuts.Add(Math.Clamp(stretch.Start, 0, text.Length));
            cuts.Add(Math.Clamp(stretch.End, 0, text.Length));
        }

        for (var at = text.IndexOf('\n', StringComparison.Ordinal); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            cuts.Add(at);
            cuts.Add(at + 1);
        }

        var lines = new List<IReadOnlyList<Piece>>();
        var line = new List<Piece>();
        var (sentence, dim) = (new Walk(sentences), new Walk(noise));
        foreach (var (start, end) in cuts.Zip(cuts.Skip(1)))
        {
            if (text[start] == '\n')
            {
                lines.Add(line);
                line = [];
                continue;
            }

            List<(Guid Id, TextSpan At)> here = [.. marks.Where(m => m.At.Contains(start))];
            line.Add(new Piece(
                text[start..end], dim.At(start) is not null, sentence.At(start), [.. here.Select(m => m.Id)], [.. here.Where(m => m.At.Start == start).Select(m => m.Id)]));
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>Finds the stretch at each of a rising row of places.</summary>
    private sealed class Walk(IReadOnlyList<TextSpan> stretches)
    {
        private readonly TextSpan[] _sorted = [.. stretches.OrderBy(s => s.Start)];
        private int _next;

        public TextSpan? At(int place)
        {
            while (_next < _sorted.Length && _sorted[_next].End <= place)
            {
                _next++;
            }

            return _next < _sorted.Length && _sorted[_next].Contains(place) ? _sorted[_next] : null;
        }
    }
}
