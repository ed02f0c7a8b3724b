using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.Planning;

/// <summary>One school in one stage as it is, and as it would be.</summary>
/// <param name="Before">Null where the standard sets no rule for a single school; so is after.</param>
/// <param name="Indicators">Those that matter: which change, or fall short.</param>
public sealed record SchoolBeforeAfter(
    string School, string Name, Stage Stage, Verdict? Before, Verdict? After, IReadOnlyList<IndicatorBeforeAfter> Indicators)
{
    internal static SchoolBeforeAfter Of(SchoolMeasurement before, SchoolMeasurement after, Func<IndicatorBeforeAfter, bool> matters) => new(
        before.School,
        before.Name,
        before.Stage,
        before.Verdict,
        after.Verdict,
        [.. before.Indicators.Zip(after.Indicators).Select(i => new IndicatorBeforeAfter(i.First.Id, i.First.Value, i.Second.Value, i.First.Verdict, i.Second.Verdict)).Where(matters)]);
}

/// <summary>An indicator of a school as it is, and as it would be; named as a measurement names it.</summary>
public sealed record IndicatorBeforeAfter(string Id, decimal? Before, decimal? After, Verdict? VerdictBefore, Verdict? VerdictAfter);
