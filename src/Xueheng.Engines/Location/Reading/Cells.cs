using System.Globalization;

namespace Xueheng.Engines.Location.Reading;

/// <summary>Lines of numbers: cells parted by blanks or tabs (by commas in files of neighbours), blank lines skipped.</summary>
internal static class Cells
{
    private const int MostTold = 20;

    /// <summary>The cells of each line that has any, with its number from 1.</summary>
    public static List<(int Line, string[] Cells)> Of(string text) =>
        [.. text.Split('\n').Select((line, at) => (at + 1, Part(line))).Where(l => l.Item2.Length > 0)];

    public static bool TryNumber(string cell, out double value) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <summary>A whole number of people, seats or identifiers, also where it is written 12.0.</summary>
    public static bool TryWhole(string cell, out int value)
    {
        value = 0;
        if (!TryNumber(cell, out var number) || number != Math.Floor(number) || Math.Abs(number) > int.MaxValue)
        {
            return false;
        }

        value = (int)number;
        return true;
    }

    public static LocationFault NotANumber(int line, string what, string cell) =>
        new("XH6003", line, $"{what}“{(cell.Length > MostTold ? cell[..MostTold] + "…" : cell)}”不是{(what is "需求量" or "容量" or "编号" ? "整数" : "数")}，请改正");

    private static string[] Part(string line)
    {
        var trimmed = line.Trim('\r', ' ', '\t', '\uFEFF');
        return trimmed.Length == 0 ? []
            : trimmed.Contains(',') ? trimmed.Split(',', StringSplitOptions.TrimEntries).Select(c => c.Trim('"')).ToArray()
            : trimmed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
    }
}
