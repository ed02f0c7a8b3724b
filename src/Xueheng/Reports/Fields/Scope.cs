namespace Xueheng.Reports.Fields;

/// <summary>
/// What the words of a field are looked up in: the innermost repeated thing first, then outwards to the report.
/// The same chain serves the check (kinds alone, no subjects) and the printing.
/// </summary>
/// <param name="Index">Order among the repeated things, from 1; 0 where nothing repeats.</param>
/// <param name="Last">The last of the repeated things.</param>
internal sealed record Scope(FieldKind Kind, object? Subject, Scope? Outer, int Index, bool Last)
{
    private static readonly string[] IndexWords = ["序号", "index"];

    private static readonly string[] LastWords = ["末个", "last"];

    private static readonly string[] OuterWords = ["上层", "outer"];

    public static Scope Of(ReportSubject? report) => new(ReportFields.Kind, report, null, 0, false);

    public Scope Enter(FieldKind kind, object? subject, int index, bool last) => new(kind, subject, this, index, last);

    public static bool IsIndex(string word) => IndexWords.Contains(word, StringComparer.OrdinalIgnoreCase);

    public static bool IsLast(string word) => LastWords.Contains(word, StringComparer.OrdinalIgnoreCase);

    public static bool IsOuter(string word) => OuterWords.Contains(word, StringComparer.OrdinalIgnoreCase);
}
