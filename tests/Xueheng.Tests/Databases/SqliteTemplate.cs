using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xueheng.Sqlite;
using Xueheng.Storage;

namespace Xueheng.Tests.Databases;

/// <summary>A migrated SQLite file, made once per test process and copied for each test.</summary>
internal static class SqliteTemplate
{
    private static readonly Lazy<Task<string>> File = new(MakeAsync);

    public static Task<string> GetAsync() => File.Value;

    /// <summary>Closes pooled connections to a file, so that it can be deleted or copied whole.</summary>
    public static void Release(string path)
    {
        using var connection = new XuehengDb(Options(path));
        SqliteConnection.ClearPool((SqliteConnection)connection.Database.GetDbConnection());
    }

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("xueheng-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var path = Path.Combine(folder.FullName, "template.db");
        await using (var db = new XuehengDb(Options(path)))
        {
            await db.Database.MigrateAsync();
        }

        Release(path);
        return path;
    }

    private static DbContextOptions<XuehengDb> Options(string path) =>
        (DbContextOptions<XuehengDb>)new DbContextOptionsBuilder<XuehengDb>().UseXuehengSqlite(path).Options;
}
