using Microsoft.EntityFrameworkCore;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.Census;
using Xueheng.Storage;

namespace Xueheng.App.Pages.Rosters;

/// <summary>A list of all persons of one kind in the county's published census; their numbers are masked unless the address asks for them.</summary>
internal abstract class RosterList<TRow>(string name, string title, XuehengDb db, SchoolRoll roll, PublishedMemory memory, IHttpContextAccessor request)
    : ListSource<TRow>(name)
    where TRow : SchoolRowBase
{
    public override async Task<Outcome<Listing<TRow>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var revision = at.Place.Published;
        var schools = await roll.OfAsync(revision, cancellation);
        return new RosterListing<TRow>(
            Name,
            title,
            [.. Columns(at.Place.Address, schools, NumbersShown.Full(request.HttpContext)), RosterFilters.Source<TRow>(revision)],
            db.Set<TRow>().AsNoTracking().Where(row => row.County == revision.County && row.Revision == revision.Number),
            revision,
            memory)
        {
            At = at,
            Filters = [.. Filters(schools), RosterFilters.Numbers<TRow>()],
        };
    }

    /// <param name="full">Numbers of persons are not masked.</param>
    protected abstract IEnumerable<ListColumn<TRow>> Columns(PageAddress address, SchoolRoll.Schools schools, bool full);

    protected abstract IEnumerable<ListFilter<TRow>> Filters(SchoolRoll.Schools schools);
}
