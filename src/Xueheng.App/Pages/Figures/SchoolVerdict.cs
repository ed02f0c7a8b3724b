using Xueheng.Standards;

namespace Xueheng.App.Pages.Figures;

/// <summary>A school's verdict as one word: by the standard's rule for schools, or by its indicators where there is no rule.</summary>
internal static class SchoolVerdict
{
    private static readonly Verdict[] WorstFirst = [Verdict.Fails, Verdict.Unknown, Verdict.Near, Verdict.Meets];

    public static Verdict Of(SchoolMeasurement school) =>
        school.Verdict ?? Worst(school.Indicators.Select(i => i.Verdict).OfType<Verdict>());

    /// <summary>Of a school with several stages: the worst of them.</summary>
    public static Verdict Worst(IEnumerable<SchoolMeasurement> stages) => Worst(stages.Select(Of));

    private static Verdict Worst(IEnumerable<Verdict> verdicts)
    {
        var found = verdicts.ToHashSet();
        return WorstFirst.FirstOrDefault(found.Contains);
    }
}
