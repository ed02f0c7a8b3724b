namespace Xueheng.Census;

/// <summary>
/// What people type and paste, put right without changing what it says: spaces of every width around it, full-width digits
/// and letters, invisible characters, line breaks.
/// </summary>
internal static class Tidy
{
    /// <summary>Trimmed, with full-width digits and letters made half-width. Other full-width marks, as in school names, stay.</summary>
    public static string Text(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        foreach (var c in text)
        {
            if (c is < ' ' or (> '~' and <= '\u3000') or >= '\uFB00' || char.IsSurrogate(c))
            {
                return Rewrite(text);
            }
        }

        return text[0] == ' ' || text[^1] == ' ' ? text.Trim() : text;
    }

    /// <summary>For identifiers, numbers, dates and codes: half-width throughout, no spaces inside, no mark that only says "this is text".</summary>
    public static string Compact(string text)
    {
        var plain = true;
        foreach (var c in text)
        {
            plain &= c is > ' ' and < '\u007F' and not ('\'' or '=');
        }

        if (plain)
        {
            return text;
        }

        // ="0123" and '0123 are how people make a spreadsheet keep a .csv cell as text.
        if (text.Length > 3 && text.StartsWith("=\"", StringComparison.Ordinal) && text[^1] == '"')
        {
            text = text[2..^1];
        }

        return Kept(text.TrimStart('\''));
    }

    /// <summary>Half of a character that lost its other half becomes the mark for "unreadable": no database and no comparison takes it otherwise.</summary>
    public static string Whole(string? text)
    {
        if (text is null || !text.Any(char.IsSurrogate))
        {
            return text ?? "";
        }

        return string.Concat(text.EnumerateRunes().Select(r => r.ToString()));
    }

    private static string Kept(string text)
    {
        Span<char> kept = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                kept[length++] = c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c;
            }
        }

        return new string(kept[..length]);
    }

    private static string Rewrite(string text)
    {
        text = Whole(text);
        Span<char> kept = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            switch (c)
            {
                case '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u00AD':
                    break;
                case (>= '\uFF10' and <= '\uFF19') or (>= '\uFF21' and <= '\uFF3A') or (>= '\uFF41' and <= '\uFF5A'):
                    kept[length++] = (char)(c - 0xFEE0);
                    break;
                default:
                    kept[length++] = char.IsControl(c) || char.IsWhiteSpace(c) ? ' ' : c;
                    break;
            }
        }

        return new string(kept[..length]).Trim();
    }
}
