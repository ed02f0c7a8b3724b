namespace Xueheng.Engines.Text;

/// <summary>Full-width letters, digits and signs become half-width, every blank but a tab a space, every line end one LF; what has no width goes. Punctuation stays as written.</summary>
internal static class FoldWidth
{
    public static MappedText Run(MappedText text)
    {
        var clean = new MappedTextBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\r')
            {
                var end = i + 1 < text.Length && text[i + 1] == '\n' ? i + 2 : i + 1;
                clean.Add('\n', text.Original(i, end).Start, text.Original(i, end).End);
                i = end - 1;
            }
            else if (Fold(c) is { } folded)
            {
                clean.Add(folded, text, i);
            }
        }

        return clean.Build();
    }

    private static char? Fold(char c) => c switch
    {
        (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') or '．' or '％' or '＋' or '／' or '－' => (char)(c - 0xFEE0),
        '﹪' => '%',
        '\uFFFD' => DropReadings.Lost,
        '\n' or '\u2028' or '\u2029' or '\u0085' or '\f' or '\v' => '\n',
        '\t' => '\t',
        ' ' or '\u00A0' or '\u3000' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' => ' ',
        '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or (>= '\uE000' and <= '\uF8FF') or '\uFEFF' or '\uFFFE' or '\uFFFF' => null,
        < ' ' or '\u007F' => null,
        _ => c,
    };
}
