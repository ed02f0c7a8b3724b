using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Census;

/// <summary>Finds 基础数据版本.</summary>
public sealed class Revisions(XuehengDb db)
{
    /// <summary>The revision a county's period is measured by: the published one with the highest number.</summary>
    public async Task<Outcome<Revision>> FindPublishedAsync(string county, int period, CancellationToken cancellation)
    {
        var revision = await db.Set<Revision>().AsNoTracking()
            .Where(r => r.County == county && r.Period == period && r.State == RevisionState.Published)
            .OrderByDescending(r => r.Number)
            .FirstOrDefaultAsync(cancellation);
        return revision is null
            ? new Failure("XH1001", $"{county} 还没有 {period} 学年已发布的基础数据，请先导入并发布")
            : revision;
    }

    /// <summary>The revision in force for the last period before this one; null when the county has none.</summary>
    public async Task<Revision?> FindPublishedBeforeAsync(string county, int period, CancellationToken cancellation) =>
        await db.Set<Revision>().AsNoTracking()
            .Where(r => r.County == county && r.Period < period && r.State == RevisionState.Published)
            .OrderByDescending(r => r.Period).ThenByDescending(r => r.Number)
            .FirstOrDefaultAsync(cancellation);

    /// <summary>One revision by its number in the county.</summary>
    public async Task<Outcome<Revision>> FindAsync(string county, int number, CancellationToken cancellation)
    {
        var revision = await db.Set<Revision>().AsNoTracking()
            .FirstOrDefaultAsync(r => r.County == county && r.Number == number, cancellation);
        return revision is null
            ? new Failure("XH1002", $"{county} 没有第 {number} 版基础数据，请用 census list 查看已有的版本")
            : revision;
    }

    /// <summary>All revisions of a county, or of all counties, the newest of each county first.</summary>
    public async Task<IReadOnlyList<Revision>> ListAsync(string? county, CancellationToken cancellation) =>
        await db.Set<Revision>().AsNoTracking()
            .Where(r => county == null || r.County == county)
            .OrderBy(r => r.County).ThenByDescending(r => r.Number)
            .ToListAsync(cancellation);

    /// <summary>A revision named <c>3</c> or <c>320381/3</c>; the number alone will do where only one county has it.</summary>
    public async Task<Outcome<Revision>> ResolveAsync(string name, string? county, CancellationToken cancellation)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var (owner, digits) = slash < 0 ? (county, name) : (name[..slash], name[(slash + 1)..]);
        if (!int.TryParse(digits, out var number) || number < 1)
        {
            return new Failure("XH1003", $"“{name}”不是版本号，请写成 3 或 320381/3");
        }

        if (owner is not null)
        {
            return await FindAsync(owner, number, cancellation);
        }

        var found = await db.Set<Revision>().AsNoTracking().Where(r => r.Number == number)
            .OrderBy(r => r.County).Take(3).ToListAsync(cancellation);
        return found switch
        {
            [var only] => only,
            [] => new Failure("XH1002", $"没有第 {number} 版基础数据，请用 census list 查看已有的版本"),
            _ => new Failure("XH1004", $"有几个区县都有第 {number} 版，请写成 {found[0].County}/{number}，或加 --county"),
        };
    }
}
