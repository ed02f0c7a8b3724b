using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Xueheng.App.Operations;
using Xueheng.App.Tests.Browser;
using Xueheng.Postgres;
using Xueheng.Storage;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Operations;

public sealed class UpgradeSchemaTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Many_processes_may_start_on_an_empty_database_at_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var db = database.Open();
            Assert.True((await Upgrade(db, database)).Succeeded);
        })));
        await using var after = database.Open();
        Assert.Empty(await after.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_servers_database_that_is_not_there_is_made_by_whoever_comes_first()
    {
        await using var beside = await TestDatabase.CreateEmptyAsync(DatabaseKind.Postgres);
        var absent = new NpgsqlConnectionStringBuilder(beside.Connection) { Database = "absent", Pooling = false }.ConnectionString;
        try
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
            {
                await using var db = OpenAbsent();
                Assert.True((await Upgrade(db, beside)).Succeeded);
            })));
            await using var after = OpenAbsent();
            Assert.Empty(await after.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            await using var db = OpenAbsent();
            await db.Database.EnsureDeletedAsync(CancellationToken.None);
        }

        XuehengDb OpenAbsent() => new((DbContextOptions<XuehengDb>)new DbContextOptionsBuilder<XuehengDb>().UseXuehengPostgres(absent).Options);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_database_of_a_newer_version_is_left_alone(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO \"__EFMigrationsHistory\" (\"MigrationId\", \"ProductVersion\") VALUES ('29990101000000_Later', '99')", TestContext.Current.CancellationToken);
        Assert.Equal("XH9001", (await Upgrade(db, database)).Failure?.Code);
    }

    [Fact]
    public async Task A_file_is_copied_whole_before_its_schema_changes()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        await using (var db = OpenWithTestMigrations(database))
        {
            await db.GetService<IMigrator>().MigrateAsync("20000101000000_First", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync($"INSERT INTO kept (word) VALUES ('原样')", TestContext.Current.CancellationToken);
        }

        await using var later = OpenWithTestMigrations(database);
        var copy = (await Upgrade(later, database)).Value;

        Assert.NotNull(copy);
        Assert.StartsWith(Path.Combine(database.Folder.FullName, "backups"), copy, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(copy, "SELECT COUNT(*) FROM kept WHERE word = '原样'"));
        Assert.Equal(0, await CountAsync(copy, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'added'"));
        Assert.Equal(1, await CountAsync(database.SqliteFile, "SELECT COUNT(*) FROM sqlite_master WHERE name = 'added'"));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_process_killed_while_it_migrated_does_not_stop_the_next_one()
    {
        await using var database = await TestDatabase.CreateEmptyAsync(DatabaseKind.Sqlite);
        await using (var dead = OpenWithTestMigrations(database))
        {
            await dead.GetService<IMigrator>().MigrateAsync("20000101000000_First", TestContext.Current.CancellationToken);
            await dead.Database.ExecuteSqlAsync(
                $"INSERT INTO \"__EFMigrationsLock\" (\"Id\", \"Timestamp\") VALUES (1, '2026-01-01 00:00:00+00:00')", TestContext.Current.CancellationToken);
        }

        await using var db = OpenWithTestMigrations(database);
        Assert.True((await Upgrade(db, database)).Succeeded);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    private static Task<Outcome<string?>> Upgrade(XuehengDb db, TestDatabase database) =>
        new UpgradeSchema(db, database.Location(), TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);

    private static XuehengDb OpenWithTestMigrations(TestDatabase database) => new(new DbContextOptionsBuilder<XuehengDb>()
        .UseSqlite($"Data Source={database.SqliteFile};Pooling=false", sqlite => sqlite.MigrationsAssembly(typeof(UpgradeSchemaTests).Assembly.FullName))
        .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)).Options);

    private static async Task<long> CountAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=false");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    [DbContext(typeof(XuehengDb)), Migration("20000101000000_First")]
    internal sealed class First : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE kept (word TEXT)");
    }

    [DbContext(typeof(XuehengDb)), Migration("20000102000000_Second")]
    internal sealed class Second : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("CREATE TABLE added (word TEXT)");
    }
}
