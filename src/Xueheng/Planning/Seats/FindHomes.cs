using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Storage;

namespace Xueheng.Planning.Seats;

/// <summary>How many pupils of a school come from a town.</summary>
public sealed record HomeOfSchool(string School, string Town, int Children)
{
    /// <summary>A <see cref="SeatArea.Id"/>.</summary>
    public string Id => $"{Town}@{School}";
}

/// <summary>Home towns of the pupils of each school.</summary>
public sealed class FindHomes(XuehengDb db)
{
    public async Task<IReadOnlyList<HomeOfSchool>> RunAsync(Revision revision, Stage stage, CancellationToken cancellation) => await db.Set<PupilRow>().AsNoTracking()
        .Where(p => p.County == revision.County && p.Revision == revision.Number && p.Stage == stage)
        .GroupBy(p => new { p.School, p.HomeTown })
        .Select(g => new HomeOfSchool(g.Key.School, g.Key.HomeTown, g.Count()))
        .ToListAsync(cancellation);
}
