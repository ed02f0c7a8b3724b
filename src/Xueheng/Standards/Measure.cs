using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Storage;

namespace Xueheng.Standards;

/// <summary>体检: measures a county's period, or one of its published revisions, by a standard.</summary>
public sealed class Measure(XuehengDb db, PackLibrary packs, CountFacts facts, MeasurementCache? cache = null)
{
    /// <summary>Measures by the published revision in force for the period.</summary>
    public async Task<Outcome<Measurement>> RunAsync(string county, int period, string standard, CancellationToken cancellation)
    {
        var revision = await new Revisions(db).FindPublishedAsync(county, period, cancellation);
        return revision.Succeeded ? await RunAsync(revision.Value, standard, cancellation) : revision.Failure;
    }

    /// <summary>Measures one revision; a draft is refused, since no figure is a function of it.</summary>
    public async Task<Outcome<Measurement>> RunAsync(Revision revision, string standard, CancellationToken cancellation)
    {
        var asked = await MeasuringQuestion.OfAsync(db, packs, revision, standard, cancellation);
        if (!asked.Succeeded)
        {
            return asked.Failure;
        }

        var (pack, judgements) = asked.Value;
        if (cache?.Find(revision, pack, packs.Facts, judgements.Count) is { } kept)
        {
            return kept;
        }

        using var watched = Telemetry.Watch("measure", Telemetry.MeasureDuration, revision.County, revision.Period);
        var measurement = MeasureCounty.Apply(
            pack,
            await facts.RunAsync(revision.County, revision.Number, cancellation),
            await NameAsync(db, packs, revision.County, cancellation),
            Latest(judgements));
        cache?.Keep(revision, pack, packs.Facts, judgements.Count, measurement);
        return measurement;
    }

    /// <summary>The judgement that counts for each indicator.</summary>
    internal static Dictionary<string, JudgementEntry> Latest(IReadOnlyList<JudgementEntry> judgements) =>
        judgements.GroupBy(j => j.Indicator).ToDictionary(g => g.Key, g => g.First());

    internal static async Task<string> NameAsync(XuehengDb db, PackLibrary packs, string county, CancellationToken cancellation) =>
        await db.Set<County>().Where(c => c.Code == county).Select(c => c.Name).FirstOrDefaultAsync(cancellation)
        ?? (CountyCode.Parse(county) is { } code ? packs.Divisions.NameOf(code) : null)
        ?? county;
}
