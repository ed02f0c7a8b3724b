using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Xueheng.Sqlite;

/// <summary>
/// Pragmas that SQLite keeps per connection. Opening takes a connection from the pool, which keeps what was set on it, so
/// they are set once on each connection, not each time one is taken.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    private const string Pragmas =
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=268435456;";

    private static readonly ConditionalWeakTable<sqlite3, object> Set = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Handle(connection) is { } handle && !Set.TryGetValue(handle, out _))
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
            Set.TryAdd(handle, handle.GetType());
        }
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Handle(connection) is { } handle && !Set.TryGetValue(handle, out _))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
            Set.TryAdd(handle, handle.GetType());
        }
    }

    private static sqlite3? Handle(DbConnection connection) => ((SqliteConnection)connection).Handle;
}
