using System.Globalization;
using Xueheng.Reports.Fields;

namespace Xueheng.Reports.Word;

/// <summary>Reads the inside of a marker. Every word has a Chinese and an English spelling.</summary>
internal static class MarkerParser
{
    private const decimal SmallestChart = 2;

    private const decimal LargestChart = 30;

    private static readonly Dictionary<string, BlockWord> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        ["each"] = BlockWord.Each,
        ["逐个"] = BlockWord.Each,
        ["if"] = BlockWord.If,
        ["如果"] = BlockWord.If,
        ["with"] = BlockWord.With,
        ["取"] = BlockWord.With,
    };

    private static readonly Dictionary<string, Listing> Listings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sources"] = Listing.Sources,
        ["数据来源"] = Listing.Sources,
        ["changes"] = Listing.Changes,
        ["变动说明"] = Listing.Changes,
        ["missing"] = Listing.Missing,
        ["缺失数据"] = Listing.Missing,
    };

    private static readonly Dictionary<string, ChartWord> Charts = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cv"] = ChartWord.Disparity,
        ["差异系数"] = ChartWord.Disparity,
        ["trend"] = ChartWord.Trend,
        ["趋势"] = ChartWord.Trend,
        ["cv-trend"] = ChartWord.DisparityTrend,
        ["差异系数趋势"] = ChartWord.DisparityTrend,
    };

    /// <summary>The marker, or what is wrong with it.</summary>
    public static (Marker? Marker, string? Wrong) Parse(string inside)
    {
        if (FieldTokens.Cut(inside) is not { } tokens)
        {
            return (null, "引号没有成对");
        }

        if (tokens is [])
        {
            return (null, "花括号里没有写字段");
        }

        var (first, rest) = (tokens[0], (IReadOnlyList<string>)[.. tokens.Skip(1)]);
        return first[0] switch
        {
            '#' or '＃' => Open(first[1..], rest),
            '/' or '／' => Close(first[1..], rest),
            _ when first is "else" or "否则" => rest.Count == 0 ? (new Marker.Else(), null) : (null, "“否则”后面不能再写字"),
            _ when first is "chart" or "图" => Chart(rest),
            _ when first is "use" or "采用标准" => rest is [var standard] ? (new Marker.Use(standard), null) : (null, "“采用标准”后面要写一个标准编号"),
            _ when rest.Count == 0 && Listings.TryGetValue(first, out var listing) => (new Marker.List(listing), null),
            _ => Value(tokens),
        };
    }

    private static (Marker?, string?) Open(string word, IReadOnlyList<string> rest)
    {
        // {{# each x }} is read like {{#each x}}.
        (word, rest) = word.Length == 0 && rest.Count > 0 ? (rest[0], [.. rest.Skip(1)]) : (word, rest);
        if (!Blocks.TryGetValue(word, out var block))
        {
            return (null, $"不认识“#{word}”，可用的有 #each（#逐个）、#if（#如果）、#with（#取）");
        }

        if (rest.Count == 0)
        {
            return (null, $"“#{word}”后面要写字段");
        }

        switch (block)
        {
            case BlockWord.If:
                var (condition, wrong) = ConditionParser.Parse(rest);
                return (condition is null ? null : new Marker.If(condition), wrong);
            case BlockWord.With:
                return (new Marker.With(new FieldPath(rest)), null);
            default:
                return Each(rest);
        }
    }

    private static (Marker?, string?) Each(IReadOnlyList<string> tokens)
    {
        int? first = null;
        if (tokens is [.., "前" or "first", var count])
        {
            if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            {
                return (null, $"“前”后面要写正整数，不是“{count}”");
            }

            (first, tokens) = (number, [.. tokens.Take(tokens.Count - 2)]);
        }

        Condition? where = null;
        if (tokens.ToList().FindIndex(t => t is "其中" or "where") is >= 0 and var at)
        {
            var (condition, wrong) = ConditionParser.Parse([.. tokens.Skip(at + 1)]);
            if (condition is null)
            {
                return (null, wrong);
            }

            (where, tokens) = (condition, [.. tokens.Take(at)]);
        }

        return tokens.Count == 0 ? (null, "“#each”后面要写列表字段") : (new Marker.Each(new FieldPath(tokens), where, first), null);
    }

    private static (Marker?, string?) Close(string word, IReadOnlyList<string> rest) =>
        rest.Count > 0 || !Blocks.TryGetValue(word, out var block)
            ? (null, $"不认识“/{string.Join(' ', rest.Prepend(word))}”，可用的有 /each（/逐个）、/if（/如果）、/with（/取）")
            : (new Marker.Close(block), null);

    private static (Marker?, string?) Chart(IReadOnlyList<string> tokens)
    {
        var size = ChartSize.Usual;
        if (tokens is [.., "|", var asked])
        {
            var parts = asked.Split('x', 'X', '×');
            if (parts.Length != 2 || Centimetres(parts[0]) is not { } width || Centimetres(parts[1]) is not { } height)
            {
                return (null, $"图的大小“{asked}”应当像 15.6x7.2，单位厘米，每边 {SmallestChart} 到 {LargestChart}");
            }

            (size, tokens) = (new ChartSize(width, height), [.. tokens.Take(tokens.Count - 2)]);
        }

        return tokens is [var word, ..] && Charts.TryGetValue(word, out var chart)
            ? (new Marker.Chart(chart, new FieldPath([.. tokens.Skip(1)]), size), null)
            : (new Marker.Chart(ChartWord.Schools, new FieldPath(tokens), size), null);
    }

    private static decimal? Centimetres(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var size) && size is >= SmallestChart and <= LargestChart
            ? size
            : null;

    private static (Marker?, string?) Value(IReadOnlyList<string> tokens)
    {
        var bar = tokens.ToList().IndexOf("|");
        if (bar < 0)
        {
            return (new Marker.Value(new FieldPath(tokens), null), null);
        }

        var path = new FieldPath([.. tokens.Take(bar)]);
        return path.Words.Count == 0 || tokens.Count != bar + 2
            ? (null, "“|”前面写字段，后面写一个格式")
            : FigureFormat.Parse(tokens[bar + 1]) is { } format
                ? (new Marker.Value(path, format), null)
                : (null, $"不认识格式“{tokens[bar + 1]}”，可用的有 0、0.00、#,##0、0.0%、中文、yyyy年M月d日");
    }
}
