using System.Globalization;
using System.Text;
using SQLitePCL;
using Xueheng.Storage;

namespace Xueheng.Sqlite;

/// <summary>Binds one property of a row to one parameter of a statement.</summary>
internal delegate void SqliteBinder<in TRow>(sqlite3_stmt statement, TRow row);

/// <summary>Makes the binder of a column: typed for the types that rows are made of, in the form the provider stores them in.</summary>
internal static class SqliteBinders
{
    private const int ShortText = 256;

    public static SqliteBinder<TRow> Make<TRow>(BulkColumn<TRow> column, int index)
        where TRow : class
    {
        var type = column.Property.PropertyType;
        if (column.Converted)
        {
            return Boxed(column, index);
        }

        if (type == typeof(string))
        {
            var get = column.Getter<string?>();
            return (statement, row) => Text(statement, index, get(row));
        }

        if (type == typeof(int) || type == typeof(long) || type == typeof(bool) || type.IsEnum)
        {
            var get = type == typeof(bool) ? Lift(column.Getter<bool>()) : column.Getter<long>();
            return (statement, row) => raw.sqlite3_bind_int64(statement, index, get(row));
        }

        if (type == typeof(double?))
        {
            var get = column.Getter<double?>();
            return (statement, row) => Real(statement, index, get(row));
        }

        if (type == typeof(bool?))
        {
            var get = column.Getter<bool?>();
            return (statement, row) => Whole(statement, index, get(row) is { } yes ? (yes ? 1 : 0) : null);
        }

        if (type == typeof(int?) || Nullable.GetUnderlyingType(type) is { IsEnum: true })
        {
            var get = column.Getter<long?>();
            return (statement, row) => Whole(statement, index, get(row));
        }

        if (type == typeof(DateOnly?))
        {
            var get = column.Getter<DateOnly?>();
            return (statement, row) => Day(statement, index, get(row));
        }

        return Boxed(column, index);
    }

    private static Func<TRow, long> Lift<TRow>(Func<TRow, bool> get) => row => get(row) ? 1 : 0;

    private static void Whole(sqlite3_stmt statement, int index, long? value)
    {
        if (value is { } number)
        {
            raw.sqlite3_bind_int64(statement, index, number);
        }
        else
        {
            raw.sqlite3_bind_null(statement, index);
        }
    }

    private static void Real(sqlite3_stmt statement, int index, double? value)
    {
        if (value is { } number)
        {
            raw.sqlite3_bind_double(statement, index, number);
        }
        else
        {
            raw.sqlite3_bind_null(statement, index);
        }
    }

    private static void Text(sqlite3_stmt statement, int index, string? value)
    {
        if (value is null)
        {
            raw.sqlite3_bind_null(statement, index);
            return;
        }

        if (value.Length == 0)
        {
            // An empty span is a null pointer, which SQLite takes for NULL.
            raw.sqlite3_bind_text(statement, index, "");
            return;
        }

        Span<byte> bytes = value.Length <= ShortText ? stackalloc byte[ShortText * 3] : new byte[Encoding.UTF8.GetMaxByteCount(value.Length)];
        raw.sqlite3_bind_text(statement, index, bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
    }

    private static void Day(sqlite3_stmt statement, int index, DateOnly? value)
    {
        if (value is not { } day)
        {
            raw.sqlite3_bind_null(statement, index);
            return;
        }

        Span<byte> bytes = stackalloc byte[10];
        day.TryFormat(bytes, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        raw.sqlite3_bind_text(statement, index, bytes[..length]);
    }

    /// <summary>Types that do not come by the million.</summary>
    private static SqliteBinder<TRow> Boxed<TRow>(BulkColumn<TRow> column, int index)
        where TRow : class => (statement, row) =>
    {
        switch (column.Read(row))
        {
            case null:
                raw.sqlite3_bind_null(statement, index);
                break;
            case string text:
                Text(statement, index, text);
                break;
            case Guid id:
                Text(statement, index, id.ToString().ToUpperInvariant());
                break;
            case double number:
                raw.sqlite3_bind_double(statement, index, number);
                break;
            case decimal number:
                Text(statement, index, number.ToString("0.0###########################", CultureInfo.InvariantCulture));
                break;
            case DateOnly day:
                Day(statement, index, day);
                break;
            case DateTime moment:
                Text(statement, index, moment.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture));
                break;
            case byte[] { Length: 0 }:
                raw.sqlite3_bind_zeroblob(statement, index, 0);
                break;
            case byte[] bytes:
                raw.sqlite3_bind_blob(statement, index, bytes);
                break;
            case var value when value is int or long or bool or Enum:
                raw.sqlite3_bind_int64(statement, index, Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case var other:
                throw new NotSupportedException($"{column.Name} is a {other.GetType().Name}, which bulk writing does not know how to store.");
        }
    };
}
