using Microsoft.EntityFrameworkCore;

namespace Xueheng.Storage;

/// <summary>
/// Writes many rows of one entity inside the context's open transaction: COPY on PostgreSQL, one prepared
/// multi-row insert on SQLite. Rows are read from the sequence as they come and are not kept.
/// </summary>
public interface IBulkRows
{
    /// <returns>How many rows were written.</returns>
    Task<long> WriteAsync<TRow>(DbContext db, IAsyncEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class;
}
