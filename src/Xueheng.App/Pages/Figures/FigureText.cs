using System.Globalization;
using Microsoft.Extensions.Localization;
using Xueheng.Facts;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Figures;

/// <summary>How figures are written for people.</summary>
internal static class FigureText
{
    private static bool Chinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    /// <summary>A name of a pack in the reader's language.</summary>
    public static string Named(string chinese, string english) => Chinese ? chinese : english;

    public static string Named(this Standard standard) => Named(standard.Name, standard.English);

    public static string Named(this Indicator indicator) => Named(indicator.Name, indicator.English);

    /// <summary>The short name, for narrow tables.</summary>
    public static string Labelled(this Indicator indicator) => Named(indicator.Label, indicator.English);

    public static string Named(this CountyIndicator indicator) => Named(indicator.Name, indicator.English);

    public static string Named(this Fact fact) => Named(fact.Name, fact.English);

    /// <summary>
    /// A value with as many decimals as it takes to stand on the same side of every bound as it really does: 4.504999
    /// against 4.505 is never written 4.505. Two at least, six at most.
    /// </summary>
    public static string Of(decimal? value, int least = 2, params ReadOnlySpan<decimal?> bounds)
    {
        if (value is not { } number)
        {
            return "—";
        }

        var digits = least;
        foreach (var bound in bounds)
        {
            while (bound is { } b && digits < 6 && Math.Sign(decimal.Round(number, digits).CompareTo(b)) != Math.Sign(number.CompareTo(b)))
            {
                digits++;
            }
        }

        return number.ToString("#,##0." + new string('0', digits), CultureInfo.InvariantCulture);
    }

    public static string Of(double? value, int least = 2, params ReadOnlySpan<double?> bounds)
    {
        var exact = new decimal?[bounds.Length];
        for (var i = 0; i < bounds.Length; i++)
        {
            exact[i] = (decimal?)bounds[i];
        }

        return Of(value is { } v && double.IsFinite(v) ? (decimal)v : null, least, exact);
    }

    /// <summary>A threshold as the document writes it.</summary>
    public static string Bound(decimal? bound) => bound?.ToString("#,##0.######", CultureInfo.InvariantCulture) ?? "—";

    public static string Bound(double? bound) => bound?.ToString("#,##0.######", CultureInfo.InvariantCulture) ?? "—";

    public static string Count(decimal? count) => count?.ToString("#,##0.######", CultureInfo.InvariantCulture) ?? "—";

    /// <summary>还差 2 名骨干教师; null when nothing is short or nothing is known.</summary>
    public static string? Shortfall(Indicator indicator, IndicatorMeasurement measured, FactPack facts, IStringLocalizer text)
    {
        if (measured.Shortfall is not > 0 || indicator.Step is not { } step)
        {
            return measured is { Shortfall: > 0, Value: { } value, Threshold: { } threshold }
                ? text["还差 {0} {1}", Of(threshold - value), indicator.Unit].Value
                : null;
        }

        var amount = step.Whole ? decimal.Ceiling(measured.Shortfall.Value) : measured.Shortfall.Value;
        var written = amount.ToString(step.Whole ? "#,##0" : "#,##0.##", CultureInfo.InvariantCulture);
        return Chinese
            ? text["还差 {0} {1}{2}", written, step.Unit, step.Noun]
            : text["还差 {0} {1}{2}", written, "", facts.Find(step.Fact)?.English ?? step.Noun];
    }
}
