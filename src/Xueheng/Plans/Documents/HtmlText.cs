using System.Net;
using System.Text;
using Xueheng.Engines.Text;

namespace Xueheng.Plans.Documents;

/// <summary>
/// The visible text of a page of HTML, each character with its place in the source. One pass over the source and no tree, so a page may be as broken or as deep as it
/// likes: markup parts lines or vanishes, character references become characters, scripts, styles, menus and lines that are nothing but links are left out.
/// </summary>
internal static class HtmlText
{
    private const int LongestReference = 40;
    private const int LongestLink = 60;
    private const int LongestRow = 6_000;
    private const int FewestCells = 3;

    private static readonly HashSet<string> Raw = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "noscript", "template", "svg", "textarea", "iframe", "title", "object" };

    private static readonly HashSet<string> Dropped = new(StringComparer.OrdinalIgnoreCase) { "nav", "footer", "aside", "select", "button", "form" };

    /// <summary>Classes and ids of parts of a page that are not its article.</summary>
    private static readonly HashSet<string> Parts = new(StringComparer.OrdinalIgnoreCase)
    {
        "nav", "navbar", "menu", "side", "sidebar", "aside", "foot", "footer", "ad", "ads", "adv", "advert", "advertisement", "banner", "gg", "guanggao", "rel", "related", "relate", "recommend", "tuijian", "hot", "rank",
        "ranking", "paihang", "share", "comment", "comments", "pinglun", "crumb", "crumbs", "breadcrumb", "copyright", "links", "friendlink", "friendlinks", "pager", "pagination", "prevnext", "toolbar", "popup", "qrcode",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PartNames = Parts.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase) { "div", "ul", "ol", "section", "dl", "p", "table" };

    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "ins", "kbd", "label", "mark", "o:p", "q", "ruby", "s", "small", "span", "strong", "sub", "sup", "time", "u", "wbr", "img", "rb", "strike", "big",
    };

    /// <summary>Whether a text is a page rather than plain text.</summary>
    public static bool Is(string name, string text)
    {
        if (name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".xhtml", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var head = text.AsSpan(0, Math.Min(text.Length, 2048)).TrimStart();
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    public static MappedText Visible(string source)
    {
        var page = new PageWriter(source.Length);
        string? dropping = null;
        var (depth, link, row) = (0, false, 0);
        for (var i = 0; i < source.Length;)
        {
            if (source[i] != '<' || i + 1 == source.Length || !(char.IsAsciiLetter(source[i + 1]) || source[i + 1] is '/' or '!' or '?'))
            {
                i = Character(source, i, page, dropping is not null, link);
                continue;
            }

            var end = TagEnd(source, i);
            var (name, closing) = TagName(source, i);
            if (dropping is not null)
            {
                depth += name.Equals(dropping, StringComparison.OrdinalIgnoreCase) ? (closing ? -1 : 1) : 0;
                dropping = depth == 0 ? null : dropping;
            }
            else if (!closing && Raw.Contains(name))
            {
                i = RawEnd(source, end, name);
                continue;
            }
            else if (!closing && (Dropped.Contains(name) || (Blocks.Contains(name) && IsPart(source.AsSpan(i, end - i)))) && source.IndexOf($"</{name}", end, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                (dropping, depth) = (name, 1);
            }
            else if (name is "rt" or "rp" && !closing)
            {
                i = RawEnd(source, end, name);
                continue;
            }

            link = name is "a" or "A" ? !closing : link;
            row = name == "tr" && !closing ? RowEnd(source, end) : row;
            if (i < row)
            {
                Cell(name, closing, i, end, page);
            }
            else if (!Inline.Contains(name) && name.Length > 0)
            {
                page.Line(i, end, LongestLink);
            }

            i = end;
        }

        page.Line(source.Length, source.Length, LongestLink);
        return page.Done();
    }

    /// <summary>Where a row ends that is one of a table of data: three cells or more and no table inside. 0 for others, which only lay a page out.</summary>
    private static int RowEnd(string source, int at)
    {
        var end = source.IndexOf("</tr", at, Math.Min(LongestRow, source.Length - at), StringComparison.OrdinalIgnoreCase);
        var cells = 0;
        for (var i = at; end > 0 && (i = source.IndexOf("<t", i, end - i, StringComparison.OrdinalIgnoreCase)) >= 0; i += 2)
        {
            var (name, _) = TagName(source, i);
            if (name is "table" or "tr")
            {
                return 0;
            }

            cells += name is "td" or "th" ? 1 : 0;
        }

        return cells >= FewestCells ? end : 0;
    }

    /// <summary>Inside a row cells are parted by tabs, and what would part lines is a blank.</summary>
    private static void Cell(string name, bool closing, int start, int end, PageWriter page)
    {
        if (name is "td" or "th" && closing)
        {
            page.Add('\t', start, end, false);
        }
        else if (name == "tr")
        {
            page.Line(start, end, LongestLink);
        }
        else if (!Inline.Contains(name) && name.Length > 0)
        {
            page.Add(' ', start, end, false);
        }
    }

    /// <summary>Whether a class or the id of a tag says that it holds no article: class="side", id="footer".</summary>
    private static bool IsPart(ReadOnlySpan<char> tag)
    {
        foreach (var name in (ReadOnlySpan<string>)["class", "id"])
        {
            var at = tag.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase);
            if (at < 1 || !char.IsWhiteSpace(tag[at - 1]))
            {
                continue;
            }

            var value = tag[(at + name.Length + 1)..].TrimStart("\"' ");
            var close = value.IndexOfAny('"', '\'', '>');
            value = close < 0 ? value : value[..close];
            foreach (var range in value.Split(' '))
            {
                if (NamesPart(value[range]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>side, left-side, hot_news; has-sidebar is the article beside one.</summary>
    private static bool NamesPart(ReadOnlySpan<char> token)
    {
        foreach (var range in token.SplitAny('-', '_'))
        {
            var word = token[range];
            if (word is "has" or "with" or "no" or "content" or "main" or "article")
            {
                return false;
            }

            if (PartNames.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    private static int Character(string source, int at, PageWriter page, bool dropped, bool link)
    {
        var (text, end) = (source[at].ToString(), at + 1);
        if (source[at] == '&' && source.IndexOf(';', at, Math.Min(LongestReference, source.Length - at)) is > 0 and var semicolon)
        {
            var reference = source[at..(semicolon + 1)];
            var decoded = WebUtility.HtmlDecode(reference);
            (text, end) = decoded != reference ? (decoded, semicolon + 1) : (text, end);
        }

        if (!dropped)
        {
            foreach (var c in text)
            {
                // In HTML a line end is a blank.
                page.Add(c is '\n' or '\r' ? ' ' : c, at, end, link);
            }
        }

        return end;
    }

    private static int TagEnd(string source, int at)
    {
        if (string.CompareOrdinal(source, at, "<!--", 0, 4) == 0)
        {
            var close = source.IndexOf("-->", at + 4, StringComparison.Ordinal);
            return close < 0 ? source.Length : close + 3;
        }

        var end = source.IndexOf('>', at);
        return end < 0 ? source.Length : end + 1;
    }

    private static (string Name, bool Closing) TagName(string source, int at)
    {
        var closing = source[at + 1] == '/';
        var start = at + (closing ? 2 : 1);
        var end = start;
        while (end < source.Length && end - start < 20 && (char.IsAsciiLetterOrDigit(source[end]) || source[end] is ':' or '-'))
        {
            end++;
        }

        return (source[start..end].ToLowerInvariant(), closing);
    }

    private static int RawEnd(string source, int at, string name)
    {
        var close = source.IndexOf($"</{name}", at, StringComparison.OrdinalIgnoreCase);
        if (close < 0)
        {
            return at;
        }

        var end = source.IndexOf('>', close);
        return end < 0 ? source.Length : end + 1;
    }

    /// <summary>Collects lines; one that is nothing but short links is given up.</summary>
    private sealed class PageWriter(int capacity)
    {
        private readonly StringBuilder _text = new(capacity / 2);
        private readonly List<int> _starts = [];
        private readonly List<int> _ends = [];
        private int _line;
        private int _linked;
        private int _shown;
        private bool _stopped;

        public void Add(char c, int start, int end, bool link)
        {
            _text.Append(c);
            _starts.Add(start);
            _ends.Add(end);
            _shown += char.IsWhiteSpace(c) ? 0 : 1;
            _linked += link && !char.IsWhiteSpace(c) ? 1 : 0;
            _stopped |= c == '。';
        }

        public void Line(int start, int end, int longest)
        {
            if (_linked > 0 && _linked == _shown && !_stopped && _shown <= longest)
            {
                var count = _text.Length - _line;
                _text.Length = _line;
                _starts.RemoveRange(_starts.Count - count, count);
                _ends.RemoveRange(_ends.Count - count, count);
            }
            else if (_text.Length > _line)
            {
                Add('\n', start, end, false);
            }

            (_line, _linked, _shown, _stopped) = (_text.Length, 0, 0, false);
        }

        public MappedText Done() => MappedText.Of(_text.ToString(), [.. _starts], [.. _ends]);
    }
}
