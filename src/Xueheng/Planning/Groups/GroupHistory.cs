using Xueheng.Census;
using Xueheng.Standards;
using Xueheng.Storage;

namespace Xueheng.Planning.Groups;

/// <param name="Strength">Of the schools that had one, by code.</param>
internal sealed record PastStrengths(string Period, IReadOnlyDictionary<string, double> Strength);

/// <summary>How strong schools were at each census up to one.</summary>
internal sealed class GroupHistory(XuehengDb db, Measure measure)
{
    /// <param name="now">The county as it is measured by the revision.</param>
    /// <returns>The earliest first, that of the revision itself last.</returns>
    public async Task<IReadOnlyList<PastStrengths>> ReadAsync(Revision revision, Measurement now, Stage stage, GroupRules rules, CancellationToken cancellation)
    {
        var past = new List<PastStrengths> { new(now.Period, StrengthsOf(now, stage, rules.Cap)) };
        for (var at = await BeforeAsync(revision, cancellation); at is not null; at = await BeforeAsync(at, cancellation))
        {
            var measured = await measure.RunAsync(at, rules.Standard, cancellation);
            if (measured.Succeeded)
            {
                past.Insert(0, new PastStrengths(measured.Value.Period, StrengthsOf(measured.Value, stage, rules.Cap)));
            }
        }

        return past;
    }

    private Task<Revision?> BeforeAsync(Revision revision, CancellationToken cancellation) =>
        new Revisions(db).FindPublishedBeforeAsync(revision.County, revision.Period, cancellation);

    private static Dictionary<string, double> StrengthsOf(Measurement measurement, Stage stage, decimal cap) => measurement.Schools
        .Where(s => s.Stage == stage)
        .Select(s => (s.School, Strength: SchoolStrength.Of(s, cap)))
        .Where(s => s.Strength is not null)
        .ToDictionary(s => s.School, s => s.Strength!.Value);
}
