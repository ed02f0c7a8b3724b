using System.Text;

namespace Xueheng.Workbooks;

/// <summary>Text as a spreadsheet's XML may hold it.</summary>
public static class CellText
{
    /// <summary>A longer text makes the file unreadable.</summary>
    public const int MaxLength = 32_767;

    /// <summary>True when a program that imports the text again might take it for a formula.</summary>
    public static bool LooksLikeFormula(string text) =>
        text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';

    /// <summary>
    /// Drops characters XML cannot hold and lone surrogates, and protects what would be read as an escape
    /// (<c>_x0041_</c> stands for A in a spreadsheet's XML).
    /// </summary>
    public static string Clean(string text)
    {
        if (text.Length > MaxLength)
        {
            var end = MaxLength - 1;
            text = string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), "…");
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!IsPlain(text[i]) || IsEscape(text, i))
            {
                return Rewrite(text);
            }
        }

        return text;
    }

    private static string Rewrite(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (IsEscape(text, i))
            {
                clean.Append("_x005F_");
            }
            else if (IsPlain(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString();
    }

    private static bool IsPlain(char c) => c switch
    {
        '\t' or '\n' or '\r' => true,
        < ' ' or '\uFFFE' or '\uFFFF' => false,
        _ => !char.IsSurrogate(c),
    };

    private static bool IsEscape(string text, int at) =>
        text[at] == '_' && text.Length - at >= 7 && text[at + 1] == 'x' && text[at + 6] == '_'
        && char.IsAsciiHexDigit(text[at + 2]) && char.IsAsciiHexDigit(text[at + 3])
        && char.IsAsciiHexDigit(text[at + 4]) && char.IsAsciiHexDigit(text[at + 5]);
}
