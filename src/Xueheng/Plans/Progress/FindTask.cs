using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Progress;

/// <summary>Finds one task with its evidence and its history.</summary>
public sealed class FindTask(XuehengDb db)
{
    private const int Deepest = 20;

    /// <returns>Null when the county has no such task.</returns>
    public async Task<OneTask?> RunAsync(string county, Guid task, CancellationToken cancellation)
    {
        var items = db.Set<PlanItem>().AsNoTracking().Where(i => i.County == county);
        if (await items.FirstOrDefaultAsync(i => i.Id == task && i.Kind == PlanItemKind.Task, cancellation) is not { } item)
        {
            return null;
        }

        var way = new List<string>();
        for (var above = item.Parent; above is { } id && way.Count < Deepest;)
        {
            var parent = await items.Where(i => i.Id == id).Select(i => new { i.Title, i.Parent }).FirstAsync(cancellation);
            way.Insert(0, parent.Title);
            above = parent.Parent;
        }

        var plan = await db.Set<Plan>().AsNoTracking().FirstAsync(p => p.County == county && p.Id == item.Plan, cancellation);
        var evidence = await db.Set<Evidence>().Where(e => e.County == county && e.Task == task)
            .OrderByDescending(e => e.GivenAt).ThenBy(e => e.FileName).ThenBy(e => e.Id)
            .Select(e => new GivenEvidence(
                e.Id, e.Result, e.FileName, e.FileContent == null ? null : e.FileContent.Length, e.GivenBy, e.GivenAt, e.State, e.DecidedBy, e.DecidedAt))
            .ToListAsync(cancellation);
        var events = await db.Set<TaskEvent>().AsNoTracking().Where(e => e.County == county && e.Task == task)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .ToListAsync(cancellation);
        return new OneTask(item, plan, way, evidence, events);
    }

    /// <returns>Null when there is no such evidence or it has no file.</returns>
    public async Task<(string Name, byte[] Content)?> FileAsync(string county, Guid evidence, CancellationToken cancellation) =>
        await db.Set<Evidence>().Where(e => e.County == county && e.Id == evidence && e.FileContent != null)
            .Select(e => new { e.FileName, e.FileContent }).FirstOrDefaultAsync(cancellation) is { } file
            ? (file.FileName!, file.FileContent!)
            : null;
}
