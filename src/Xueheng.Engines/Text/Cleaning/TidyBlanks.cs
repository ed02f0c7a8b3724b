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

            if (next < line.Length && clean.Length > 0 && Parts(clean[clean.Length - 1], line[next], prose))
            {
                clean.Add(' ', line, i);
            }

            i = next - 1;
        }

        return clean.Build();
    }

    private static bool Parts(char before, char after, bool prose) =>
        (Characters.IsDigit(before) || Characters.IsLatin(before)) && (Characters.IsDigit(after) || Characters.IsLatin(after))
        || (!prose && Characters.IsHan(before) && Characters.IsHan(after));
}
