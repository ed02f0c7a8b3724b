namespace Xueheng.Workbooks;

/// <summary>
/// The names given out so far. A sheet name has 1 to 31 characters, none of <c>[ ] : * ? / \</c>, no apostrophe at either
/// end, is not “History” and is unique without regard to case.
/// </summary>
internal sealed class SheetNames
{
    private const int MaxLength = 31;

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { "History" };

    /// <summary>The nearest name the rules allow.</summary>
    public string Take(string wanted)
    {
        var clean = string.Concat(CellText.Clean(wanted).Select(c => c is '[' or ']' or ':' or '*' or '?' or '/' or '\\' or < ' ' ? '_' : c));
        clean = Cut(clean.Trim().Trim('\'').Trim(), MaxLength);
        if (clean.Length == 0)
        {
            clean = "Sheet";
        }

        var name = clean;
        for (var n = 2; !_taken.Add(name); n++)
        {
            var suffix = $" ({n})";
            name = Cut(clean, MaxLength - suffix.Length) + suffix;
        }

        return name;
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd().TrimEnd('\'');
    }
}
