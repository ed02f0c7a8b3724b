namespace Xueheng.Plans.Measuring;

/// <summary>How like two names are, by the pairs of neighbouring characters they share.</summary>
internal static class NameLikeness
{
    /// <returns>
    /// 0 to 1: Dice's coefficient over pairs of characters. A name that the subject holds whole is at least 0.5, more the more of the
    /// subject it is; 1 when they are the same.
    /// </returns>
    public static double Of(string subject, string name)
    {
        var (a, b) = (Letters(subject), Letters(name));
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        if (a == b)
        {
            return 1;
        }

        var whole = b.Length > 1 && a.Contains(b, StringComparison.Ordinal) ? 0.5 + 0.5 * b.Length / a.Length : 0;
        return Math.Max(whole, Dice(a, b));
    }

    private static double Dice(string a, string b)
    {
        var (own, other) = (Pairs(a), Pairs(b));
        var shared = own.Intersect(other).Count();
        return own.Count + other.Count == 0 ? 0 : 2.0 * shared / (own.Count + other.Count);
    }

    private static HashSet<(char, char)> Pairs(string text) => [.. text.Zip(text[1..])];

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
