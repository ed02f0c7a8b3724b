namespace Xueheng.Engines.Location.Reading;

/// <summary>The figures every unit has, whatever the format.</summary>
internal static class UnitCells
{
    /// <summary>What is wrong with them, null when nothing is.</summary>
    public static LocationFault? Fault(int line, string x, string y, string need, string most, out Point place, out int demand, out int capacity)
    {
        (place, demand, capacity) = (default, 0, 0);
        if (!Cells.TryNumber(x, out var east))
        {
            return Cells.NotANumber(line, "坐标", x);
        }

        if (!Cells.TryNumber(y, out var north))
        {
            return Cells.NotANumber(line, "坐标", y);
        }

        place = new Point(east, north);
        if (!Cells.TryWhole(need, out demand))
        {
            return Cells.NotANumber(line, "需求量", need);
        }

        if (!Cells.TryWhole(most, out capacity))
        {
            return Cells.NotANumber(line, "容量", most);
        }

        return demand < 0 ? new LocationFault("XH6004", line, $"需求量 {demand} 是负数，请改正")
            : capacity < 0 ? new LocationFault("XH6004", line, $"容量 {capacity} 是负数，请改正")
            : null;
    }
}
