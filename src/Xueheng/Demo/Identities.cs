using System.Globalization;
using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>
/// Identity numbers of people who do not exist, in the region 990101 that does not exist either. The n-th person of a
/// school year of birth has a day and a sequence of their own, so numbers never repeat and need no list.
/// </summary>
internal static class Identities
{
    public const string Region = "990101";

    /// <summary>As many as a school year of birth has room for: 500 sequences of each sex a day.</summary>
    public const int MostPerYear = 365 * 499;

    // Prime to the number of days, so that neighbours in the list are not born on neighbouring days; and no two years begin alike.
    private const int Stride = 127;
    private const int YearStride = 53;

    private const int Days = 365;

    /// <summary>The day of birth of the n-th person born from September of the year on.</summary>
    public static DateOnly Day(int year, int ordinal) => new DateOnly(year, 9, 1).AddDays((int)((((long)ordinal * Stride) + (year * YearStride)) % Days));

    public static string Number(DateOnly born, int ordinal, bool male)
    {
        var sequence = (2 * (ordinal / Days)) + (male ? 1 : 2);
        Span<char> body = stackalloc char[17];
        Region.CopyTo(body);
        born.TryFormat(body[6..], out _, "yyyyMMdd", CultureInfo.InvariantCulture);
        sequence.TryFormat(body[14..], out _, "000", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{body}{IdentityNumber.CheckCharacter(body)}");
    }
}
