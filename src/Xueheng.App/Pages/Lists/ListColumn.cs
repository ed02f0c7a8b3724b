using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;

namespace Xueheng.App.Pages.Lists;

/// <summary>Orders rows in the database by one key.</summary>
public delegate IOrderedQueryable<TRow> ListOrder<TRow>(IQueryable<TRow> rows, bool descending);

internal static class ListOrders
{
    public static ListOrder<TRow> By<TRow, TKey>(Expression<Func<TRow, TKey>> key) =>
        (rows, descending) => descending ? rows.OrderByDescending(key) : rows.OrderBy(key);

    /// <summary>Missing values last whichever way, alike on both databases.</summary>
    public static ListOrder<TRow> By<TRow, TKey>(Expression<Func<TRow, bool>> missing, Expression<Func<TRow, TKey>> key) =>
        (rows, descending) => descending ? rows.OrderBy(missing).ThenByDescending(key) : rows.OrderBy(missing).ThenBy(key);
}

/// <summary>One column of a list, on the screen and in the exported sheet alike.</summary>
/// <param name="Key">Its name in addresses.</param>
/// <param name="Heading">Chinese text, translated where it is shown.</param>
/// <param name="Value">Text, a number, a day, yes or no, a stage or a verdict; null for a missing one.</param>
public sealed record ListColumn<TRow>(string Key, string Heading, Func<TRow, object?> Value)
{
    /// <summary>How numbers are written, for example <c>0.00</c>; plain when null.</summary>
    public string? Format { get; init; }

    /// <summary>The value as the screen writes it, where a format does not do; the sheet gets the value.</summary>
    public Func<TRow, string>? Say { get; init; }

    /// <summary>Where a cell leads.</summary>
    public Func<TRow, string?>? Link { get; init; }

    /// <summary>Shown on the screen instead of the value; the sheet still gets the value.</summary>
    public RenderFragment<TRow>? Cell { get; init; }

    /// <summary>Not shown unless chosen.</summary>
    public bool Extra { get; init; }

    public bool Sortable { get; init; } = true;

    /// <summary>Sentences, which may wrap.</summary>
    public bool Wraps { get; init; }

    /// <summary>Numbers are set to the right.</summary>
    public bool Number { get; init; }

    /// <summary>The value is one of the screens' own texts.</summary>
    public bool Translated { get; init; }

    /// <summary>Days, which a sheet keeps as dates.</summary>
    public bool Day { get; init; }

    /// <summary>How the database sorts by it; lists held in memory sort by the value.</summary>
    public ListOrder<TRow>? Order { get; init; }

    /// <summary>Said in the heading's tooltip.</summary>
    public string? Note { get; init; }
}
