using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Xueheng.Storage;

namespace Xueheng.Sqlite;

/// <summary>One prepared insert of many rows, run again and again: SQLite's fastest way in that keeps its constraints.</summary>
public sealed class SqliteBulkRows : IBulkRows
{
    /// <summary>SQLite allows 32,766 parameters a statement; more rows than this a statement gain nothing.</summary>
    private const int RowsPerStatement = 64;

    public async Task<long> WriteAsync<TRow>(DbContext db, IAsyncEnumerable<TRow> rows, CancellationToken cancellation)
        where TRow : class
    {
        var columns = BulkTable.ColumnsOf<TRow>(db);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await using var full = Prepare(db, connection, columns, RowsPerStatement);
        var pending = new List<TRow>(RowsPerStatement);
        long written = 0;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            pending.Add(row);
            if (pending.Count == RowsPerStatement)
            {
                Execute(full, columns, pending);
                written += pending.Count;
                pending.Clear();
            }
        }

        if (pending.Count > 0)
        {
            await using var rest = Prepare(db, connection, columns, pending.Count);
            Execute(rest, columns, pending);
            written += pending.Count;
        }

        return written;
    }

    private static SqliteCommand Prepare<TRow>(DbContext db, SqliteConnection connection, IReadOnlyList<BulkColumn<TRow>> columns, int rows)
        where TRow : class
    {
        var sql = db.GetService<ISqlGenerationHelper>();
        var command = connection.CreateCommand();
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        var tuple = 0;
        var values = string.Join(", ", Enumerable.Range(0, rows).Select(_ =>
            "(" + string.Join(", ", columns.Select(_ => "$p" + tuple++)) + ")"));
        command.CommandText =
            $"INSERT INTO {sql.DelimitIdentifier(BulkTable.NameOf<TRow>(db))} ({string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.Name)))}) VALUES {values}";
        for (var i = 0; i < tuple; i++)
        {
            command.Parameters.Add(new SqliteParameter("$p" + i, null));
        }

        command.Prepare();
        return command;
    }

    private static void Execute<TRow>(SqliteCommand command, IReadOnlyList<BulkColumn<TRow>> columns, List<TRow> rows)
        where TRow : class
    {
        var parameter = 0;
        foreach (var row in rows)
        {
            foreach (var column in columns)
            {
                command.Parameters[parameter++].Value = column.Read(row) ?? DBNull.Value;
            }
        }

        command.ExecuteNonQuery();
    }
}
