using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Xueheng.Storage;

/// <summary>
/// The one model, kept by SQLite or PostgreSQL. Each part maps its own tables (<c>CensusTables</c>, …);
/// every primary key, foreign key and unique index begins with the county.
/// </summary>
public sealed class XuehengDb(DbContextOptions<XuehengDb> options) : DbContext(options)
{
    internal const string SqliteProvider = "Microsoft.EntityFrameworkCore.Sqlite";

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(XuehengDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        if (Database.ProviderName != SqliteProvider)
        {
            // SQLite sorts text by its bytes; PostgreSQL would by the collation of whoever made the database.
            configurationBuilder.Properties<string>().UseCollation("C");
        }
    }

    /// <summary>Instants are stored as UTC and to the microsecond on both databases, so that they sort, compare and move from one to the other alike.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime.AddTicks(-(instant.UtcTicks % TimeSpan.TicksPerMicrosecond)),
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}
