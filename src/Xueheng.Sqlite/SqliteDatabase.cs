using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Xueheng.Storage;

namespace Xueheng.Sqlite;

/// <summary>One file in the data folder: WAL, foreign keys on, writers wait for one another.</summary>
public static class SqliteDatabase
{
    public static DbContextOptionsBuilder UseXuehengSqlite(this DbContextOptionsBuilder options, string path) =>
        options
            .UseSqlite(
                new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 60 }.ToString(),
                sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name))
            .AddInterceptors(SqlitePragmas.Instance);

    internal sealed class DesignTime : IDesignTimeDbContextFactory<XuehengDb>
    {
        public XuehengDb CreateDbContext(string[] args) =>
            new((DbContextOptions<XuehengDb>)new DbContextOptionsBuilder<XuehengDb>().UseXuehengSqlite("design.db").Options);
    }
}
