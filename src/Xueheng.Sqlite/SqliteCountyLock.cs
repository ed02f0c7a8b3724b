using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Xueheng.Storage;

namespace Xueheng.Sqlite;

/// <summary>SQLite has one writer at a time for the whole file, so its write lock is the county's too.</summary>
public sealed class SqliteCountyLock : ICountyLock
{
    private const int Busy = 5;
    private const int Locked = 6;

    public async Task<IDbContextTransaction?> BeginAsync(XuehengDb db, string county, TimeSpan wait, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var usual = connection.DefaultTimeout;
        connection.DefaultTimeout = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        try
        {
            // Begins IMMEDIATE: the write lock is taken here, not at the first write.
            return await db.Database.BeginTransactionAsync(cancellation);
        }
        catch (SqliteException e) when (IsBusy(e))
        {
            await db.Database.CloseConnectionAsync();
            return null;
        }
        finally
        {
            connection.DefaultTimeout = usual;
        }
    }

    public bool IsBusy(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: Busy or Locked } => true,
        { InnerException: { } inner } => IsBusy(inner),
        _ => false,
    };
}
