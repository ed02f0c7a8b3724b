using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Xueheng.Storage;

/// <summary>A column of an entity's table as bulk writers need it: its name, its type in the database and how to read it off a row.</summary>
/// <param name="Name">Column name, not delimited.</param>
/// <param name="StoreType">For example <c>integer</c> or <c>timestamp with time zone</c>.</param>
/// <param name="Property">The property it holds.</param>
/// <param name="Read">The value as the provider stores it; null for a missing one. Boxes: for columns that come a million times, see <see cref="Getter{TValue}"/>.</param>
/// <param name="Converted">The model changes the property's value on its way to the database.</param>
public sealed record BulkColumn<TRow>(string Name, string StoreType, PropertyInfo Property, Func<TRow, object?> Read, bool Converted)
    where TRow : class
{
    /// <summary>Reads the property without boxing; an enum may be read as its whole number.</summary>
    public Func<TRow, TValue> Getter<TValue>() => typeof(TValue) == Property.PropertyType
        ? Property.GetMethod!.CreateDelegate<Func<TRow, TValue>>()
        : Cast<TValue>();

    private Func<TRow, TValue> Cast<TValue>()
    {
        var row = Expression.Parameter(typeof(TRow));
        return Expression.Lambda<Func<TRow, TValue>>(Expression.Convert(Expression.Property(row, Property), typeof(TValue)), row).Compile();
    }
}

/// <summary>An entity's table, as bulk writers need it.</summary>
public static class BulkTable
{
    public static string NameOf<TRow>(DbContext db)
        where TRow : class => Entity<TRow>(db).GetTableName()!;

    public static IReadOnlyList<BulkColumn<TRow>> ColumnsOf<TRow>(DbContext db)
        where TRow : class =>
        [.. Entity<TRow>(db).GetProperties().Select(Column<TRow>)];

    private static IEntityType Entity<TRow>(DbContext db) =>
        db.Model.FindEntityType(typeof(TRow))
        ?? throw new InvalidOperationException($"{typeof(TRow).Name} is not in the model.");

    private static BulkColumn<TRow> Column<TRow>(IProperty property)
        where TRow : class
    {
        var row = Expression.Parameter(typeof(TRow));
        var read = Expression.Lambda<Func<TRow, object?>>(
            Expression.Convert(Expression.Property(row, property.PropertyInfo!), typeof(object)), row).Compile();
        var converter = property.GetTypeMapping().Converter;
        return new BulkColumn<TRow>(
            property.GetColumnName(),
            property.GetColumnType(),
            property.PropertyInfo!,
            converter is null ? read : r => read(r) is { } value ? converter.ConvertToProvider(value) : null,
            converter is not null);
    }
}
