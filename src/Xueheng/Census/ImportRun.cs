namespace Xueheng.Census;

public enum ImportState
{
    Waiting = 1,
    Running = 2,

    /// <summary>Errors were found; nothing was stored but the findings.</summary>
    Rejected = 3,

    /// <summary>A draft revision was stored.</summary>
    Stored = 4,

    /// <summary>The file could not be read, or the run was cut off; nothing was stored.</summary>
    Failed = 5,
}

/// <summary>One upload of workbooks: its progress, its outcome and, through <see cref="Finding"/>, all that was found wrong.</summary>
public sealed class ImportRun
{
    public required string County { get; init; }

    public required Guid Id { get; init; }

    public required int Period { get; init; }

    public required ImportState State { get; set; }

    public required List<string> Files { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public long Rows { get; set; }

    public int Errors { get; set; }

    public int Warnings { get; set; }

    /// <summary>The draft it made.</summary>
    public int? Revision { get; set; }

    /// <summary>Why it failed, in the language of the screens.</summary>
    public string? Message { get; set; }
}

public enum Severity
{
    /// <summary>The import is refused.</summary>
    Error = 1,

    /// <summary>The import may be published; the finding stays on record.</summary>
    Warning = 2,
}

public enum Importance
{
    High = 1,
    Medium = 2,
    Low = 3,
}

/// <summary>One thing found wrong: the rule, the cell, what stands there and what was expected.</summary>
public sealed class Finding
{
    public string County { get; set; } = "";

    /// <summary>The import run it belongs to.</summary>
    public Guid Run { get; set; }

    /// <summary>From 1 within the run.</summary>
    public int No { get; set; }

    /// <summary>Stable code of the rule, e.g. <c>XH1203</c>.</summary>
    public string Rule { get; set; } = "";

    public Severity Severity { get; set; }

    public Importance Importance { get; set; }

    /// <summary>Index into the run's files.</summary>
    public int File { get; set; }

    public string Sheet { get; set; } = "";

    /// <summary>Row number as the spreadsheet shows it; 0 for the whole sheet or workbook.</summary>
    public int Line { get; set; }

    /// <summary>Heading of the column; empty for the whole row.</summary>
    public string Column { get; set; } = "";

    public string Value { get; set; } = "";

    public string Expected { get; set; } = "";

    /// <summary>学校标识码 the row belongs to; empty when it has none.</summary>
    public string School { get; set; } = "";

    /// <summary>One sentence: what is wrong and what to do.</summary>
    public string Message { get; set; } = "";
}
