namespace Xueheng.Plans.Measuring;

/// <summary>How like two names are, by the pairs of neighbouring characters they share.</summary>
internal static class NameLikeness
{
    /// <returns>
    /// 0 to 1: Dice's coefficient over pairs of characters; 1 when they are the same. A subject says last what it speaks of, so one that
    /// ends in the whole name is at least 0.6 like it, and one that holds it elsewhere (名优教师培养工程) at least 0.3.
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

        var share = 0.4 * b.Length / a.Length;
        var whole = b.Length < 2 ? 0
            : a.EndsWith(b, StringComparison.Ordinal) ? 0.6 + share
            : a.Contains(b, StringComparison.Ordinal) ? 0.3 + share
            : 0;
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
