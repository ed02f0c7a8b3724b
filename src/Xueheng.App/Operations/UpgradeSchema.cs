using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Xueheng.Storage;

namespace Xueheng.App.Operations;

/// <summary>
/// Brings the database to the schema of this version. A SQLite file with data is first copied whole to <c>backups/</c>.
/// Several commands may start at once: one upgrades, the others wait for it.
/// </summary>
public sealed class UpgradeSchema(XuehengDb db, DataLocation location, TimeProvider clock)
{
    /// <summary>Key of the advisory lock: this use, apart from any other.</summary>
    private const long Upgrading = 0x78683030;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <returns>The copy that was made, null when none was needed; XH9001 when the database is of a newer version.</returns>
    public async Task<Outcome<string?>> RunAsync(CancellationToken cancellation)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = await AppliedAsync(cancellation);
        if (applied.Except(known).ToList() is [var newer, ..])
        {
            return new Failure("XH9001", $"数据库由更新的版本建立（{newer}），请换用新版本的程序，或恢复升级前的备份。");
        }

        if (applied.Count == known.Count)
        {
            return (string?)null;
        }

        if (location.Database is not null)
        {
            await UpgradeServerAsync(cancellation);
            return (string?)null;
        }

        return await UpgradeFileAsync(known.Count, cancellation);
    }

    /// <summary>EF holds its lock for one migration; this one is held by the session for all of them, and goes with the session.</summary>
    private async Task UpgradeServerAsync(CancellationToken cancellation)
    {
        var patience = db.Database.GetCommandTimeout();
        db.Database.SetCommandTimeout(Patience);
        await CreateAsync(cancellation);
        await db.Database.OpenConnectionAsync(cancellation);
        try
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({Upgrading})", cancellation);
            await db.Database.MigrateAsync(cancellation);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Upgrading})", cancellation);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
            db.Database.SetCommandTimeout(patience);
        }
    }

    /// <summary>EF makes a database that is not there before it migrates; the lock needs one before that.</summary>
    private async Task CreateAsync(CancellationToken cancellation)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        if (await creator.ExistsAsync(cancellation))
        {
            return;
        }

        try
        {
            await creator.CreateAsync(cancellation);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process was faster.
        }
    }

    private async Task<string?> UpgradeFileAsync(int known, CancellationToken cancellation)
    {
        await using var only = await LockAsync(cancellation);
        var applied = await AppliedAsync(cancellation);
        if (applied.Count == known)
        {
            return null;
        }

        var copy = applied.Count == 0 ? null : await CopyAsync(applied[^1], cancellation);
        await ForgetDeadLockAsync(cancellation);
        await db.Database.MigrateAsync(cancellation);
        return copy;
    }

    private async Task<List<string>> AppliedAsync(CancellationToken cancellation) =>
        location.Database is null && !File.Exists(location.SqliteFile) ? [] : [.. await db.Database.GetAppliedMigrationsAsync(cancellation)];

    /// <summary>A lock of the operating system: it goes when its process goes, however that ends.</summary>
    private async Task<FileStream> LockAsync(CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(location.Folder.FullName, "upgrade.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellation);
            }
        }
    }

    private async Task<string> CopyAsync(string schema, CancellationToken cancellation)
    {
        var folder = location.Create("backups").FullName;
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyyMMdd-HHmmss}-before-upgrade-from-{schema}.db"));
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {path}", cancellation);
        return path;
    }

    /// <summary>A process killed while it migrated leaves its row in EF's lock table, and EF would wait for it for ever. We hold the lock, so the row is dead.</summary>
    private async Task ForgetDeadLockAsync(CancellationToken cancellation)
    {
        var tables = await db.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").ToListAsync(cancellation);
        if (tables.Count > 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", cancellation);
        }
    }
}
