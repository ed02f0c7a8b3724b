namespace Xueheng.Engines.Location.Reading;

/// <summary>Pairs of units that lie side by side: a line of headings, then a first column that is not read, the two identifiers, perhaps more.</summary>
internal static class ReadConnectivity
{
    private const int First = 1;
    private const int Second = 2;

    /// <param name="numbers">The unit (0-based) of each identifier.</param>
    /// <returns>The neighbours of each unit, in order; or what is wrong.</returns>
    public static (IReadOnlyList<IReadOnlyList<int>>? Neighbours, LocationFault? Fault) Run(string text, Dictionary<int, int> numbers)
    {
        var lines = Cells.Of(text);
        if (lines.Count < 2 || lines[0].Cells.Length <= Second || Cells.TryNumber(lines[0].Cells[First], out _))
        {
            return (null, Fault("XH6002", lines.Count == 0 ? null : lines[0].Line, "不是相邻关系的文件：第一行应为标题，以下每行为序号、编号、相邻的编号，用逗号隔开"));
        }

        var sets = Enumerable.Range(0, numbers.Count).Select(_ => new SortedSet<int>()).ToArray();
        foreach (var (line, cells) in lines.Skip(1))
        {
            if (cells.Length <= Second)
            {
                return (null, Fault("XH6002", line, $"这一行只有 {cells.Length} 列，应至少有 {Second + 1} 列"));
            }

            var pair = new int[2];
            foreach (var (cell, at) in new[] { cells[First], cells[Second] }.Select((c, at) => (c, at)))
            {
                if (!Cells.TryWhole(cell, out var number))
                {
                    return (null, Cells.NotANumber(line, "编号", cell) with { OfConnectivity = true });
                }

                if (!numbers.TryGetValue(number, out pair[at]))
                {
                    return (null, Fault("XH6009", line, $"编号 {number} 不在需求点的文件里，请核对两个文件是否配套"));
                }
            }

            if (pair[0] != pair[1])
            {
                sets[pair[0]].Add(pair[1]);
                sets[pair[1]].Add(pair[0]);
            }
        }

        return ([.. sets.Select(s => s.ToArray())], null);
    }

    private static LocationFault Fault(string code, int? line, string message) => new(code, line, message) { OfConnectivity = true };
}
