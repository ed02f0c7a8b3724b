using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Xueheng.Storage;

namespace Xueheng.Postgres;

/// <summary>An advisory lock of the county, held by the transaction.</summary>
public sealed class PostgresCountyLock : ICountyLock
{
    /// <summary>First half of the lock's key: this use of advisory locks, apart from any other.</summary>
    private const int Census = 0x78683031;

    public async Task<IDbContextTransaction?> BeginAsync(XuehengDb db, string county, TimeSpan wait, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var number = int.Parse(county, System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            var milliseconds = Math.Max(1, (int)wait.TotalMilliseconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
            await db.Database.ExecuteSqlAsync($"SELECT set_config('lock_timeout', {milliseconds}, true)", cancellation);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Census}, {number})", cancellation);
            await db.Database.ExecuteSqlAsync($"SELECT set_config('lock_timeout', '0', true)", cancellation);
            return transaction;
        }
        catch (PostgresException e) when (IsBusy(e))
        {
            await transaction.DisposeAsync();
            return null;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    public bool IsBusy(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected } => true,
        { InnerException: { } inner } => IsBusy(inner),
        _ => false,
    };
}
