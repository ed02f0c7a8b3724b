using System.Collections.Frozen;

namespace Xueheng.Engines.Text;

/// <summary>Words looked for at a place of a text, the longest first. A search costs one look-up a character plus the words that begin with it.</summary>
public sealed class WordList
{
    private readonly FrozenDictionary<char, string[]> _byFirst;
    private readonly FrozenDictionary<char, string[]> _byLast;

    public WordList(IEnumerable<string> words)
    {
        Words = [.. words.Where(w => w.Length > 0).Distinct()];
        _byFirst = Words.GroupBy(w => w[0]).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ToArray());
        _byLast = Words.GroupBy(w => w[^1]).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ToArray());
    }

    public IReadOnlyList<string> Words { get; }

    /// <summary>The longest word that begins at <paramref name="at"/>, or null.</summary>
    public string? At(ReadOnlySpan<char> text, int at)
    {
        if (at >= 0 && at < text.Length && _byFirst.TryGetValue(text[at], out var words))
        {
            var rest = text[at..];
            foreach (var word in words)
            {
                if (rest.StartsWith(word, StringComparison.Ordinal))
                {
                    return word;
                }
            }
        }

        return null;
    }

    /// <summary>The longest word that ends just before <paramref name="end"/>, or null.</summary>
    public string? Before(ReadOnlySpan<char> text, int end)
    {
        if (end > 0 && end <= text.Length && _byLast.TryGetValue(text[end - 1], out var words))
        {
            var head = text[..end];
            foreach (var word in words)
            {
                if (head.EndsWith(word, StringComparison.Ordinal))
                {
                    return word;
                }
            }
        }

        return null;
    }

    /// <summary>The first word in the text and where it begins; -1 when there is none.</summary>
    public int Find(ReadOnlySpan<char> text, out string? word, int from = 0)
    {
        for (var i = from; i < text.Length; i++)
        {
            if ((word = At(text, i)) is not null)
            {
                return i;
            }
        }

        word = null;
        return -1;
    }

    /// <summary>Where the last word in the text begins; -1 when there is none.</summary>
    public int FindLast(ReadOnlySpan<char> text, out string? word)
    {
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if ((word = At(text, i)) is not null)
            {
                return i;
            }
        }

        word = null;
        return -1;
    }

    public bool In(ReadOnlySpan<char> text) => Find(text, out _) >= 0;
}
