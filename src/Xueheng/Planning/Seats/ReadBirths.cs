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

    private const string Area = "区域";
    private const string Year = "年份";
    private const string Births = "出生人数";

    internal static Outcome<BirthFile> From(string path, string name, ReadLimits limits)
    {
        var table = ReadTable.Run(path, name, [Year, Births], [Area, Year, Births], limits, Sheet);
        return table.Succeeded ? Of(name, table.Value) : table.Failure;
    }

    private static Outcome<BirthFile> Of(string name, IReadOnlyList<ListedRow> rows)
    {
        var (areas, county) = (new Dictionary<(string, int), double>(), new Dictionary<int, double>());
        foreach (var row in rows)
        {
            if (!int.TryParse(row[Year], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1950 or > 2200)
            {
                return new Failure("XH6204", $"{name} 第 {row.Line} 行的年份“{row[Year]}”不对，应当是四位年份");
            }

            if (!double.TryParse(row[Births], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var births))
            {
                return new Failure("XH6205", $"{name} 第 {row.Line} 行的出生人数“{row[Births]}”不对，应当是不小于零的数");
            }

            if (!(row[Area] is "" or "全县" ? county.TryAdd(year, births) : areas.TryAdd((row[Area], year), births)))
            {
                return new Failure("XH6206", $"{name} 第 {row.Line} 行与前面重复：{row[Area]} {year} 年，请只留一行");
            }
        }

        return areas.Count + county.Count == 0 ? new Failure("XH6207", $"{name} 里没有出生人数，请至少填写一行") : new BirthFile(name, areas, county);
    }
}
