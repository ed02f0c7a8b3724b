using Xueheng.Census;

namespace Xueheng.Facts;

/// <param name="School">学校标识码; a main school's figure includes its campuses, a campus asked for alone is shown alone.</param>
/// <param name="Stage">Ignored for facts of the whole school.</param>
/// <param name="Excluded">The rows left out, instead of those that made the figure.</param>
/// <param name="Full">Numbers of persons as they are, not masked.</param>
public sealed record FactRowsQuery(
    string County, int Period, string School, Stage? Stage, string Fact, bool Excluded = false, int Skip = 0, int Take = 50, bool Full = false);

/// <summary>Where a figure comes from.</summary>
public enum FactBasis
{
    /// <summary>There is none; the reason is in the value.</summary>
    Missing = 0,

    /// <summary>Counted from rows.</summary>
    Counted = 1,

    /// <summary>Declared by the school in 学段 or 资源.</summary>
    Declared = 2,
}

/// <summary>The rows behind a figure, or left out of it: a page of them.</summary>
/// <param name="Basis">What the figure is; when rows exist but cannot be counted, the rows shown are those of the declaration.</param>
/// <param name="Headings">Headings of <see cref="FactRow.Cells"/> of <see cref="Rows"/>.</param>
/// <param name="Masked">Places among the cells of <see cref="Rows"/> where numbers of persons stand, masked unless asked for in full.</param>
/// <param name="Total">How many rows there are on all pages.</param>
/// <param name="Declarations">
/// Rows of 学段 or 资源 that the figure, or the part of a campus in it, stands by; one cell each. The same as
/// <see cref="Rows"/> when the whole figure is declared.
/// </param>
public sealed record FactRowsPage(
    int Revision,
    Fact Fact,
    string SchoolName,
    Stage? Stage,
    FactValue Value,
    FactBasis Basis,
    IReadOnlyList<string> Headings,
    IReadOnlyList<int> Masked,
    int Total,
    IReadOnlyList<FactRow> Rows,
    IReadOnlyList<FactRow> Declarations);

/// <summary>One row with the place it was imported from.</summary>
/// <param name="Line">As the spreadsheet shows it.</param>
/// <param name="Reason">Why it is left out; null for a row that counts.</param>
public sealed record FactRow(
    string File, string Sheet, int Line, string School, string SchoolName, IReadOnlyList<string> Cells, string? Reason);
