using System.Globalization;
using Microsoft.Extensions.Localization;
using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Lists;

/// <summary>How a value is written in a cell, on the screen and in a sheet.</summary>
internal static class ListText
{
    public static string Of<TRow>(ListColumn<TRow> column, object? value, IStringLocalizer text) => value switch
    {
        null or "" => "—",
        string s => column.Translated ? text[s].Value : s,
        bool yes => text[yes ? "是" : "否"],
        Stage stage => text[stage.Chinese()],
        Verdict verdict => text[VerdictText.Of(verdict)],
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => LocalTime.Of(instant),
        IFormattable number => number.ToString(column.Format ?? "#,##0.######", CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "—",
    };
}
