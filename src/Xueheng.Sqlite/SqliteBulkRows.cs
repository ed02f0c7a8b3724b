using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using SQLitePCL;
using Xueheng.Storage;

namespace Xueheng.Sqlite;

/// <summary>
/// One prepared insert of one row, bound by position and stepped again and again: SQLite's fastest way in that keeps its
/// constraints. Commands with many rows look each parameter up by its name, which costs more than the insert.
/// </summary>
public sealed class SqliteBulkRows : IBulkRows
{
    public async Task<long> WriteAsync<TRow>(DbContext db, IAsyncEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class
    {
        var columns = BulkTable.ColumnsOf<TRow>(db);
        SqliteBinder<TRow>[] binders = [.. columns.Select((column, i) => SqliteBinders.Make(column, i + 1))];
        var handle = ((SqliteConnection)db.Database.GetDbConnection()).Handle
            ?? throw new InvalidOperationException("Rows are written inside an open transaction.");
        Check(handle, raw.sqlite3_prepare_v2(handle, Insert<TRow>(db, columns), out var statement));
        using (statement)
        {
            long written = 0;
            await foreach (var row in rows.WithCancellation(cancellation))
            {
                foreach (var bind in binders)
                {
                    bind(statement, row);
                }

                Check(handle, raw.sqlite3_step(statement));
                raw.sqlite3_reset(statement);
                written++;
            }

            return written;
        }
    }

    private static string Insert<TRow>(DbContext db, IReadOnlyList<BulkColumn<TRow>> columns)
        where TRow : class
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var names = string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.Name)));
        return $"INSERT INTO {sql.DelimitIdentifier(BulkTable.NameOf<TRow>(db))} ({names}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
    }

    private static void Check(sqlite3 handle, int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            throw new SqliteException(raw.sqlite3_errmsg(handle).utf8_to_string(), code, raw.sqlite3_extended_errcode(handle));
        }
    }
}
