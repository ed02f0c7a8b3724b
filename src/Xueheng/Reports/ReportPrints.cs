using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Reports;

/// <summary>One printing in a list, without its bytes.</summary>
public sealed record PrintSummary(Guid Id, int Period, int Revision, string Template, DateTimeOffset PrintedAt);

/// <summary>What was printed: the list of it, and each document as it was given out.</summary>
public sealed class ReportPrints(XuehengDb db)
{
    /// <summary>The printings of a county and period, newest first; of one template when it is named.</summary>
    public async Task<IReadOnlyList<PrintSummary>> ListAsync(string county, int period, string? template, CancellationToken cancellation) =>
        await db.Set<ReportPrint>()
            .Where(p => p.County == county && p.Period == period && (template == null || p.Template == template))
            .OrderByDescending(p => p.PrintedAt).ThenByDescending(p => p.Id)
            .Select(p => new PrintSummary(p.Id, p.Period, p.Revision, p.Template, p.PrintedAt))
            .ToListAsync(cancellation);

    /// <summary>One printing with its document.</summary>
    public async Task<Outcome<ReportPrint>> FindAsync(string county, Guid id, CancellationToken cancellation) =>
        await db.Set<ReportPrint>().AsNoTracking().FirstOrDefaultAsync(p => p.County == county && p.Id == id, cancellation)
            is { } print
            ? print
            : new Failure("XH3001", $"没有打印记录 {id}，请在答卷的打印记录中选择");
}
