using System.Globalization;
using Xueheng.Census;

namespace Xueheng.Planning.Seats;

/// <summary>Births as a workbook gives them: sheet 分年出生 with 区域, 年份, 出生人数; an empty 区域 or 全县 is the whole county.</summary>
/// <param name="Areas">Births by area and year.</param>
/// <param name="County">Births of the county by year, where it has rows of its own.</param>
public sealed record BirthFile(string Name, IReadOnlyDictionary<(string Area, int Year), double> Areas, IReadOnlyDictionary<int, double> County);

/// <summary>Reads births from an .xlsx, .xls or .csv file.</summary>
internal static class ReadBirths
{
    public const string Sheet = "分年出生";

    private static readonly string[] Headings = ["区域", "年份", "出生人数"];

    internal static Outcome<BirthFile> From(string path, ReadLimits limits)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            return new Failure("XH6201", $"找不到文件 {name}，请检查路径");
        }

        try
        {
            using var book = WorkbookGate.Open(name, path, limits);
            var tab = book.Tabs.Count == 1 ? 0 : book.Tabs.ToList().IndexOf(Sheet);
            return tab < 0 ? new Failure("XH6202", $"{name} 里没有工作表“{Sheet}”") : Rows(name, book.Open(tab));
        }
        catch (BrokenFile broken)
        {
            return broken.Failure;
        }
    }

    private static Outcome<BirthFile> Rows(string name, SheetRows rows)
    {
        var (areas, county) = (new Dictionary<(string, int), double>(), new Dictionary<int, double>());
        int[]? at = null;
        while (rows.Read())
        {
            List<string> cells = [.. Enumerable.Range(0, rows.Fields).Select(f => rows[f].Shown)];
            if (cells.TrueForAll(c => c.Length == 0))
            {
                continue;
            }

            if (at is null)
            {
                at = [.. Headings.Select(h => cells.IndexOf(h))];
                if (Array.FindIndex(at, 1, a => a < 0) is var lacking and > 0)
                {
                    return new Failure("XH6203", $"{name} 第 {rows.Line} 行缺少“{Headings[lacking]}”一列，表头应当是：{string.Join("、", Headings)}");
                }

                continue;
            }

            var area = at[0] < 0 || at[0] >= cells.Count ? "" : cells[at[0]];
            if (!int.TryParse(Cell(at[1]), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1950 or > 2200)
            {
                return new Failure("XH6204", $"{name} 第 {rows.Line} 行的年份“{Cell(at[1])}”不对，应当是四位年份");
            }

            if (!double.TryParse(Cell(at[2]), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var births))
            {
                return new Failure("XH6205", $"{name} 第 {rows.Line} 行的出生人数“{Cell(at[2])}”不对，应当是不小于零的数");
            }

            if (!(area is "" or "全县" ? county.TryAdd(year, births) : areas.TryAdd((area, year), births)))
            {
                return new Failure("XH6206", $"{name} 第 {rows.Line} 行与前面重复：{area} {year} 年，请只留一行");
            }

            string Cell(int column) => column < cells.Count ? cells[column] : "";
        }

        return areas.Count + county.Count == 0 ? new Failure("XH6207", $"{name} 里没有出生人数，请至少填写一行") : new BirthFile(name, areas, county);
    }
}
