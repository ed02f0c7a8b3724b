using System.Globalization;

namespace Xueheng.Engines.Text;

/// <summary>A time a text speaks of, as exactly as it says.</summary>
/// <param name="At">Where it begins in the text.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Deadline(int At, int End, int Year, int Month = 0, int Day = 0)
{
    public override string ToString() => Day > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}-{Day:00}")
        : Month > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}") : Year.ToString("0000", CultureInfo.InvariantCulture);
}
