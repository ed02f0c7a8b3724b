using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Census;

/// <summary>The record of imports: what was tried, what came of it, and what was found wrong.</summary>
public sealed class ImportRuns(XuehengDb db, IBulkRows bulk, ICountyLock countyLock, TimeProvider clock)
{
    /// <summary>Said of a run whose process ended before it did.</summary>
    public const string CutOff = "导入中途被打断（断电、关机或进程被结束），没有留下任何数据；请重新导入";

    public async Task<ImportRun?> FindAsync(string county, Guid id, CancellationToken cancellation) =>
        await db.Set<ImportRun>().AsNoTracking().FirstOrDefaultAsync(r => r.County == county && r.Id == id, cancellation);

    /// <summary>Runs of a county, or of all, the newest first.</summary>
    public async Task<IReadOnlyList<ImportRun>> ListAsync(string? county, CancellationToken cancellation) =>
        await db.Set<ImportRun>().AsNoTracking().Where(r => county == null || r.County == county)
            .OrderByDescending(r => r.StartedAt).ThenBy(r => r.County).ToListAsync(cancellation);

    /// <summary>
    /// Marks runs that no process is working on any more as failed. A county whose lock another has is left alone: that
    /// other is alive, or will say the same when it next begins.
    /// </summary>
    public async Task RecoverAsync(CancellationToken cancellation)
    {
        var counties = await db.Set<ImportRun>().Where(r => r.State == ImportState.Waiting || r.State == ImportState.Running)
            .Select(r => r.County).Distinct().ToListAsync(cancellation);
        foreach (var county in counties)
        {
            await using var transaction = await countyLock.BeginAsync(db, county, TimeSpan.FromMilliseconds(200), cancellation);
            if (transaction is not null)
            {
                await MarkDeadAsync(county, Guid.Empty, cancellation);
                await transaction.CommitAsync(cancellation);
            }
        }
    }

    /// <summary>Only for whoever has the county's lock.</summary>
    internal Task<int> MarkDeadAsync(string county, Guid alive, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.Set<ImportRun>()
            .Where(r => r.County == county && r.Id != alive && (r.State == ImportState.Waiting || r.State == ImportState.Running))
            .ExecuteUpdateAsync(s => s
                .SetProperty(r => r.State, ImportState.Failed)
                .SetProperty(r => r.Message, CutOff)
                .SetProperty(r => r.FinishedAt, now), cancellation);
    }

    internal async Task BeginAsync(ImportCommand command, Guid id, CancellationToken cancellation)
    {
        db.Add(new ImportRun
        {
            County = command.County.Value,
            Id = id,
            Period = command.Period.Year,
            State = ImportState.Running,
            Files = [.. command.Files.Select(f => f.Name)],
            StartedAt = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
    }

    /// <summary>Writes the end of a run and its findings inside the open transaction, or in one of its own.</summary>
    internal async Task EndAsync(
        string county, Guid id, ImportState state, int? revision, string? message, FindingLog? log, IReadOnlyList<Finding> findings, long rows, CancellationToken cancellation)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        var (errors, warnings, now) = ((int)(log?.Errors ?? 0), (int)(log?.Warnings ?? 0), clock.GetUtcNow());
        await db.Set<ImportRun>().Where(r => r.County == county && r.Id == id).ExecuteUpdateAsync(s => s
            .SetProperty(r => r.State, state)
            .SetProperty(r => r.Revision, revision)
            .SetProperty(r => r.Message, message)
            .SetProperty(r => r.Errors, errors)
            .SetProperty(r => r.Warnings, warnings)
            .SetProperty(r => r.Rows, rows)
            .SetProperty(r => r.FinishedAt, now), cancellation);
        await bulk.WriteAsync(db, findings.ToAsyncEnumerable(), cancellation);
        if (own is not null)
        {
            await own.CommitAsync(cancellation);
        }
    }
}
