namespace Xueheng.Census;

/// <summary>Identity and pupil numbers as whole numbers, and what an identity number says of its owner. Only for well-formed ones.</summary>
internal static class PersonNumbers
{
    private const long Prefix = 1_000_000_000_000_000_000;

    /// <summary>The first seventeen digits; the check character follows from them.</summary>
    public static long KeyOfIdentity(ReadOnlySpan<char> identity) => Digits(identity[..17]);

    public static long KeyOfPupil(ReadOnlySpan<char> pupil) => pupil[0] switch
    {
        'G' => KeyOfIdentity(pupil[1..]),
        'J' => Prefix + KeyOfIdentity(pupil[1..]),
        _ => (2 * Prefix) + Digits(pupil[1..]),
    };

    public static DateOnly Born(ReadOnlySpan<char> identity) =>
        new((int)Digits(identity[6..10]), (int)Digits(identity[10..12]), (int)Digits(identity[12..14]));

    public static string Sex(ReadOnlySpan<char> identity) => (identity[16] - '0') % 2 == 1 ? "男" : "女";

    private static long Digits(ReadOnlySpan<char> digits)
    {
        var number = 0L;
        foreach (var digit in digits)
        {
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
