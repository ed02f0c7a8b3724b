using Xueheng.App.Pages.Places;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Figures;

/// <summary>Measurements and facts as pages ask for them.</summary>
internal sealed class Measured(Measure measure, CountFacts count, PackLibrary packs)
{
    /// <summary>Periods a trend goes back.</summary>
    private const int Past = 6;

    /// <summary>Those that judge single schools first: theirs is the home page.</summary>
    public IReadOnlyList<Standard> Standards { get; } = [.. packs.Standards.OrderBy(s => s.SchoolRule is null)];

    public FactPack Facts => packs.Facts;

    /// <summary>The standard an address names, or the first there is when it names none; null when there is none of that name.</summary>
    public Standard? Standard(string? id) => id is null ? (Standards is [var first, ..] ? first : null) : packs.FindStandard(id);

    public Task<Outcome<Measurement>> OfAsync(Place place, string standard, CancellationToken cancellation) =>
        measure.RunAsync(place.Published, standard, cancellation);

    /// <summary>Measurements of the last periods, oldest first; periods that cannot be measured by it are left out.</summary>
    public async Task<IReadOnlyList<(Revision Revision, Measurement Measurement)>> PeriodsAsync(
        Place place, string standard, CancellationToken cancellation)
    {
        var found = new List<(Revision, Measurement)>();
        foreach (var revision in (place.County?.Revisions ?? []).Where(r => r.Period <= place.Period).Take(Past).Reverse())
        {
            var measured = await measure.RunAsync(revision, standard, cancellation);
            if (measured.Succeeded)
            {
                found.Add((revision, measured.Value));
            }
        }

        return found;
    }

    public Task<CountyFacts> FactsAsync(Revision revision, CancellationToken cancellation) =>
        count.RunAsync(revision.County, revision.Number, cancellation);
}
