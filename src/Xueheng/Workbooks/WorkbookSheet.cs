namespace Xueheng.Workbooks;

/// <summary>What a column holds, which says how its cells, empty ones too, are formatted.</summary>
public enum ColumnType
{
    /// <summary>Text format, so that what is typed into an empty cell later stays text as well.</summary>
    Text = 0,
    Number = 1,
    Date = 2,
}

/// <summary>A sheet to be written.</summary>
/// <param name="Name">Put right where it breaks the rules of sheet names; see <see cref="SheetNames"/>.</param>
/// <param name="Columns">At least one.</param>
public sealed record WorkbookSheet(string Name, IReadOnlyList<WorkbookColumn> Columns)
{
    /// <summary>Lines above the headings: a title first, then remarks.</summary>
    public IReadOnlyList<string> Preface { get; init; } = [];

    /// <summary>Filter arrows on the headings.</summary>
    public bool Filter { get; init; } = true;

    /// <summary>How many columns on the left stay in sight.</summary>
    public int FrozenColumns { get; init; }

    public bool Hidden { get; init; }
}

/// <summary>A column of a sheet.</summary>
/// <param name="Heading">Written bold on a filled row that stays in sight.</param>
public sealed record WorkbookColumn(string Heading, ColumnType Type = ColumnType.Text)
{
    /// <summary>In characters of the standard font; null to fit the heading and the type.</summary>
    public double? Width { get; init; }

    public bool Wrap { get; init; }

    /// <summary>A heading that stands out: a column that must be filled.</summary>
    public bool Required { get; init; }

    /// <summary>A number format such as <c>0.00</c>; null for the usual one of the type.</summary>
    public string? Format { get; init; }

    /// <summary>A note on the heading.</summary>
    public string? Note { get; init; }

    /// <summary>Shown beside a cell of the column when it is selected.</summary>
    public string? Prompt { get; init; }

    /// <summary>The values of a drop-down; empty for none.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>What is said when something outside <see cref="Choices"/> is typed; null to let it stand.</summary>
    public string? Refusal { get; init; }
}
