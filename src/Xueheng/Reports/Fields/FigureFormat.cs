using System.Globalization;
using System.Text.RegularExpressions;

namespace Xueheng.Reports.Fields;

/// <summary>How a number or a day is printed: <c>0.00</c>, <c>#,##0</c>, <c>0.0%</c>, <c>中文</c>, <c>yyyy年M月d日</c>.</summary>
internal sealed partial record FigureFormat(string Pattern, FieldResult For)
{
    private const string ChineseDigits = "〇一二三四五六七八九";

    private static readonly string[] ChineseWords = ["中文", "chinese"];

    /// <summary>More decimals than this are never added to keep a figure on its side of a bound.</summary>
    private const int MostDecimals = 6;

    /// <summary>Null when it is no format this product knows.</summary>
    public static FigureFormat? Parse(string text) =>
        ChineseWords.Contains(text, StringComparer.OrdinalIgnoreCase) ? new FigureFormat("中文", FieldResult.Ordinal)
        : NumberPattern().IsMatch(text) ? new FigureFormat(text, FieldResult.Amount)
        : DayPattern().IsMatch(text) ? new FigureFormat(text, FieldResult.Day)
        : null;

    public bool Suits(FieldResult result) => result == For || (result == FieldResult.Ordinal && For == FieldResult.Amount);

    /// <summary>
    /// Prints a value. Where rounding would carry it onto or past the bound it is held against (4.196 as 4.20 beside a
    /// threshold of 4.2) it is printed with more decimals, so that the figure never contradicts its verdict.
    /// </summary>
    public static string Print(decimal value, string pattern, decimal? bound)
    {
        var printed = value.ToString(pattern, CultureInfo.InvariantCulture);
        for (var added = 1; bound is { } limit && added <= MostDecimals && Side(Rounded(value, pattern), limit) != Side(value, limit); added++)
        {
            pattern = MoreDecimals(pattern);
            printed = value.ToString(pattern, CultureInfo.InvariantCulture);
        }

        return printed;
    }

    public static string Print(DateOnly day, string? pattern) => day.ToString(pattern ?? "yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>A day that may not be set.</summary>
    public static string PrintOrEmpty(DateOnly? day) => day is { } set ? Print(set, null) : "";

    public static string Print(int ordinal, string? pattern) => pattern == "中文" ? Chinese(ordinal) : ordinal.ToString(pattern ?? "0", CultureInfo.InvariantCulture);

    private static int Side(decimal value, decimal bound) => value.CompareTo(bound);

    private static decimal Rounded(decimal value, string pattern) => pattern.EndsWith('%')
        ? Math.Round(value * 100, Decimals(pattern), MidpointRounding.AwayFromZero) / 100
        : Math.Round(value, Decimals(pattern), MidpointRounding.AwayFromZero);

    private static int Decimals(string pattern) => pattern.IndexOf('.') is >= 0 and var point ? pattern.TrimEnd('%').Length - point - 1 : 0;

    private static string MoreDecimals(string pattern)
    {
        var (number, share) = pattern.EndsWith('%') ? (pattern[..^1], "%") : (pattern, "");
        return (number.Contains('.', StringComparison.Ordinal) ? number.Replace('#', '0') + "0" : number + ".0") + share;
    }

    private static string Chinese(int number) => number switch
    {
        < 0 or > 99 => number.ToString(CultureInfo.InvariantCulture),
        < 10 => ChineseDigits[number].ToString(),
        _ => $"{(number < 20 ? "" : ChineseDigits[number / 10])}十{(number % 10 == 0 ? "" : ChineseDigits[number % 10])}",
    };

    [GeneratedRegex(@"^(#,##)?0(\.0{1,6}|\.#{1,6})?%?$")]
    private static partial Regex NumberPattern();

    [GeneratedRegex("^(yyyy|M{1,2}|d{1,2}|[年月日./-])+$")]
    private static partial Regex DayPattern();
}
