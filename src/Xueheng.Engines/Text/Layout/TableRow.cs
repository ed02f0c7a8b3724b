namespace Xueheng.Engines.Text;

/// <summary>A row of a table: its cells are parted by one tab each.</summary>
internal static class TableRow
{
    public const char Separator = '\t';
    private const int FewestCells = 3;
    private const int FewestWords = 4;

    /// <summary>Whether a line that was tidied is a row.</summary>
    public static bool Is(ReadOnlySpan<char> line) => line.Contains(Separator);

    /// <summary>The cells of a line, empty ones too, when it is a row: parted by tabs, or by blanks behind a number that counts it (「3 课后服务 … 2024年12月底」). Null when it is none.</summary>
    public static List<MappedText>? Cells(MappedText line)
    {
        var text = line.Span;
        if (!text.ContainsAny('\t', ' '))
        {
            return null;
        }

        var tabs = text.Contains(Separator);
        if (!tabs && !(Characters.IsDigit(text[0]) && text[..Math.Min(4, text.Length)].Contains(' ') && !text.Contains('。')))
        {
            return null;
        }

        var cells = new List<MappedText>();
        var (start, words, filled) = (0, 0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != Separator && (tabs || text[i] != ' '))
            {
                continue;
            }

            var cell = line.Slice(start, i).Trim();
            start = i + 1;
            if (tabs || cell.Length > 0)
            {
                cells.Add(cell);
                filled += cell.Length > 0 ? 1 : 0;
                words += LineShape.Han(cell.Span) >= 2 ? 1 : 0;
            }
        }

        var row = tabs ? filled >= FewestCells && words > 0 : cells.Count >= FewestWords && words >= FewestWords - 1 && IsNumber(cells[0].Span);
        return row ? cells : null;
    }

    /// <summary>The cells of a row that was tidied.</summary>
    public static List<(int Start, int End)> Of(ReadOnlySpan<char> row)
    {
        var cells = new List<(int, int)>();
        for (var start = 0; start <= row.Length;)
        {
            var length = row[start..].IndexOf(Separator);
            var end = length < 0 ? row.Length : start + length;
            cells.Add((start, end));
            start = end + 1;
        }

        return cells;
    }

    /// <summary>Names of columns: no digits, and two words of a head.</summary>
    public static bool IsHead(ReadOnlySpan<char> row, TableWords words)
    {
        if (!Is(row) || row.ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        var heads = 0;
        foreach (var (start, end) in Of(row))
        {
            heads += words.Heads.In(row[start..end]) ? 1 : 0;
        }

        return heads >= 2;
    }

    private static bool IsNumber(ReadOnlySpan<char> cell) => cell.Length is > 0 and <= 3 && cell.IndexOfAnyExceptInRange('0', '9') < 0;
}
