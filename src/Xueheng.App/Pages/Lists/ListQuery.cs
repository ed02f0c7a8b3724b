using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace Xueheng.App.Pages.Lists;

/// <summary>
/// What an address says of one list: which rows, in which order, which page, which columns. A page with several lists
/// gives each a prefix. Everything else in the query is kept when an address is changed, so a link carries the whole view.
/// </summary>
public sealed class ListQuery
{
    public const int DefaultSize = 50;

    /// <summary>So few rows need no filters.</summary>
    public const int Few = 8;

    public static readonly IReadOnlyList<int> Sizes = [20, DefaultSize, 100, 200];

    private readonly List<KeyValuePair<string, string>> _pairs;
    private readonly string _prefix;

    private ListQuery(List<KeyValuePair<string, string>> pairs, string prefix) => (_pairs, _prefix) = (pairs, prefix);

    /// <param name="query">The query string, with or without its question mark.</param>
    /// <param name="prefix">Empty, or the list's name and a dot.</param>
    public static ListQuery Read(string? query, string prefix = "")
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(query))
        {
            if (pair.EncodedValue.Length > 0)
            {
                pairs.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString().Trim()));
            }
        }

        return new ListQuery(pairs, prefix);
    }

    public string? this[string key]
    {
        get
        {
            var name = _prefix + key;
            foreach (var pair in _pairs)
            {
                if (pair.Key == name && pair.Value.Length > 0)
                {
                    return pair.Value;
                }
            }

            return null;
        }
    }

    /// <summary>The column to sort by, null for the list's own order.</summary>
    public string? Sort => this["sort"]?.TrimStart('-');

    public bool Descending => this["sort"] is ['-', ..];

    /// <summary>From 1.</summary>
    public int Page => Number("page") is { } page and > 0 ? page : 1;

    public int Size => Number("size") is { } size && Sizes.Contains(size) ? size : DefaultSize;

    /// <summary>Columns chosen by hand; empty for the list's own choice.</summary>
    public IReadOnlyList<string> Columns => [.. _pairs.Where(p => p.Key == _prefix + "col").Select(p => p.Value)];

    public string Name(string key) => _prefix + key;

    /// <summary>The pairs a form must carry along as hidden fields, when it has fields of its own for <paramref name="own"/>.</summary>
    public IEnumerable<KeyValuePair<string, string>> Others(params IEnumerable<string> own)
    {
        var left = own.Append("page").Select(Name).ToHashSet();
        return _pairs.Where(p => !left.Contains(p.Key));
    }

    /// <summary>The query with some keys set or, where the value is null, taken out. The page is forgotten unless it is set.</summary>
    public string With(params ReadOnlySpan<(string Key, string? Value)> changes)
    {
        var changed = new HashSet<string> { Name("page") };
        foreach (var (key, _) in changes)
        {
            changed.Add(Name(key));
        }

        var text = new StringBuilder();
        foreach (var pair in _pairs)
        {
            if (!changed.Contains(pair.Key))
            {
                Append(text, pair.Key, pair.Value);
            }
        }

        foreach (var (key, value) in changes)
        {
            if (value is not null)
            {
                Append(text, Name(key), value);
            }
        }

        return text.ToString();
    }

    public string WithPage(int page) => With(("page", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The query that sorts by a column: rising, and falling when it already rises.</summary>
    public string WithSort(string key) => With(("sort", Sort == key && !Descending ? "-" + key : key));

    private static void Append(StringBuilder text, string key, string value) =>
        text.Append(text.Length == 0 ? '?' : '&').Append(UrlEncoder.Default.Encode(key)).Append('=').Append(UrlEncoder.Default.Encode(value));

    private int? Number(string key) =>
        int.TryParse(this[key], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
