using System.Globalization;

namespace Xueheng.App.Pages;

/// <summary>Instants and days as the screens write them, by the clock of the county.</summary>
internal static class LocalTime
{
    public static string Of(DateTimeOffset instant) =>
        CountyClock.At(instant).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset instant) =>
        CountyClock.At(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
