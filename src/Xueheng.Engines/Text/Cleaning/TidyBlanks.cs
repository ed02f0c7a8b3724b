namespace Xueheng.Engines.Text;

/// <summary>Takes out blanks that part nothing: beside punctuation, between a character and a digit, inside sentences; elsewhere many become one.</summary>
internal static class TidyBlanks
{
    private const int LongLine = 25;

    public static MappedText Run(MappedText line)
    {
        line = line.Trim();
        if (!line.Span.Contains(' '))
        {
            return line;
        }

        var spaced = IsSpacedOut(line.Span);
        var prose = line.Length >= LongLine || line.Span.ContainsAny(Characters.ProseSigns);
        var clean = new MappedTextBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != ' ')
            {
                clean.Add(line[i], line, i);
                continue;
            }

            var next = i;
            while (next < line.Length && line[next] == ' ')
            {
                next++;
            }

            if (next < line.Length && clean.Length > 0 && !spaced && Parts(clean[clean.Length - 1], line[next], prose))
            {
                clean.Add(' ', line, i);
            }

            i = next - 1;
        }

        return clean.Build();
    }

    /// <summary>A blank behind nearly every character, as some converters write: 「新 增 学 位 3 2 0 0 个」.</summary>
    private static bool IsSpacedOut(ReadOnlySpan<char> line)
    {
        var (words, single, length) = (0, 0, 0);
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] != ' ')
            {
                length++;
                continue;
            }

            words += length > 0 ? 1 : 0;
            single += length == 1 ? 1 : 0;
            length = 0;
        }

        return words >= 6 && single * 10 >= words * 8;
    }

    private static bool Parts(char before, char after, bool prose) =>
        (Characters.IsDigit(before) || Characters.IsLatin(before)) && (Characters.IsDigit(after) || Characters.IsLatin(after))
        || (!prose && Characters.IsHan(before) && Characters.IsHan(after));
}
