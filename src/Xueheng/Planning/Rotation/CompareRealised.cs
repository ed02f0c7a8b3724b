using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Standards;
using Xueheng.Storage;

namespace Xueheng.Planning.Rotation;

/// <summary>What the next census says of a rotation.</summary>
/// <param name="There">Teachers of the list who are where it says.</param>
/// <param name="Stayed">Who are still where they were.</param>
/// <param name="Elsewhere">Who are at a third school or not in the census.</param>
public sealed record RealisedRotation(int Revision, int There, int Stayed, int Elsewhere, IReadOnlyList<RealisedDisparity> Disparity);

/// <summary>实际与承诺: a rotation beside the census of the year after.</summary>
public sealed class CompareRealised(XuehengDb db, Measure measure)
{
    /// <returns>Null while the year after has no published census, or cannot be measured.</returns>
    public async Task<RealisedRotation?> RunAsync(RotationPlan plan, int period, CancellationToken cancellation)
    {
        var next = await new Revisions(db).FindPublishedAsync(plan.County, period + 1, cancellation);
        if (!next.Succeeded)
        {
            return null;
        }

        var measured = await measure.RunAsync(next.Value, plan.Standard, cancellation);
        if (!measured.Succeeded)
        {
            return null;
        }

        var numbers = plan.Moves.Select(m => m.Teacher).ToList();
        var at = await db.Set<TeacherRow>().AsNoTracking().Where(t => t.County == plan.County && t.Revision == next.Value.Number && EF.Parameter(numbers).Contains(t.Teacher))
            .Select(t => new { t.Teacher, t.School }).ToListAsync(cancellation);
        var mains = await db.Set<SchoolRow>().AsNoTracking().Where(s => s.County == plan.County && s.Revision == next.Value.Number).Select(s => new { s.School, s.Main }).ToDictionaryAsync(s => s.School, s => s.Main, cancellation);
        var schools = at.ToLookup(t => t.Teacher, t => mains.GetValueOrDefault(t.School) is { Length: > 0 } main ? main : t.School);
        var (there, stayed) = (plan.Moves.Count(m => schools[m.Teacher].Contains(m.To)), plan.Moves.Count(m => !schools[m.Teacher].Contains(m.To) && schools[m.Teacher].Contains(m.From)));
        return new RealisedRotation(
            next.Value.Number,
            there,
            stayed,
            plan.Moves.Count - there - stayed,
            RealisedDisparity.Of(plan.Disparity, measured.Value));
    }
}
