namespace Xueheng.Census;

/// <summary>What is to be marked on one tab: per row, the wrong columns with their gravity, and the text of the column 错误.</summary>
internal sealed class RowMarks
{
    private readonly Dictionary<int, RowMark> _rows = [];

    /// <param name="findings">Those of one tab.</param>
    public RowMarks(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var line = Math.Max(finding.Line, 1);
            (_rows.TryGetValue(line, out var mark) ? mark : _rows[line] = new RowMark()).Add(finding);
        }
    }

    public RowMark? this[int line] => _rows.GetValueOrDefault(line);

    /// <summary>The rows to be marked.</summary>
    public IEnumerable<int> Lines => _rows.Keys;
}

/// <summary>The marks of one row.</summary>
internal sealed class RowMark
{
    private readonly List<Finding> _findings = [];

    public string Text => string.Join("；", _findings.Select(f => f.Message).Distinct());

    public Severity Severity => _findings.Min(f => f.Severity);

    public void Add(Finding finding) => _findings.Add(finding);

    /// <summary>The gravest finding of a column, by the heading the layout or the sheet gives it; null when there is none.</summary>
    public Severity? Of(string heading)
    {
        Severity? gravest = null;
        foreach (var finding in _findings)
        {
            if (finding.Column == heading && (gravest is null || finding.Severity < gravest))
            {
                gravest = finding.Severity;
            }
        }

        return gravest;
    }
}
