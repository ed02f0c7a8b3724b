using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Xueheng.Storage;

namespace Xueheng.Postgres;

/// <summary>A PostgreSQL server, named by an Npgsql connection string.</summary>
public static class PostgresDatabase
{
    public static DbContextOptionsBuilder UseXuehengPostgres(this DbContextOptionsBuilder options, string connection) =>
        options.UseNpgsql(connection, npgsql => npgsql.MigrationsAssembly(typeof(PostgresDatabase).Assembly.GetName().Name));

    internal sealed class DesignTime : IDesignTimeDbContextFactory<XuehengDb>
    {
        public XuehengDb CreateDbContext(string[] args) =>
            new((DbContextOptions<XuehengDb>)new DbContextOptionsBuilder<XuehengDb>().UseXuehengPostgres("Host=design").Options);
    }
}
