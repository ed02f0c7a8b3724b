using System.Linq.Expressions;
using System.Reflection;

namespace Xueheng.Facts;

/// <summary>Reads a figure off a row of 学段 or 资源 by the name of its property.</summary>
internal static class DeclaredFigures<TRow>
{
    private static readonly Dictionary<string, Func<TRow, double?>> Readers = typeof(TRow)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.PropertyType == typeof(double?))
        .ToDictionary(p => p.Name, Compile);

    public static Func<TRow, double?> Of(string property) => Readers[property];

    private static Func<TRow, double?> Compile(PropertyInfo property)
    {
        var row = Expression.Parameter(typeof(TRow));
        return Expression.Lambda<Func<TRow, double?>>(Expression.Property(row, property), row).Compile();
    }
}
