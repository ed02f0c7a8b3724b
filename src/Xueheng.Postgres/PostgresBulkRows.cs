using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Xueheng.Storage;

namespace Xueheng.Postgres;

/// <summary>Binary COPY.</summary>
public sealed class PostgresBulkRows : IBulkRows
{
    public async Task<long> WriteAsync<TRow>(DbContext db, IAsyncEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class
    {
        var columns = BulkTable.ColumnsOf<TRow>(db);
        var sql = db.GetService<ISqlGenerationHelper>();
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var copy = $"COPY {sql.DelimitIdentifier(BulkTable.NameOf<TRow>(db))} ({string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.Name)))}) FROM STDIN (FORMAT BINARY)";
        await using var writer = await connection.BeginBinaryImportAsync(copy, cancellation);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            await writer.StartRowAsync(cancellation);
            foreach (var column in columns)
            {
                if (column.Read(row) is { } value)
                {
                    await writer.WriteAsync(value, column.StoreType, cancellation);
                }
                else
                {
                    await writer.WriteNullAsync(cancellation);
                }
            }
        }

        return (long)await writer.CompleteAsync(cancellation);
    }
}
