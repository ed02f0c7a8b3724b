namespace Xueheng.Engines.Location.Reading;

/// <summary>Files of the capacitated p-median: <c>n p</c>, then a line a unit, <c>x y capacity demand</c>, perhaps with a number before.</summary>
public static class ReadPMedian
{
    private const int Numbered = 5;
    private const int Plain = 4;
    private const int Pmedcap1Capacity = 120;
    private const int Pmedcap1Extent = 100;

    /// <param name="text">The whole file.</param>
    /// <param name="p">How many to open instead of what the file says.</param>
    /// <param name="rounding">What becomes of distances; null to go by <see cref="IsPmedcap1"/>.</param>
    public static LocationFile Run(string text, int? p = null, DistanceRounding? rounding = null)
    {
        var lines = Cells.Of(text);
        if (lines is not [{ Cells: [var count, var open] } head, { Cells.Length: Numbered or Plain } first, ..]
            || !Cells.TryWhole(count, out var n) || !Cells.TryWhole(open, out var opened))
        {
            return LocationFile.Wrong(new LocationFault("XH6002", lines.Count == 0 ? null : lines[0].Line, "不是 p 中位问题的文件：第一行应为“点数 p”，以下每行为“x y 容量 需求量”"));
        }

        if (lines.Count - 1 != n)
        {
            return LocationFile.Wrong(new LocationFault("XH6002", head.Line, $"第一行说有 {n} 个点，下面却有 {lines.Count - 1} 行，请补齐或改正"));
        }

        var numbered = first.Cells.Length == Numbered;
        var (places, facilities, demands) = (new Point[n], new Facility[n], new int[n]);
        for (var i = 0; i < n; i++)
        {
            var (line, cells) = lines[i + 1];
            if (cells.Length != first.Cells.Length)
            {
                return LocationFile.Wrong(new LocationFault("XH6002", line, $"这一行有 {cells.Length} 列，应为 {first.Cells.Length} 列"));
            }

            if (numbered)
            {
                cells = cells[1..];
            }

            if (UnitCells.Fault(line, cells[0], cells[1], cells[3], cells[2], out places[i], out demands[i], out var capacity) is { } fault)
            {
                return LocationFile.Wrong(fault);
            }

            facilities[i] = new Facility(i, capacity, 0);
        }

        var floor = (rounding ?? (IsPmedcap1(places, facilities) ? DistanceRounding.Down : DistanceRounding.None)) == DistanceRounding.Down;
        var costs = CostTable.Between(places, places, Enumerable.Repeat(1.0, n).ToArray(), floor);
        return LocationFile.Read(new LocationInstance(demands, facilities, costs, p ?? opened, places), [.. lines.Skip(1).Select(l => l.Line)]);
    }

    /// <summary>OR-Library's pmedcap1, whose distances are rounded down: every capacity 120, whole coordinates up to 100.</summary>
    private static bool IsPmedcap1(Point[] places, Facility[] facilities) =>
        facilities.All(f => f.Capacity == Pmedcap1Capacity) && places.All(p => IsSmallWhole(p.X) && IsSmallWhole(p.Y));

    private static bool IsSmallWhole(double x) => x >= 0 && x <= Pmedcap1Extent && x == Math.Floor(x);
}
