using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Storage;

namespace Xueheng.Planning.Groups;

/// <summary>The groups a county has: those approved last.</summary>
public sealed class FindApprovedGroups(XuehengDb db)
{
    /// <returns>Empty where none were ever approved.</returns>
    public async Task<IReadOnlyList<ApprovedGroup>> RunAsync(string county, Stage stage, CancellationToken cancellation)
    {
        var groups = db.Set<ApprovedGroup>().AsNoTracking().Where(g => g.County == county && g.Stage == stage);
        return await groups.OrderByDescending(g => g.At).ThenByDescending(g => g.Scenario).Select(g => (Guid?)g.Scenario).FirstOrDefaultAsync(cancellation) is { } last
            ? await groups.Where(g => g.Scenario == last).OrderBy(g => g.Leader).ToListAsync(cancellation)
            : [];
    }
}
