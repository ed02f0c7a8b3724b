namespace Xueheng.Census;

/// <summary>A workbook or .csv file to import.</summary>
/// <param name="Name">As the bureau calls it; the extension says what it is, and a .csv is named after its sheet.</param>
/// <param name="Path">Where it lies.</param>
public sealed record CensusFile(string Name, string Path);

/// <summary>What to import and how far to go.</summary>
/// <param name="Files">Together one census; a sheet may be spread over several files.</param>
/// <param name="DryRun">Checks only; the database is not touched.</param>
/// <param name="Publish">Publishes the draft at once when there are no errors.</param>
public sealed record ImportCommand(CountyCode County, Period Period, IReadOnlyList<CensusFile> Files, bool DryRun, bool Publish)
{
    /// <summary>Name of the county, when whoever imports says it.</summary>
    public string? Name { get; init; }

    /// <summary>Id of the run to record, so that a page can name it before it begins; a new one when null.</summary>
    public Guid? Run { get; init; }
}

/// <summary>How far an import is.</summary>
/// <param name="Sheet">The sheet being read; empty before the first and after the last.</param>
/// <param name="Rows">Rows read so far, over all sheets.</param>
/// <param name="Share">0 to 1.</param>
public sealed record ImportProgress(string Sheet, long Rows, double RowsPerSecond, double Share);

/// <summary>What came of an import. With any error among the findings nothing was stored but the run and the findings.</summary>
/// <param name="Run">The recorded run; null for a dry run.</param>
/// <param name="Revision">The draft or published revision; null when there were errors or it was a dry run.</param>
/// <param name="Findings">In the order of files, sheets and rows; at most as many as the rules pack allows to keep.</param>
/// <param name="RowsBySheet">Rows read by Chinese sheet name, blank ones not counted.</param>
public sealed record ImportResult(
    Guid? Run, int? Revision, IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, long> RowsBySheet, bool Published)
{
    /// <summary>All errors found, kept or not.</summary>
    public long Errors { get; init; }

    public long Warnings { get; init; }

    /// <summary>How many findings are not in <see cref="Findings"/> because there were too many.</summary>
    public long NotKept => Errors + Warnings - Findings.Count;
}
