using System.Globalization;
using System.Text;
using Xueheng.Census;
using Xueheng.Workbooks;

namespace Xueheng.Tests.CensusImports;

/// <summary>
/// A census small enough to read: one primary school of one class, two teachers and two pupils, with nothing wrong in it.
/// A test spoils what it is about and writes it as the bureau would.
/// </summary>
internal sealed class SmallCensus
{
    public const string School = "2132000001";

    private readonly Dictionary<SheetKind, (List<string> Headings, List<object?[]> Rows)> _sheets = [];

    public SmallCensus()
    {
        Put(SheetKind.Schools, ["学校标识码", "学校名称", "办学类型码", "办别", "主校标识码", "建校年", "普惠性民办", "经度"],
            [School, "示例小学", "211", "公办", null, 1990, null, 118.3]);
        Put(SheetKind.Stages, ["学校标识码", "学段", "学生数", "专任教师数", "县级以上骨干教师数", "随迁子女数"],
            [School, "小学", 2, 2, null, null]);
        Put(SheetKind.Resources, ["学校标识码", "教学及辅助用房面积(㎡)", "室内体育用房面积(㎡)", "图书册数"], [School, 900, 100, 800]);
        Put(SheetKind.Classes, ["学校标识码", "班号", "学段", "年级", "学生数"], [School, "101", "小学", "一年级", 2]);
        Put(SheetKind.Teachers,
            ["工号", "姓名", "性别", "出生日期", "身份证号", "学校标识码", "任课学段", "学历码", "骨干级别", "专任", "从教年月", "到校年月"],
            ["T01", "张一", "男", "1980-01-01", Identity("19800101", 1), School, "小学", "21", "县级", "是", "200309", "201009"],
            ["T02", "张二", "女", "1985-05-05", Identity("19850505", 2), School, "小学", "本科", null, "是", null, null]);
        Put(SheetKind.Pupils,
            ["学籍号", "姓名", "性别", "出生日期", "身份证号", "学校标识码", "班号", "年级", "随迁"],
            ["G" + Identity("20170101", 1), "李一", "男", "2017-01-01", Identity("20170101", 1), School, "101", "一年级", "否"],
            ["G" + Identity("20170202", 2), "李二", "女", "2017-02-02", Identity("20170202", 2), School, "101", "一年级", "是"]);
        Put(SheetKind.CountyItems, ["项目", "数值"], ["教师平均工资", 98000]);
    }

    /// <summary>An identity number with the right check character; an odd sequence is a man's.</summary>
    public static string Identity(string born, int sequence)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"320381{born}{sequence:000}");
        return body + IdentityNumber.CheckCharacter(body);
    }

    /// <summary>Sets a cell; row 0 is the first under the headings. A heading the sheet lacks becomes a new column.</summary>
    public SmallCensus Set(SheetKind kind, int row, string heading, object? value)
    {
        var (headings, rows) = _sheets[kind];
        var column = headings.IndexOf(heading);
        if (column < 0)
        {
            column = headings.Count;
            headings.Add(heading);
            for (var i = 0; i < rows.Count; i++)
            {
                rows[i] = [.. rows[i], null];
            }
        }

        rows[row][column] = value;
        return this;
    }

    /// <summary>Adds a row like row 0 with some cells set otherwise.</summary>
    public SmallCensus Add(SheetKind kind, params (string Heading, object? Value)[] cells)
    {
        var (_, rows) = _sheets[kind];
        rows.Add((object?[])rows[0].Clone());
        foreach (var (heading, value) in cells)
        {
            Set(kind, rows.Count - 1, heading, value);
        }

        return this;
    }

    /// <summary>Leaves only the headings.</summary>
    public SmallCensus Clear(SheetKind kind)
    {
        _sheets[kind].Rows.Clear();
        return this;
    }

    public SmallCensus Rename(SheetKind kind, string heading, string to)
    {
        var headings = _sheets[kind].Headings;
        headings[headings.IndexOf(heading)] = to;
        return this;
    }

    public SmallCensus Drop(SheetKind kind)
    {
        _sheets.Remove(kind);
        return this;
    }

    /// <summary>Turns the order of columns, rows and sheets round.</summary>
    public SmallCensus Reverse(bool rows = true)
    {
        foreach (var kind in _sheets.Keys.ToList())
        {
            var (headings, cells) = _sheets[kind];
            headings.Reverse();
            var turned = cells.Select(r => r.Reverse().ToArray());
            _sheets[kind] = (headings, rows ? [.. turned.Reverse()] : [.. turned]);
        }

        return this;
    }

    /// <summary>Headings and tab names in English.</summary>
    public SmallCensus InEnglish()
    {
        foreach (var (kind, (headings, _)) in _sheets)
        {
            for (var i = 0; i < headings.Count; i++)
            {
                headings[i] = SheetLayout.Of(kind).Find(headings[i])?.English ?? headings[i];
            }
        }

        English = true;
        return this;
    }

    public bool English { get; private set; }

    public IEnumerable<SheetKind> Kinds => _sheets.Keys;

    public CensusFile Write(DirectoryInfo folder, string name = "census.xlsx", IEnumerable<SheetKind>? order = null, Action<WorkbookWriter>? more = null)
    {
        var path = Path.Combine(folder.FullName, name);
        using var stream = File.Create(path);
        using var book = new WorkbookWriter(stream);
        foreach (var kind in order ?? _sheets.Keys.Order())
        {
            var (headings, rows) = _sheets[kind];
            var sheet = SheetLayout.Of(kind);
            var writer = book.Begin(new WorkbookSheet(English ? sheet.English : sheet.Name, [.. headings.Select(h => new WorkbookColumn(h))]));
            foreach (var row in rows)
            {
                writer.Write([.. row.Select(ToCell)]);
            }
        }

        more?.Invoke(book);
        return new CensusFile(name, path);
    }

    /// <summary>One .csv a sheet.</summary>
    public IReadOnlyList<CensusFile> WriteCsv(DirectoryInfo folder, Encoding encoding)
    {
        var files = new List<CensusFile>();
        foreach (var (kind, (headings, rows)) in _sheets)
        {
            var name = SheetLayout.Of(kind).Name + ".csv";
            var path = Path.Combine(folder.FullName, name);
            File.WriteAllLines(path, [string.Join(',', headings), .. rows.Select(r => string.Join(',', r.Select(ToText)))], encoding);
            files.Add(new CensusFile(name, path));
        }

        return files;
    }

    private void Put(SheetKind kind, List<string> headings, params object?[][] rows) => _sheets[kind] = (headings, [.. rows]);

    private static string ToText(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static Cell ToCell(object? value) => value switch
    {
        null => Cell.Blank,
        string text => Cell.Text(text),
        DateOnly day => Cell.Date(day),
        _ => Cell.Number(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
    };
}
