namespace Xueheng.Engines.Text;

/// <summary>
/// Follows the tables of a document line by line: the head says in which column the deadline stands; without a head it is the last cell that is nothing but a time. A row
/// is one task whose other columns (number, who is responsible) say nothing of their own.
/// </summary>
internal sealed class FindRows(ReadingRules rules, DateOnly? date)
{
    /// <summary>What may stand behind a time in its cell: 底前, 之前.</summary>
    private const int Rest = 3;

    private List<(int Start, int End)>? _head;
    private int _column = -1;

    /// <summary>The line is the head of a table.</summary>
    public bool InHead { get; private set; }

    /// <summary>The line is a row.</summary>
    public bool In { get; private set; }

    /// <summary>By when the row is to be done.</summary>
    public Deadline? Due { get; private set; }

    /// <param name="year">Of months without one.</param>
    public void Line(ReadOnlySpan<char> line, int? year)
    {
        (In, InHead, Due) = (TableRow.Is(line), TableRow.IsHead(line, rules.Context.Tables), null);
        if (!In)
        {
            (_head, _column) = (null, -1);
            return;
        }

        var cells = TableRow.Of(line);
        if (InHead)
        {
            var text = line.ToString();
            (_head, _column) = (cells, cells.FindLastIndex(c => rules.Context.Tables.DeadlineHeads.In(text.AsSpan(c.Start, c.End - c.Start))));
            return;
        }

        if (_column >= 0 && _head!.Count == cells.Count)
        {
            Due = Time(line[cells[_column].Start..cells[_column].End], year, whole: false);
        }

        for (var i = cells.Count - 1; i > 0 && Due is null; i--)
        {
            Due = Time(line[cells[i].Start..cells[i].End], year, whole: true);
        }
    }

    /// <summary>A row of a table of tasks promises; of another, when one of its cells does.</summary>
    public bool Promises(ReadOnlySpan<char> row) => (_column >= 0 && _head!.Count == TableRow.Of(row).Count) || Task(row).Length < row.Length;

    /// <summary>The cell that says what is to be done; the whole row when none does.</summary>
    public string Task(ReadOnlySpan<char> row)
    {
        foreach (var (start, end) in TableRow.Of(row))
        {
            if (IsVerbFirst.Is(row[start..end], rules.Promises) && end - start > 4)
            {
                return row[start..end].ToString();
            }
        }

        foreach (var (start, end) in TableRow.Of(row))
        {
            if (PlanProse.Promises(row[start..end], rules))
            {
                return row[start..end].ToString();
            }
        }

        return row.ToString();
    }

    private Deadline? Time(ReadOnlySpan<char> cell, int? year, bool whole)
    {
        var times = FindDeadlines.Run(cell, rules.Times, date, loose: true, year);
        return times.Count > 0 && (!whole || (times[0].At <= 1 && cell.Length - times[^1].End <= Rest)) ? times[^1] : null;
    }
}
