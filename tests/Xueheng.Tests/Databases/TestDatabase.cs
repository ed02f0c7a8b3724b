using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.Postgres;
using Xueheng.Sqlite;
using Xueheng.Storage;

namespace Xueheng.Tests.Databases;

/// <summary>
/// A database of its own for one test, on a real engine, with the newest schema; gone when disposed. Use:
/// <code>
/// [Theory, ClassData(typeof(BothDatabases))]
/// public async Task A_revision_is_found_again(DatabaseKind kind)
/// {
///     await using var database = await TestDatabase.CreateAsync(kind);
///     await using (var db = database.Open()) { db.Add(…); await db.SaveChangesAsync(…); }
///     await using var fresh = database.Open();                 // a second context, as a second request would have
///     await database.Bulk.WriteAsync(fresh, rows, …);          // inside fresh's transaction
///     await using var services = database.Services(s => s.AddScoped&lt;PublishRevision&gt;());
/// }
/// </code>
/// SQLite is a file in <see cref="Folder"/>; PostgreSQL is one server per test process, started by the first test that
/// needs it (<see cref="PostgresServer"/>). In tests of the app, <c>database.Location()</c> is what <c>AddXueheng</c> takes.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private TestDatabase(DatabaseKind kind, DirectoryInfo folder, string? connection)
    {
        Kind = kind;
        Folder = folder;
        Connection = connection;
        Bulk = kind == DatabaseKind.Sqlite ? new SqliteBulkRows() : new PostgresBulkRows();
    }

    public DatabaseKind Kind { get; }

    /// <summary>An own, empty data folder (with the file <c>xueheng.db</c> on SQLite).</summary>
    public DirectoryInfo Folder { get; }

    /// <summary>Connection string of the PostgreSQL database; null on SQLite.</summary>
    public string? Connection { get; }

    public IBulkRows Bulk { get; }

    public string SqliteFile => Path.Combine(Folder.FullName, "xueheng.db");

    /// <summary>A database with the newest schema and no rows.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var folder = Directory.CreateTempSubdirectory("xueheng-test-");
        if (kind == DatabaseKind.Postgres)
        {
            return new TestDatabase(kind, folder, await (await PostgresServer.GetAsync()).CreateDatabaseAsync(migrated: true));
        }

        var database = new TestDatabase(kind, folder, null);
        File.Copy(await SqliteTemplate.GetAsync(), database.SqliteFile);
        return database;
    }

    /// <summary>A database without any table (on SQLite: no file yet), for tests of migration and restore.</summary>
    public static async Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind)
    {
        var folder = Directory.CreateTempSubdirectory("xueheng-test-");
        return new TestDatabase(
            kind, folder, kind == DatabaseKind.Postgres ? await (await PostgresServer.GetAsync()).CreateDatabaseAsync(migrated: false) : null);
    }

    public XuehengDb Open()
    {
        var options = new DbContextOptionsBuilder<XuehengDb>();
        Use(options);
        return new XuehengDb(options.Options);
    }

    /// <summary>Services with the database, its bulk writer and the system clock; the test adds the use cases it needs.</summary>
    public ServiceProvider Services(Action<IServiceCollection>? more = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddDbContext<XuehengDb>(Use);
        services.AddSingleton(Bulk);
        more?.Invoke(services);
        return services.BuildServiceProvider(validateScopes: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (Connection is not null)
        {
            await (await PostgresServer.GetAsync()).DropDatabaseAsync(Connection);
        }
        else
        {
            SqliteTemplate.Release(SqliteFile);
        }

        Folder.Delete(recursive: true);
    }

    public override string ToString() => Kind.ToString();

    private void Use(DbContextOptionsBuilder options)
    {
        if (Connection is not null)
        {
            options.UseXuehengPostgres(Connection);
        }
        else
        {
            options.UseXuehengSqlite(SqliteFile);
        }
    }
}
