using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Backups;

/// <summary>The schema as backups name it.</summary>
internal static class Schema
{
    /// <summary>Migrations by name; their times differ between the engines.</summary>
    public static IReadOnlyList<string> Names(XuehengDb db) => [.. db.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..])];

    public static bool IsSqlite(this Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade database) =>
        database.ProviderName == XuehengDb.SqliteProvider;
}
