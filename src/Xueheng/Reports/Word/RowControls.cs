using DocumentFormat.OpenXml.Wordprocessing;

namespace Xueheng.Reports.Word;

/// <summary>A control marker that works on its whole row.</summary>
internal sealed record RowControl(Run Run, Marker Marker);

/// <summary>Tells the markers that work on a row from those that work inside one of its cells.</summary>
internal static class RowControls
{
    /// <summary>Markers that find no partner in their own cell; of a row of one cell, the outermost each.</summary>
    public static List<RowControl> Of(TableRow row, MarkerRuns runs, Func<Run, string, Marker?> read)
    {
        var cells = row.Descendants<TableCell>().Where(c => c.Ancestors<TableRow>().First() == row).ToList();
        var controls = cells.Select(c => Controls(c, runs, read)).ToList();
        if (controls is [[{ Marker: Marker.Each } first, .., { Marker: Marker.Close { Word: BlockWord.Each } } last] only]
            && Balance.Unmatched(only.Skip(1).SkipLast(1), c => c.Marker).Count == 0
            && IsWhole(cells[0], first, last))
        {
            return [first, last];
        }

        return [.. controls.SelectMany(c => Balance.Unmatched(c, control => control.Marker))];
    }

    private static List<RowControl> Controls(TableCell cell, MarkerRuns runs, Func<Run, string, Marker?> read) =>
        [.. cell.Descendants<Run>()
            .Where(r => r.Ancestors<TableCell>().First() == cell && runs.Inside(r) is not null)
            .Select(r => (Run: r, Marker: read(r, runs.Inside(r)!)))
            .Where(r => r.Marker is { IsControl: true })
            .Select(r => new RowControl(r.Run, r.Marker!))];

    private static bool IsWhole(TableCell cell, RowControl first, RowControl last)
    {
        var text = cell.InnerText.Trim();
        return text.StartsWith(first.Run.InnerText, StringComparison.Ordinal) && text.EndsWith(last.Run.InnerText, StringComparison.Ordinal);
    }
}
