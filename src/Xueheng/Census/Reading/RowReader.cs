namespace Xueheng.Census;

internal enum RowState
{
    Blank,
    Good,

    /// <summary>A cell of it is wrong, and the findings say so.</summary>
    Bad,
}

/// <summary>Fills rows of one entity from the rows of one tab, cell by cell, and reports the cells that are wrong.</summary>
internal sealed class RowReader<TRow>
    where TRow : CensusRow
{
    private readonly (int Field, SheetColumn Column, CellFiller<TRow> Fill)[] _columns;
    private readonly FindingLog _log;
    private readonly List<(SheetColumn Column, CellIssue Issue, string Shown)> _issues = [];

    public RowReader(SheetHeader header, CodeTables codes, FindingLog log)
    {
        _log = log;
        _columns = [.. header.Columns.Select(c => (c.Field, c.Column, CellFillers.Make<TRow>(c.Column, codes, log.Rules.Limits.CellLength)))];
    }

    public RowState Read(SheetRows rows, TRow row, Place place)
    {
        _issues.Clear();
        var blank = true;
        foreach (var (field, column, fill) in _columns)
        {
            var cell = field < rows.Fields ? rows[field] : RawCell.Blank;
            if (cell.Kind == RawKind.Blank)
            {
                if (column.Required)
                {
                    _issues.Add((column, new CellIssue(CheckKind.MissingValue, ""), ""));
                }
                else
                {
                    fill(row, cell, out _);
                }

                continue;
            }

            blank = false;
            if (cell.Kind == RawKind.Error)
            {
                _issues.Add((column, new CellIssue(CheckKind.FormulaError, "一个值"), cell.Text));
            }
            else if (!fill(row, cell, out var issue))
            {
                _issues.Add((column, issue, cell.Shown));
            }
        }

        return blank ? RowState.Blank : _issues.Count == 0 || !Report(row, place) ? RowState.Good : RowState.Bad;
    }

    /// <returns>Whether any issue keeps the row from being stored.</returns>
    private bool Report(TRow row, Place place)
    {
        var school = (row as SchoolRowBase)?.School ?? "";
        var bad = false;
        foreach (var (column, issue, shown) in _issues)
        {
            var rule = _log.Rules[issue.Kind];
            if (column.Required && rule.Severity != Severity.Error)
            {
                rule = rule with { Severity = Severity.Error };
            }

            bad |= rule.Severity == Severity.Error;
            _log.Add(rule, place, column.Heading, shown, issue.Expected, school);
        }

        return bad;
    }
}
