namespace Xueheng.App.Pages.Rosters;

/// <summary>Identity numbers as they are shown unless asked for in full: the birth date and what is unique stay out of sight.</summary>
internal static class Masked
{
    /// <summary>The key in addresses that shows numbers in full.</summary>
    public const string Key = "numbers";

    public const string InFull = "full";

    /// <summary>An identity number, or a pupil number that holds one: all but the region and the last four characters.</summary>
    public static string Of(string number, bool full)
    {
        if (full || number.Length < 12)
        {
            return number;
        }

        var head = char.IsAsciiLetter(number[0]) ? 7 : 6;
        return string.Concat(number.AsSpan(0, head), new string('*', number.Length - head - 4), number.AsSpan(number.Length - 4));
    }
}
