using Xueheng.Census;

namespace Xueheng.App.Pages.Places;

/// <summary>A county with what it has published.</summary>
/// <param name="Revisions">The revision each period is measured by, newest period first.</param>
public sealed record PublishedCounty(string Code, string Name, IReadOnlyList<Revision> Revisions)
{
    public Revision? Of(int period) => Revisions.FirstOrDefault(r => r.Period == period);
}

/// <summary>Every county and what it has published, at one moment.</summary>
/// <param name="Stamp">Differs whenever anything a page shows may differ.</param>
public sealed record PublishedCensus(IReadOnlyList<PublishedCounty> Counties, string Stamp)
{
    public PublishedCounty? Find(string code) => Counties.FirstOrDefault(c => c.Code == code);

    /// <summary>The newest thing published; null when nothing is.</summary>
    public (PublishedCounty County, Revision Revision)? Newest
    {
        get
        {
            var found = Counties
                .SelectMany(c => c.Revisions.Take(1), (county, revision) => (County: county, Revision: revision))
                .OrderByDescending(p => p.Revision.PublishedAt)
                .ToList();
            return found.Count == 0 ? null : found[0];
        }
    }
}
