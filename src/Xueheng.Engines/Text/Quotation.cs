namespace Xueheng.Engines.Text;

/// <summary>What is quoted: a short quotation is a name, a long one is speech.</summary>
internal static class Quotation
{
    private const int LongestName = 24;

    /// <summary>Where the name closes that a quotation mark here opens; null where none opens or what follows is speech.</summary>
    public static int? Name(ReadOnlySpan<char> text, int at)
    {
        if (!Characters.IsOpenQuote(text[at]) && text[at] != '"')
        {
            return null;
        }

        var close = text[at] switch { '“' => '”', '‘' => '’', '「' => '」', '『' => '』', '"' => '"', _ => '》' };
        var length = text[(at + 1)..Math.Min(text.Length, at + LongestName + 2)].IndexOf(close);
        return length > 0 ? at + 1 + length : null;
    }

    /// <summary>Whether one of the words stands outside of quoted names.</summary>
    /// <param name="except">Longer words that hold one and are none.</param>
    public static bool Outside(WordList words, ReadOnlySpan<char> text, WordList? except = null)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Name(text, i) is { } close)
            {
                i = close;
            }
            else if (except?.At(text, i) is { } other)
            {
                i += other.Length - 1;
            }
            else if (words.At(text, i) is not null)
            {
                return true;
            }
        }

        return false;
    }
}
