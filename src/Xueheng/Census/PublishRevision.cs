using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Census;

/// <summary>Makes a draft the revision its period is measured by. A published revision never changes again.</summary>
public sealed class PublishRevision(XuehengDb db, TimeProvider clock)
{
    public async Task<Outcome<Revision>> RunAsync(string county, int number, CancellationToken cancellation)
    {
        var revision = await db.Set<Revision>().FirstOrDefaultAsync(r => r.County == county && r.Number == number, cancellation);
        if (revision is null)
        {
            return new Failure("XH1002", $"{county} 没有第 {number} 版基础数据，请用 census list 查看已有的版本");
        }

        if (revision.State == RevisionState.Published)
        {
            return revision;
        }

        var later = await db.Set<Revision>()
            .Where(r => r.County == county && r.Period == revision.Period && r.State == RevisionState.Published && r.Number > number)
            .Select(r => (int?)r.Number).MaxAsync(cancellation);
        if (later is not null)
        {
            return new Failure("XH1005", $"{revision.Period} 学年已经发布了更新的第 {later} 版；要用第 {number} 版的数据，请重新导入后再发布");
        }

        revision.State = RevisionState.Published;
        revision.PublishedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellation);
        return revision;
    }
}
