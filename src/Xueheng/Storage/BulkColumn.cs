using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Xueheng.Storage;

/// <summary>A column of an entity's table as bulk writers need it: its name, its type in the database and how to read it off a row.</summary>
/// <param name="Name">Column name, not delimited.</param>
/// <param name="StoreType">For example <c>integer</c> or <c>timestamp with time zone</c>.</param>
/// <param name="Read">The value as the provider stores it; null for a missing one.</param>
public sealed record BulkColumn<TRow>(string Name, string StoreType, Func<TRow, object?> Read)
    where TRow : class;

/// <summary>An entity's table, as bulk writers need it.</summary>
public static class BulkTable
{
    public static string NameOf<TRow>(DbContext db)
        where TRow : class => Entity<TRow>(db).GetTableName()!;

    public static IReadOnlyList<BulkColumn<TRow>> ColumnsOf<TRow>(DbContext db)
        where TRow : class =>
        [.. Entity<TRow>(db).GetProperties().Select(property => new BulkColumn<TRow>(
            property.GetColumnName(), property.GetColumnType(), Reader<TRow>(property)))];

    private static IEntityType Entity<TRow>(DbContext db) =>
        db.Model.FindEntityType(typeof(TRow))
        ?? throw new InvalidOperationException($"{typeof(TRow).Name} is not in the model.");

    private static Func<TRow, object?> Reader<TRow>(IProperty property)
    {
        var row = Expression.Parameter(typeof(TRow));
        var read = Expression.Lambda<Func<TRow, object?>>(
            Expression.Convert(Expression.Property(row, property.PropertyInfo!), typeof(object)), row).Compile();
        var converter = property.GetTypeMapping().Converter;
        return converter is null ? read : r => read(r) is { } value ? converter.ConvertToProvider(value) : null;
    }
}
