using System.Globalization;
using Xueheng.Census;
using Xueheng.Standards;
using Xueheng.Storage;

namespace Xueheng.Planning.LeastChange;

/// <summary>What the next census says of a least set of changes.</summary>
/// <param name="Passing">Schools, stage by stage, that pass; null where the standard has no rule for a school.</param>
/// <param name="Schools">Those whose verdict was promised to change.</param>
public sealed record RealisedChange(int Revision, Verdict Verdict, int? Passing, IReadOnlyList<RealisedSchool> Schools, IReadOnlyList<RealisedDisparity> Disparity);

/// <param name="Real">Null for a school that is not measured any more.</param>
public sealed record RealisedSchool(string School, string Name, Stage Stage, Verdict? Before, Verdict? Promised, Verdict? Real);

/// <summary>实际与承诺: a least set of changes beside the census of the year after.</summary>
public sealed class CompareRealisedChange(XuehengDb db, Measure measure)
{
    /// <returns>Null while the year after has no published census, or cannot be measured.</returns>
    public async Task<RealisedChange?> RunAsync(LeastChangePlan plan, CancellationToken cancellation)
    {
        var next = await new Revisions(db).FindPublishedAsync(plan.County, int.Parse(plan.Period, CultureInfo.InvariantCulture) + 1, cancellation);
        if (!next.Succeeded)
        {
            return null;
        }

        var measured = await measure.RunAsync(next.Value, plan.Standard, cancellation);
        if (!measured.Succeeded)
        {
            return null;
        }

        var real = measured.Value.Schools.ToDictionary(s => (s.School, s.Stage), s => s.Verdict);
        return new RealisedChange(
            next.Value.Number,
            measured.Value.Verdict,
            plan.PassingBefore is null ? null : measured.Value.Schools.Count(s => s.Verdict == Verdict.Meets),
            [.. plan.Schools.Where(s => s.Before != s.After).Select(s => new RealisedSchool(s.School, s.Name, s.Stage, s.Before, s.After, real.GetValueOrDefault((s.School, s.Stage))))],
            RealisedDisparity.Of(plan.Disparity, measured.Value));
    }
}
