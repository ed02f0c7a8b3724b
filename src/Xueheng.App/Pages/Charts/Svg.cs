using System.Globalization;

namespace Xueheng.App.Pages.Charts;

/// <summary>Numbers as SVG wants them.</summary>
internal static class Svg
{
    public static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The end of a scale that begins at zero: the least of 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8 × 10ⁿ that holds the greatest value.</summary>
    public static double Top(double greatest)
    {
        if (greatest <= 0 || !double.IsFinite(greatest))
        {
            return 1;
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(greatest)));
        foreach (var step in (double[])[1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10])
        {
            if (greatest <= step * power * 1.0000001)
            {
                return step * power;
            }
        }

        return 10 * power;
    }
}
