using Microsoft.EntityFrameworkCore.Storage;

namespace Xueheng.Storage;

/// <summary>
/// The transaction in which a county's census is changed. Only one can be open for a county at a time, over all processes;
/// it ends with its process, however that ends, so whoever has it knows that no other import of the county is alive.
/// </summary>
public interface ICountyLock
{
    /// <returns>The open transaction; null when another still had it after the wait.</returns>
    Task<IDbContextTransaction?> BeginAsync(XuehengDb db, string county, TimeSpan wait, CancellationToken cancellation);

    /// <summary>Whether a write failed only because another writer was at work.</summary>
    bool IsBusy(Exception exception);
}
