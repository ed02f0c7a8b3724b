using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Xueheng.Storage;

/// <summary>
/// The one model, kept by SQLite or PostgreSQL. Each part maps its own tables (<c>CensusTables</c>, …);
/// every primary key, foreign key and unique index begins with the county.
/// </summary>
public sealed class XuehengDb(DbContextOptions<XuehengDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(XuehengDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();

    /// <summary>Instants are stored as UTC on both databases, so that they sort and compare alike.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        instant => instant.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}
