namespace Xueheng.Engines.Text;

/// <summary>What the shape of a line says of it.</summary>
internal static class LineShape
{
    public static int Han(ReadOnlySpan<char> line)
    {
        var count = 0;
        foreach (var c in line)
        {
            count += Characters.IsHan(c) ? 1 : 0;
        }

        return count;
    }

    public static int Commas(ReadOnlySpan<char> line)
    {
        var count = 0;
        foreach (var c in line)
        {
            count += Characters.IsComma(c) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The last character that is not a closing quote or bracket.</summary>
    public static char LastSign(ReadOnlySpan<char> line)
    {
        var at = line.Length - 1;
        while (at > 0 && (Characters.IsCloseQuote(line[at]) || Characters.IsCloseBracket(line[at]) || line[at] == ' '))
        {
            at--;
        }

        return at < 0 ? ' ' : line[at];
    }

    /// <summary>Too few characters of the language in it: numbers, addresses, rulers, file sizes.</summary>
    public static bool HasNoProse(ReadOnlySpan<char> line)
    {
        var han = Han(line);
        return han < 2 || (han < 8 && han * 4 < line.Length && !line.Contains('。'));
    }

    /// <summary>Links side by side: 「首页 新闻 公告 政务」, 「当前位置: 首页 &gt;&gt; 动态」, 「甲|乙|丙|丁」.</summary>
    public static bool IsMenu(ReadOnlySpan<char> line, int word)
    {
        if (line.Contains('。'))
        {
            return false;
        }

        var (bars, arrows, words, longest, length) = (0, 0, 0, 0, 0);
        foreach (var c in line)
        {
            bars += c is '|' or '｜' or '┊' ? 1 : 0;
            arrows += c is '>' or '»' or '›' ? 1 : 0;
            if (c is ' ' or '\t' or '|' or '｜' or '>')
            {
                words += length > 0 ? 1 : 0;
                length = 0;
            }
            else
            {
                longest = Math.Max(longest, ++length);
            }
        }

        words += length > 0 ? 1 : 0;
        return bars >= 3 || arrows >= 2 || (bars + arrows > 0 && longest <= word + 2) || (words >= 4 && longest <= word);
    }

    /// <summary>The beginning of another article, cut off with dots.</summary>
    public static bool IsTeaser(ReadOnlySpan<char> line) => line.EndsWith("...") || line.EndsWith("…") || line.EndsWith(">>");
}
