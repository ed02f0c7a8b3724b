namespace Xueheng.Engines.Location.Reading;

/// <summary>
/// Files of units with candidate schools: a line of headings, then <c>id demand x y flag fixed-cost capacity</c>, metres. Who has
/// a capacity is a candidate (or, for service areas, a school). Cost of serving: demand × km.
/// </summary>
public static class ReadUnits
{
    private const int Columns = 7;
    private const double Metres = 1000;

    /// <param name="text">The whole file of units.</param>
    /// <param name="connectivity">The whole file of neighbours; null when areas need not be connected.</param>
    /// <param name="p">How many to open; null leaves it to the costs.</param>
    public static LocationFile Run(string text, LocationProblem problem, string? connectivity = null, int? p = null)
    {
        var lines = Cells.Of(text);
        if (lines.Count < 2 || lines[0].Cells.Length != Columns || Cells.TryNumber(lines[0].Cells[0], out _))
        {
            return LocationFile.Wrong(new LocationFault("XH6002", lines.Count == 0 ? null : lines[0].Line, "不是需求点的文件：第一行应为标题，以下每行为“编号 需求量 x y 标记 固定成本 容量”"));
        }

        var n = lines.Count - 1;
        var (places, demands, facilities) = (new Point[n], new int[n], new List<Facility>());
        var numbers = new Dictionary<int, int>(n);
        for (var i = 0; i < n; i++)
        {
            var (line, cells) = lines[i + 1];
            if (cells.Length != Columns)
            {
                return LocationFile.Wrong(new LocationFault("XH6002", line, $"这一行有 {cells.Length} 列，应为 {Columns} 列"));
            }

            if (!Cells.TryWhole(cells[0], out var number))
            {
                return LocationFile.Wrong(Cells.NotANumber(line, "编号", cells[0]));
            }

            if (!numbers.TryAdd(number, i))
            {
                return LocationFile.Wrong(new LocationFault("XH6008", line, $"编号 {number} 已经在第 {lines[numbers[number] + 1].Line} 行用过，请改正"));
            }

            if (UnitCells.Fault(line, cells[2], cells[3], cells[1], cells[6], out places[i], out demands[i], out var capacity) is { } fault)
            {
                return LocationFile.Wrong(fault);
            }

            if (!Cells.TryNumber(cells[5], out var opening))
            {
                return LocationFile.Wrong(Cells.NotANumber(line, "固定成本", cells[5]));
            }

            if (opening < 0)
            {
                return LocationFile.Wrong(new LocationFault("XH6004", line, $"固定成本 {cells[5]} 是负数，请改正"));
            }

            if (capacity > 0)
            {
                facilities.Add(new Facility(i, capacity, problem == LocationProblem.ServiceAreas ? 0 : opening));
            }
        }

        if (facilities.Count == 0)
        {
            return LocationFile.Wrong(new LocationFault("XH6002", null, "没有一个需求点写了容量，不知道学校在哪里，请在最后一列填写"));
        }

        IReadOnlyList<IReadOnlyList<int>>? neighbours = null;
        if (connectivity is not null)
        {
            (neighbours, var fault) = ReadConnectivity.Run(connectivity, numbers);
            if (fault is not null)
            {
                return LocationFile.Wrong(fault);
            }
        }

        var costs = CostTable.Between(places, [.. facilities.Select(f => places[f.Site])], [.. demands.Select(d => d / Metres)]);
        var open = p ?? (problem == LocationProblem.ServiceAreas ? facilities.Count : null);
        return LocationFile.Read(new LocationInstance(demands, facilities, costs, open, places, neighbours), [.. lines.Skip(1).Select(l => l.Line)]);
    }
}
