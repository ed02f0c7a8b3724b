namespace Xueheng.Census;

/// <summary>
/// Numbers of persons as pages, exports, API and commands show them unless they are asked for in full: the birth date and
/// what is unique stay out of sight.
/// </summary>
public static class Masked
{
    /// <summary>An identity number, or a pupil number that holds one: all but the region and the last four characters.</summary>
    public static string Of(string number, bool full = false)
    {
        if (full || number.Length < 12)
        {
            return number;
        }

        var head = char.IsAsciiLetter(number[0]) ? 7 : 6;
        return string.Concat(number.AsSpan(0, head), new string('*', number.Length - head - 4), number.AsSpan(number.Length - 4));
    }

    /// <summary>Whether the cells of a column are such numbers.</summary>
    public static bool Holds(SheetColumn column) => column.Identifier is IdentifierKind.Identity or IdentifierKind.Pupil;
}
