using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Reports;

/// <summary>What a printing says otherwise than the one before it.</summary>
/// <param name="Before">When the printing before was made; null when this is the template's first for the county and period.</param>
public sealed record PrintChanges(DateTimeOffset? Before, IReadOnlyList<FigureChange> Changes);

/// <summary>Compares a stored printing with the template's printing before it.</summary>
public sealed class ComparePrints(XuehengDb db)
{
    public async Task<PrintChanges> RunAsync(ReportPrint print, CancellationToken cancellation)
    {
        var before = await db.Set<ReportPrint>().AsNoTracking()
            .Where(p => p.County == print.County && p.Period == print.Period && p.Template == print.Template && p.PrintedAt < print.PrintedAt)
            .OrderByDescending(p => p.PrintedAt)
            .FirstOrDefaultAsync(cancellation);
        return before is null
            ? new PrintChanges(null, [])
            : new PrintChanges(before.PrintedAt, FigureChanges.Between(PrintReport.FiguresOf(before), PrintReport.FiguresOf(print)));
    }
}
