using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Xueheng.Storage;

namespace Xueheng.Backups;

/// <summary>One table of the model as a backup writes and reads it: a row a line.</summary>
internal abstract class BackupTable
{
    private static readonly MethodInfo Make = typeof(BackupTable).GetMethod(nameof(Of), BindingFlags.NonPublic | BindingFlags.Static)!;

    public abstract string Name { get; }

    /// <summary>Every table of the model; one that another refers to comes before it.</summary>
    public static IReadOnlyList<BackupTable> All(XuehengDb db) =>
        [.. TableOrder.Of(db.Model).Select(entity => (BackupTable)Make.MakeGenericMethod(entity.ClrType).Invoke(null, [entity])!)];

    public abstract Task<long> WriteAsync(XuehengDb db, Stream output, CancellationToken cancellation);

    /// <returns>How many rows there are.</returns>
    /// <exception cref="JsonException">A line is no row.</exception>
    public abstract Task<long> ReadAsync(Stream input, CancellationToken cancellation);

    public abstract Task<long> RestoreAsync(XuehengDb db, IBulkRows bulk, Stream input, CancellationToken cancellation);

    public abstract Task<long> CountAsync(XuehengDb db, CancellationToken cancellation);

    private static BackupTable<TRow> Of<TRow>(IEntityType entity)
        where TRow : class => new(entity);
}

/// <inheritdoc/>
internal sealed class BackupTable<TRow>(IEntityType entity) : BackupTable
    where TRow : class
{
    private static readonly byte[] NewLine = "\n"u8.ToArray();

    private readonly JsonSerializerOptions _json = BackupJson.Rows(entity);

    public override string Name { get; } = entity.GetTableName()!;

    public override async Task<long> WriteAsync(XuehengDb db, Stream output, CancellationToken cancellation)
    {
        var rows = 0L;
        var buffered = new BufferedStream(output, 1 << 16);
        await foreach (var row in db.Set<TRow>().AsNoTracking().AsAsyncEnumerable().WithCancellation(cancellation))
        {
            JsonSerializer.Serialize(buffered, row, _json);
            buffered.Write(NewLine);
            rows++;
        }

        await buffered.FlushAsync(cancellation);
        return rows;
    }

    public override async Task<long> ReadAsync(Stream input, CancellationToken cancellation)
    {
        var rows = 0L;
        await foreach (var _ in RowsAsync(input, cancellation))
        {
            rows++;
        }

        return rows;
    }

    public override Task<long> RestoreAsync(XuehengDb db, IBulkRows bulk, Stream input, CancellationToken cancellation) =>
        bulk.WriteAsync(db, RowsAsync(input, cancellation), cancellation);

    public override Task<long> CountAsync(XuehengDb db, CancellationToken cancellation) => db.Set<TRow>().LongCountAsync(cancellation);

    private IAsyncEnumerable<TRow> RowsAsync(Stream input, CancellationToken cancellation) =>
        JsonSerializer.DeserializeAsyncEnumerable<TRow>(input, topLevelValues: true, _json, cancellation)!;
}
