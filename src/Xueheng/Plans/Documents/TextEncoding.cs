using System.Text;

namespace Xueheng.Plans.Documents;

/// <summary>Decodes text: by its mark where it has one, else UTF-8 if nearly all of it is valid, UTF-16 by its zero bytes, else GB18030, of which GBK and GB2312 are parts.</summary>
internal static class TextEncoding
{
    /// <summary>One damaged character in so many is a damaged text, not another encoding.</summary>
    private const int FewDamaged = 50;

    /// <summary>One control character in so many is no text.</summary>
    private const int FewControls = 100;

    private const char Damaged = '\uFFFD';

    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text, without a byte order mark; null when it is none.</summary>
    public static string? Decode(byte[] content)
    {
        var text = content switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            _ => Unmarked(content),
        };
        return text is not null && IsText(text) ? text : null;
    }

    private static string? Unmarked(byte[] content)
    {
        if (content.AsSpan().Contains((byte)0))
        {
            return ZeroBytes(content) is { } wide ? wide.GetString(content) : null;
        }

        var text = Encoding.UTF8.GetString(content);
        if (text.AsSpan().Count(Damaged) is var damaged && (damaged == 0 || damaged * FewDamaged < text.Length))
        {
            return text;
        }

        var chinese = Encoding.GetEncoding("GB18030").GetString(content);
        return chinese.AsSpan().Count(Damaged) * FewDamaged < chinese.Length ? chinese : text;
    }

    /// <summary>Text of one- and two-byte characters has its zero bytes on one side only.</summary>
    private static UnicodeEncoding? ZeroBytes(byte[] content)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < content.Length; i++)
        {
            if (content[i] == 0)
            {
                (even, odd) = i % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
            }
        }

        return even == 0 ? new UnicodeEncoding(bigEndian: false, byteOrderMark: false) : odd == 0 ? new UnicodeEncoding(bigEndian: true, byteOrderMark: false) : null;
    }

    private static bool IsText(string text)
    {
        var (wrong, letters) = (0, 0);
        foreach (var c in text)
        {
            wrong += c == Damaged || (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\v' or '\u0085')) ? 1 : 0;
            letters++;
        }

        return wrong * 4 < letters + 4 && text.AsSpan().Count('\0') * FewControls <= letters;
    }
}
