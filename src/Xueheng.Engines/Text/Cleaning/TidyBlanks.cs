namespace Xueheng.Engines.Text;

/// <summary>Takes out blanks that part nothing: beside punctuation, between a character and a digit, inside sentences; elsewhere many become one. The cells of a row are parted by one tab.</summary>
internal static class TidyBlanks
{
    private const int LongLine = 25;

    public static MappedText Run(MappedText line)
    {
        line = line.Trim();
        if (TableRow.Cells(line) is { } cells)
        {
            return Row(cells);
        }

        return line.Span.ContainsAny(' ', TableRow.Separator) ? Prose(line) : line;
    }

    private static MappedText Row(List<MappedText> cells)
    {
        var row = new MappedTextBuilder(cells.Sum(c => c.Length + 1));
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                var at = cells[i].Length > 0 ? cells[i].Original().Start : row.Length > 0 ? row.LastEnd : 0;
                row.Add(TableRow.Separator, at, at);
            }

            row.Add(Prose(cells[i]));
        }

        return row.Build();
    }

    private static MappedText Prose(MappedText line)
    {

        var spaced = IsSpacedOut(line.Span);
        var prose = line.Length >= LongLine || line.Span.ContainsAny(Characters.ProseSigns);
        var clean = new MappedTextBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (!IsBlank(line[i]))
            {
                clean.Add(line[i], line, i);
                continue;
            }

            var next = i;
            while (next < line.Length && IsBlank(line[next]))
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
            if (i < line.Length && !IsBlank(line[i]))
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

    private static bool IsBlank(char c) => c is ' ' or TableRow.Separator;

    private static bool Parts(char before, char after, bool prose) =>
        (Characters.IsDigit(before) || Characters.IsLatin(before)) && (Characters.IsDigit(after) || Characters.IsLatin(after))
        || (!prose && Characters.IsHan(before) && Characters.IsHan(after));
}
