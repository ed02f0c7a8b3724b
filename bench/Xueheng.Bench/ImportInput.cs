using System.Globalization;
using Xueheng.Census;
using Xueheng.Workbooks;

namespace Xueheng.Bench;

/// <summary>A workbook of the size of a large county, with every column filled and every identifier valid.</summary>
internal static class ImportInput
{
    private const int PupilsPerClass = 40;
    private const int ClassesPerSchool = 20;

    public static void Write(string path, int pupils, int teachers, bool shuffled = false)
    {
        var classes = (pupils + PupilsPerClass - 1) / PupilsPerClass;
        var schools = (classes + ClassesPerSchool - 1) / ClassesPerSchool;
        using var file = File.Create(path);
        using var book = new WorkbookWriter(file);
        var kinds = Enum.GetValues<SheetKind>();
        foreach (var kind in shuffled ? kinds.Reverse() : kinds)
        {
            var sheet = SheetLayout.Of(kind);
            var writer = book.Begin(new WorkbookSheet(sheet.Name, [.. sheet.Columns.Select(c => new WorkbookColumn(c.Title))]));
            var rows = kind switch
            {
                SheetKind.Schools => Enumerable.Range(0, schools).Select(School),
                SheetKind.Stages => Enumerable.Range(0, schools).Select(s => StageOf(s, Math.Min(pupils, (s + 1) * PupilsPerClass * ClassesPerSchool) - (s * PupilsPerClass * ClassesPerSchool))),
                SheetKind.Resources => Enumerable.Range(0, schools).Select(Resources),
                SheetKind.Classes => Enumerable.Range(0, classes).Select(c => Class(c, Math.Min(PupilsPerClass, pupils - (c * PupilsPerClass)))),
                SheetKind.Teachers => Enumerable.Range(0, teachers).Select(t => Teacher(t, schools)),
                SheetKind.Pupils => Enumerable.Range(0, pupils).Select(Pupil),
                _ => [[Cell.Text("教师平均工资"), 98000], [Cell.Text("公务员平均工资"), 96000]],
            };
            foreach (var row in rows)
            {
                writer.Write(row);
            }
        }
    }

    private static string Code(int school) => $"21320{school:00000}";

    private static string Identity(int year, int number)
    {
        var born = new DateOnly(year, 1, 1).AddDays(number % 360);
        var body = string.Create(CultureInfo.InvariantCulture, $"{320300 + (number / 360_000 % 90)}{born:yyyyMMdd}{number / 360 % 1000:000}");
        return body + IdentityNumber.CheckCharacter(body);
    }

    private static string Sex(string identity) => (identity[16] - '0') % 2 == 1 ? "男" : "女";

    private static DateOnly Born(string identity) => DateOnly.ParseExact(identity.AsSpan(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture);

    private static Cell[] School(int s) =>
        [Code(s), $"测试第{s}小学", "211", "121", "公办", Cell.Blank, $"第{s % 12}镇", 118.3 + (s * 0.001), 34.3, 1990, "否", Cell.Blank];

    private static Cell[] StageOf(int s, int pupils) =>
        [Code(s), "小学", pupils, Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank, Cell.Blank, 12];

    private static Cell[] Resources(int s) =>
        [Code(s), 3600, 400, 6200, Cell.Blank, 180.5, 24, 160, 21000, 2, 2, 90.5, 5.2];

    private static Cell[] Class(int c, int pupils) =>
        [Code(c / ClassesPerSchool), $"{c % ClassesPerSchool:000}", "小学", "三年级", $"三年级({c % ClassesPerSchool})班", pupils];

    private static Cell[] Teacher(int t, int schools)
    {
        var identity = Identity(1980, t);
        return
        [
            $"T{t:0000000}", "张示例", Sex(identity), Born(identity), identity, Code(t % schools), "小学", t % 3 == 0 ? "体育" : "语文", "21", "一级教师",
            t % 10 == 0 ? "县级" : "无", "是", "1", "是", "200509", "201509", 372, "否",
        ];
    }

    private static Cell[] Pupil(int p)
    {
        var identity = Identity(2014 + (p % 2), p);
        var c = p / PupilsPerClass;
        return
        [
            "G" + identity, "李示例" + (char)('一' + (p % 500)), Sex(identity), Born(identity), identity, Code(c / ClassesPerSchool), $"{c % ClassesPerSchool:000}", "三年级",
            p % 12 == 0 ? "是" : "否", p % 10 == 0 ? "是" : "否", p % 200 == 0 ? "听力残疾" : "无", "走读", "是", $"第{p % 12}镇",
        ];
    }
}
