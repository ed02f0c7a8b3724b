using Xueheng.Census;
using Xueheng.Tests.Databases;
using Xueheng.Workbooks;
using static Xueheng.Census.SheetKind;

namespace Xueheng.Tests.CensusImports;

/// <summary>Each rule has a workbook that breaks it and it alone; the workbook before it is spoilt breaks none.</summary>
public sealed class RuleTests
{
    private const string Other = "2132000002";

    private static readonly Dictionary<string, Action<SmallCensus>> Faults = new()
    {
        ["XH1103"] = c => c.Drop(Schools),
        ["XH1104"] = c => c.Set(Schools, 0, "备注", "自己加的"),
        ["XH1105"] = c => c.Rename(Schools, "学校名称", "错误"),
        ["XH1106"] = c => c.Set(Resources, 0, "Books", 800),
        ["XH1107"] = c => c.Set(Resources, 0, "教学仪器设备值(元)", 1_180_000),
        ["XH1109"] = c =>
        {
            foreach (var kind in c.Kinds.ToList())
            {
                c.Clear(kind);
            }
        },
        ["XH1201"] = c => c.Set(Pupils, 1, "姓名", null),
        ["XH1202"] = c => c.Set(Teachers, 1, "身份证号", 320381198505050024.0),
        ["XH1203"] = c => c.Add(Schools, ("学校标识码", "21320000")),
        ["XH1204"] = c => c.Set(Teachers, 1, "身份证号", "320381198513050028"),
        ["XH1205"] = c => c.Set(Pupils, 1, "学籍号", "K320381201702020024"),
        ["XH1206"] = c => c.Set(Teachers, 1, "工号", "T 02/甲"),
        ["XH1207"] = c => c.Add(Classes, ("班号", "一年级第二个班的班号写得实在太长了超过二十个字"), ("学生数", 0)),
        ["XH1208"] = c => c.Set(Teachers, 1, "学历码", "超级博士"),
        ["XH1209"] = c => c.Set(Pupils, 1, "随迁", "也许"),
        ["XH1210"] = c => c.Set(Resources, 0, "图书册数", "约八百"),
        ["XH1211"] = c => c.Set(Resources, 0, "图书册数", 800.5),
        ["XH1212"] = c => c.Set(Resources, 0, "教学及辅助用房面积(㎡)", -5),
        ["XH1213"] = c => c.Set(Schools, 0, "经度", 34.3),
        ["XH1214"] = c => c.Set(Pupils, 1, "出生日期", "2017-02-30"),
        ["XH1216"] = c => c.Set(Pupils, 1, "姓名", new string('李', 500)),
        ["XH1301"] = c => c.Add(Schools),
        ["XH1302"] = c => c.Add(Stages),
        ["XH1303"] = c => c.Add(Resources),
        ["XH1304"] = c => c.Add(Classes),
        ["XH1305"] = c => c.Set(Teachers, 1, "工号", "T01"),
        ["XH1306"] = c => c.Set(Pupils, 1, "身份证号", null).Set(Pupils, 1, "学籍号", "G" + SmallCensus.Identity("20170101", 1)).Set(Pupils, 1, "出生日期", null).Set(Pupils, 1, "性别", null),
        ["XH1307"] = c => c.Set(Pupils, 1, "学籍号", "J" + SmallCensus.Identity("20170202", 8)).Set(Pupils, 1, "身份证号", SmallCensus.Identity("20170101", 1))
            .Set(Pupils, 1, "出生日期", "2017-01-01").Set(Pupils, 1, "性别", "男"),
        ["XH1308"] = c => c.Set(Teachers, 1, "身份证号", SmallCensus.Identity("19800101", 1)).Set(Teachers, 1, "出生日期", "1980-01-01").Set(Teachers, 1, "性别", "男"),
        ["XH1309"] = c => c.Add(CountyItems),
        ["XH1310"] = c => c.Set(Teachers, 1, "学校标识码", Other).Set(Stages, 0, "专任教师数", 1),
        ["XH1311"] = c => c.Add(Pupils, ("学籍号", "G" + SmallCensus.Identity("20170303", 3)), ("身份证号", SmallCensus.Identity("20170303", 3)), ("出生日期", "2017-03-03"), ("班号", "999")),
        ["XH1312"] = c => c.Set(Schools, 0, "主校标识码", Other),
        ["XH1313"] = c => c.Set(Schools, 0, "主校标识码", SmallCensus.School),
        ["XH1320"] = c => c.Add(Schools, ("学校标识码", Other)).Add(Stages, ("学校标识码", Other), ("学段", "高中"), ("学生数", 0), ("专任教师数", null)),
        ["XH1321"] = c => c.Add(Schools, ("学校标识码", Other)).Add(Classes, ("学校标识码", Other)),
        ["XH1322"] = c => c.Add(Classes, ("班号", "102"), ("年级", "高一"), ("学生数", 0)),
        ["XH1323"] = c => c.Set(Pupils, 1, "年级", "二年级"),
        ["XH1324"] = c => c.Set(Schools, 0, "普惠性民办", "是"),
        ["XH1401"] = c => c.Set(Schools, 0, "建校年", 2099),
        ["XH1402"] = c => c.Set(Pupils, 1, "身份证号", null).Set(Pupils, 1, "学籍号", "G" + SmallCensus.Identity("19990202", 2)).Set(Pupils, 1, "出生日期", "1999-02-02"),
        ["XH1403"] = c => c.Set(Teachers, 1, "身份证号", SmallCensus.Identity("20150505", 2)).Set(Teachers, 1, "出生日期", "2015-05-05"),
        ["XH1404"] = c => c.Set(Pupils, 1, "出生日期", "2017-02-03"),
        ["XH1405"] = c => c.Set(Pupils, 1, "性别", "男"),
        ["XH1406"] = c => c.Set(Pupils, 1, "学籍号", "G" + SmallCensus.Identity("20170202", 4)),
        ["XH1407"] = c => c.Set(Teachers, 0, "从教年月", "201109"),
        ["XH1501"] = c => c.Set(Classes, 0, "学生数", 3),
        ["XH1502"] = c => c.Set(Stages, 0, "随迁子女数", 2),
        ["XH1504"] = c => c.Set(Pupils, 0, "随迁", null),
        ["XH1601"] = c => BackboneOverAll(c),
        ["XH1602"] = c => Declared(c, "高于规定学历教师数", 3, 2),
        ["XH1603"] = c => Declared(c, "体音美专任教师数", 3, 2),
        ["XH1604"] = c => Declared(c, "中级及以上职称教师数", 3, 2),
        ["XH1605"] = c => Declared(c, "持证教师数", 3, 2),
        ["XH1606"] = c => Declared(c, "培训达标教师数", 3, 2),
        ["XH1607"] = c => Declared(c, "交流骨干教师数", 2, 2).Set(Stages, 1, "交流教师数", 1),
        ["XH1608"] = c => Declared(c, "随迁子女数", 60, 2),
        ["XH1609"] = c => Declared(c, "划片内学生数", 60, 2),
        ["XH1610"] = c => Declared(c, "班级数", 60, 2),
        ["XH1611"] = c => Declared(c, "学生数", 100, 2).Set(Stages, 1, "班级数", 1),
        ["XH1612"] = c => Declared(c, "专任教师数", 60, 60),
        ["XH1613"] = c => c.Set(Resources, 0, "室内体育用房面积(㎡)", 901),
        ["XH1614"] = c => c.Set(Resources, 0, "公用经费预算(万元)", 5).Set(Resources, 0, "教师培训经费(万元)", 6),
        ["XH1615"] = c => c.Set(Resources, 0, "园舍建筑面积", 500).Set(Resources, 0, "活动用房面积", 600),
    };

    public static TheoryData<string, DatabaseKind> Each()
    {
        var data = new TheoryData<string, DatabaseKind>();
        foreach (var code in Faults.Keys)
        {
            data.Add(code, DatabaseKind.Sqlite);
            data.Add(code, DatabaseKind.Postgres);
        }

        return data;
    }

    [Theory, MemberData(nameof(Each))]
    public async Task A_workbook_that_breaks_one_rule_is_told_so_and_no_other(string code, DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        var census = new SmallCensus();
        Faults[code](census);
        var outcome = await desk.ImportAsync(census);
        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        var findings = outcome.Value.Findings;
        Assert.Equal([code], findings.Select(f => f.Rule).Distinct());
        var rule = CensusDesk.Packs.Checks.Find(code)!;
        Assert.All(findings, f =>
        {
            Assert.Equal((rule.Severity, rule.Importance), (f.Severity, f.Importance));
            Assert.DoesNotContain("{", f.Message, StringComparison.Ordinal);
            Assert.Matches(@"[\p{IsCJKUnifiedIdeographs}]", f.Message);
        });
        Assert.Equal(rule.Severity == Severity.Error, outcome.Value.Revision is null);
    }

    [Fact]
    public async Task The_remaining_rules_each_have_their_workbook()
    {
        await using var desk = await CensusDesk.OpenAsync(DatabaseKind.Sqlite);
        var stray = new SmallCensus().Write(desk.Folder, "stray.xlsx", more: book => book.Begin(new WorkbookSheet("学籍表", [new WorkbookColumn("x")])).Write("1"));
        Assert.Equal(["XH1101"], await CodesAsync(desk, stray));
        var twice = new SmallCensus().Write(desk.Folder, "twice.xlsx", more: book => book.Begin(new WorkbookSheet("Pupils", [.. Headings()])));
        Assert.Equal(["XH1102"], await CodesAsync(desk, twice));
        var fault = new SmallCensus().Write(desk.Folder, "fault.xlsx");
        HostileFiles.SpoilCell(fault.Path, "李二", "<c r=\"$1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>");
        var finding = Assert.Single((await desk.ImportAsync([fault], dryRun: true)).Value.Findings);
        Assert.Equal(("XH1215", "#DIV/0!", "姓名", 3), (finding.Rule, finding.Value, finding.Column, finding.Line));

        static IEnumerable<WorkbookColumn> Headings() => SheetLayout.Of(Pupils).Columns.Select(c => new WorkbookColumn(c.Heading));
    }

    [Fact]
    public async Task More_schools_than_a_county_can_have_are_not_read_to_the_end()
    {
        await using var desk = await CensusDesk.OpenAsync(DatabaseKind.Sqlite);
        var census = new SmallCensus();
        for (var i = 2; i <= CensusDesk.Packs.Checks.Limits.Schools + 1; i++)
        {
            census.Add(Schools, ("学校标识码", $"21320{i:00000}"));
        }

        var outcome = await desk.ImportAsync(census, dryRun: true);
        Assert.Equal(["XH1108"], outcome.Value.Findings.Select(f => f.Rule));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_jump_against_the_last_published_period_is_a_warning(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        await desk.StoreAsync(new SmallCensus(), period: 2023);
        Assert.Equal(0, (await desk.StoreAsync(new SmallCensus().Set(Resources, 0, "图书册数", 1040))).Warnings);
        var result = await desk.StoreAsync(new SmallCensus().Set(Resources, 0, "图书册数", 1041));
        var finding = Assert.Single(result.Findings);
        Assert.Equal(("XH1503", "图书册数", "1041", "800", "资源", 2), (finding.Rule, finding.Column, finding.Value, finding.Expected, finding.Sheet, finding.Line));
    }

    [Fact]
    public void Every_rule_of_the_pack_is_broken_by_some_test()
    {
        string[] elsewhere = ["XH1101", "XH1102", "XH1108", "XH1215", "XH1503"];
        Assert.Equal(CensusDesk.Packs.Checks.All.Select(r => r.Code).Order(), Faults.Keys.Concat(elsewhere).Order());
    }

    private static async Task<IEnumerable<string>> CodesAsync(CensusDesk desk, CensusFile file)
    {
        var outcome = await desk.ImportAsync([file], dryRun: true);
        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        return outcome.Value.Findings.Select(f => f.Rule).Distinct();
    }

    /// <summary>A second school that has no rows, so that its declarations stand alone.</summary>
    private static SmallCensus Declared(SmallCensus census, string heading, double value, double others) => census
        .Add(Schools, ("学校标识码", Other))
        .Add(Stages, ("学校标识码", Other), ("学生数", 50), ("专任教师数", others))
        .Set(Stages, 1, heading, value);

    private static void BackboneOverAll(SmallCensus census) => Declared(census, "县级以上骨干教师数", 3, 2);
}
