using Xueheng.Packs;
using Xueheng.Reports;

namespace Xueheng.Tests.Packs;

/// <summary>Every complaint about a pack says the file and the line.</summary>
public sealed class PackErrorTests : IDisposable
{
    private const string Quality = "standards/quality-balance-2017/pack.yaml";
    private const string Facts = "facts/census.yaml";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xueheng-packs-");

    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "packs");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(Quality, "    english: Teachers above", "    englisch: Teachers above", "不认识 englisch，是不是想写 english")]
    [InlineData(Quality, "    label: 高学历教师", "", "缺少 label")]
    [InlineData(Quality, "formula: 100 * teachers.backbone / pupils", "formula: 100 * teachers.backbones / pupils", "事实包里没有事实 teachers.backbones")]
    [InlineData(Quality, "formula: 100 * teachers.backbone / pupils", "formula: 100 * teachers.backbone / / pupils", "表达式“100 * teachers.backbone / / pupils”有误")]
    [InlineData(Quality, "formula: 100 * teachers.backbone / pupils", "formula: 'teachers.backbone > pupils ? 1 : 0'", "算式只用加减乘除")]
    [InlineData(Quality, "formula: 10000 * equipment.value / pupils", "formula: Math.Abs(pupils)", "有误")]
    [InlineData(Quality, "formula: county.特教生均公用经费", "formula: county.特教经费", "县域项目代码表里没有 特教经费")]
    [InlineData(Quality, "'Type == \"218\" && Pupils < 50'", "'Typ == \"218\" && Pupils < 50'", "No property or field 'Typ'")]
    [InlineData(Quality, "'Type == \"218\" && Pupils < 50'", "'Pupils'", "有误")]
    [InlineData(Quality, "source: S1, S2, S4, S5, G4", "source: S1, S2, S4, S5, G44", "sources 里没有出处 G44")]
    [InlineData(Quality, "primary: { at_least: 4.2,", "primary: { at_least: 4·2,", "“4·2”不是数字")]
    [InlineData(Quality, "primary: { at_least: 4.2,", "senior: { at_least: 4.2,", "本标准没有学段 senior")]
    [InlineData(Quality, "step: { fact: teachers.backbone,", "step: { fact: teachers.certified,", "算式里没有 teachers.certified")]
    [InlineData(Quality, "  - id: L2", "  - id: L1", "L1 出现了两次")]
    [InlineData(Quality, "id: quality-balance-2017", "id: quality-balance", "id 应当与文件夹同名")]
    [InlineData(Quality, "        at_most: 0", "", "at_least 和 at_most 应当正好写一个")]
    [InlineData(Facts, "if: 'TrainingHours >= 360'", "if: 'TrainingHour >= 360'", "No property or field 'TrainingHour'")]
    [InlineData(Facts, "if: 'Degree in (\"11\", \"14\", \"17\", \"21\")'", "if: 'Degree'", "有误")]
    [InlineData(Facts, "needs: { InZone: 划片内 }", "needs: { Zone: 划片内 }", "行里没有属性 Zone")]
    [InlineData(Facts, "declared: BackboneTeachers", "declared: Backbones", "学段和资源里都没有 Backbones")]
    [InlineData(Facts, "  - id: pupils.migrant", "  - id: pupils", "事实 pupils 已经有了")]
    [InlineData(Facts, "    rows: classes", "    rows: class", "应当是 Pupils、Teachers、Classes 之一")]
    [InlineData("calendar/2026.yaml", "from: 2026-02-15", "from: 2026-2-15", "不是日期")]
    [InlineData("calendar/2026.yaml", "  - 2026-02-28", "  - 2026-02-27", "本来就上班")]
    [InlineData("calendar/2026.yaml", "  - 2026-02-28", "  - 2026-02-21", "既放假又上班")]
    [InlineData("calendar/2026.yaml", "working:", "worked:", "不认识 worked")]
    [InlineData("calendar/2026.yaml", "until: 2026-02-23", "until: 2026-01-23", "起止日期不对")]
    [InlineData("planning/levers.yaml", "{ rooms.music: 1 }", "{ rooms.musik: 1 }", "事实包里没有事实 rooms.musik")]
    [InlineData("planning/levers.yaml", "{ rooms.music: 1 }", "{ pupils: 1 }", "学生数只能用 moves 来改变")]
    [InlineData("planning/levers.yaml", "    cost: 0.3", "    cost: 0", "应当大于零")]
    [InlineData("planning/groups.yaml", "{ share: 25, pupils: 300 }", "{ pupils: 300 }", "share 和 schools 应当正好写一个")]
    [InlineData("planning/groups.yaml", "share: 25", "share: 125", "应当大于 0，不超过 100")]
    [InlineData("planning/groups.yaml", "most: 8", "most: 1", "most 不能小于 least")]
    [InlineData("planning/groups.yaml", "quality-balance-2017", "quality", "没有标准 quality")]
    [InlineData("planning/groups.yaml", "alike: 0.02", "alike: -1", "不能小于零")]
    [InlineData("planning/levers.yaml", "    moves: { pupils: 20, within: 5 }", "", "adds 和 moves 应当正好写一个")]
    [InlineData("planning/curriculum.yaml", "\"23\": 5 }\n    load: { primary: 14, junior: 10 }\n  - id: mathematics", "\"23\": 6 }\n    load: { primary: 14, junior: 10 }\n  - id: mathematics", "年级 23 各科周课时合计 35，应当等于 34")]
    [InlineData("planning/curriculum.yaml", "[sport], least: 10, most: 11", "[sport], least: 11, most: 12", "sport 占九年总课时 10.6%，应当在 11% 到 12% 之间")]
    [InlineData("planning/curriculum.yaml", "taught_by: [物理]", "taught_by: [物里]", "没有任教学科 物里")]
    [InlineData("planning/rotation.yaml", "indicators: [L1, L2, L3]", "indicators: [L1, L4]", "里没有按教师数计算的指标 L4")]
    [InlineData("planning/rotation.yaml", "  most_movers: { name: 交流规模, percent: 15, source: M, confirmed: false }\n", "", "请同时写 most_movers")]
    [InlineData("planning/rotation.yaml", "schools: 'Public", "schools: 'Publik", "Publik")]
    [InlineData("planning/rotation.yaml", "least: 6", "least: -1", "应当不小于零")]
    [InlineData("planning/staffing.yaml", "posts: [\"1\", \"2\"", "posts: [\"1\", \"8\"", "没有编制类别 8")]
    [InlineData("planning/seats.yaml", "grade: \"12\", stage: primary, after: \"11\"", "grade: \"12\", stage: primary, after: \"13\"", "年级 13 应当写在 12 前面")]
    [InlineData("planning/seats.yaml", "grade: \"04\", stage: preschool, mixed: true", "grade: \"04\", stage: preschool", "entry、after、mixed 至少写一个")]
    [InlineData("planning/seats.yaml", "kind: expand, rooms: 2,", "kind: expand,", "扩建、改建应当写 rooms，至少 1 间")]
    [InlineData("planning/seats.yaml", "walk: { preschool: 3", "walk: { preschool: 0", "应当大于零")]
    [InlineData("planning/seats.yaml", "  - { stage: junior, pupils: 50, source: G1 }\n", "", "缺少学段 junior 的班额上限")]
    [InlineData("planning/staffing.yaml", "per_class: 1.7", "per_class: 0", "应当大于零")]
    [InlineData("planning/levers.yaml", "  - id: rooms.art", "  - id: rooms.music", "rooms.music 出现了两次")]
    [InlineData(Facts, "version: \"2024.1\"", "version: \"2024.1", "不是有效的 YAML")]
    public void A_shipped_pack_that_does_not_hold_stops_the_start_with_file_and_line(string file, string was, string becomes, string reason)
    {
        Copy(Shipped, _folder.FullName);
        var text = File.ReadAllText(Path.Combine(_folder.FullName, file));
        var at = text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no {was}");
        File.WriteAllText(Path.Combine(_folder.FullName, file), text.Remove(at, was.Length).Insert(at, becomes));

        var error = Assert.Throws<PackException>(() => PackLibrary.Load(_folder.FullName, null));

        Assert.Contains(reason, error.Message);
        Assert.StartsWith($"packs/{file} 第 ", error.Message);
    }

    [Fact]
    public void The_line_is_the_line_of_the_fault()
    {
        Copy(Shipped, _folder.FullName);
        var file = Path.Combine(_folder.FullName, Quality);
        var lines = File.ReadAllLines(file);
        var line = Array.FindIndex(lines, l => l.StartsWith("    why: 骨干教师带动", StringComparison.Ordinal));
        lines[line] = lines[line].Replace("why:", "whi:");
        File.WriteAllLines(file, lines);

        var error = Assert.Throws<PackException>(() => PackLibrary.Load(_folder.FullName, null));

        Assert.StartsWith($"packs/{Quality} 第 {line + 1} 行", error.Message);
    }

    [Fact]
    public void A_users_pack_that_does_not_hold_is_refused_and_the_others_stand()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "standards", "city-2025"));
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "standards", "county-2025"));
        var text = File.ReadAllText(Path.Combine(Shipped, "standards", "basic-balance-2012", "pack.yaml"));
        File.WriteAllText(Path.Combine(_folder.FullName, "standards", "city-2025", "pack.yaml"), text.Replace("id: basic-balance-2012", "id: city-2025"));
        File.WriteAllText(Path.Combine(_folder.FullName, "standards", "county-2025", "pack.yaml"), text.Replace("id: basic-balance-2012", "id: county-2025").Replace("equipment.books", "equipment.book"));

        var packs = PackLibrary.Load(Shipped, _folder.FullName);

        Assert.NotNull(packs.FindStandard("city-2025"));
        Assert.Null(packs.FindStandard("county-2025"));
        Assert.Contains("county-2025/pack.yaml 第 ", Assert.Single(packs.Refused));
    }

    [Fact]
    public void A_users_pack_cannot_take_the_place_of_a_shipped_one()
    {
        Copy(Path.Combine(Shipped, "standards", "basic-balance-2012"), Path.Combine(_folder.FullName, "standards", "basic-balance-2012"));

        var packs = PackLibrary.Load(Shipped, _folder.FullName);

        Assert.Equal(3, packs.Standards.Count);
        Assert.Contains("已经有了标准 basic-balance-2012", Assert.Single(packs.Refused));
    }

    [Theory]
    [InlineData("sex", "source:", "sorce:", "不认识 sorce，是不是想写 source")]
    [InlineData("sex", "entries:", "entries: [", "不是有效的 YAML")]
    [InlineData("sex", "code: 女", "code: 女性", "缺少代码 女（女）")]
    [InlineData("county-item", "code: 教师平均工资", "code: 教师工资", "缺少代码 教师平均工资")]
    [InlineData("backbone", "entries:", "entries:\n  - { code: national, name: 国家级 }", "多了代码 national")]
    [InlineData("stage", "entries:", "entries:\n  - { code: special, name: 特教 }", "多了代码 special")]
    public void A_users_code_table_that_does_not_hold_is_refused_by_its_own_name_and_the_shipped_one_stands(string table, string was, string becomes, string reason)
    {
        var text = File.ReadAllText(Path.Combine(Shipped, "codes", table + ".yaml"));
        Assert.Contains(was, text, StringComparison.Ordinal);
        var own = Path.Combine(_folder.CreateSubdirectory("codes").FullName, table + ".yaml");
        File.WriteAllText(own, text.Replace(was, becomes, StringComparison.Ordinal));

        var packs = PackLibrary.Load(Shipped, _folder.FullName);

        var refused = Assert.Single(packs.Refused);
        Assert.StartsWith(own + " 第 ", refused, StringComparison.Ordinal);
        Assert.Contains(reason, refused, StringComparison.Ordinal);
        Assert.Equal(
            PackLibrary.Load(Shipped, null).Codes[table].Entries.Select(e => (e.Code, e.Name)), packs.Codes[table].Entries.Select(e => (e.Code, e.Name)));
    }

    [Fact]
    public void A_users_code_table_may_rename_and_add_codes()
    {
        var text = File.ReadAllText(Path.Combine(Shipped, "codes", "subject.yaml"));
        File.WriteAllText(
            Path.Combine(_folder.CreateSubdirectory("codes").FullName, "subject.yaml"),
            text.Replace("entries:", "entries:\n  - { code: 茶艺, name: 茶艺与茶文化 }", StringComparison.Ordinal));

        var packs = PackLibrary.Load(Shipped, _folder.FullName);

        Assert.Empty(packs.Refused);
        Assert.Equal("茶艺与茶文化", packs.Codes["subject"].NameOf("茶艺"));
    }

    [Fact]
    public void A_users_file_that_cannot_be_read_is_refused_and_does_not_stop_the_start()
    {
        var own = Path.Combine(_folder.CreateSubdirectory("codes").FullName, "sex.yaml");
        File.CreateSymbolicLink(own, Path.Combine(_folder.FullName, "gone.yaml"));

        Assert.StartsWith(own + " 读不了", Assert.Single(PackLibrary.Load(Shipped, _folder.FullName).Refused), StringComparison.Ordinal);
    }

    [Fact]
    public void A_users_report_template_is_named_by_its_own_file()
    {
        var pack = _folder.CreateSubdirectory("reports/own").FullName;
        File.WriteAllText(Path.Combine(pack, "pack.yaml"), "id: own\nname: 自己的\n");

        var refused = Assert.Single(ReportTemplates.Load(Shipped, _folder.FullName).Refused);

        Assert.StartsWith(Path.Combine(pack, "pack.yaml") + " 第 1 行", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void A_users_facts_are_added_to_the_shipped_ones()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "facts"));
        File.WriteAllText(Path.Combine(_folder.FullName, "facts", "own.yaml"), """
            version: "1"
            facts:
              - id: teachers.young
                name: 青年教师数
                english: Young teachers
                unit: 名
                description: 从教不满三年的专任教师数。
                rows: teachers
                where:
                  - { if: FullTime, else: 不是专任教师 }
            """);

        var packs = PackLibrary.Load(Shipped, _folder.FullName);

        Assert.Empty(packs.Refused);
        Assert.NotNull(packs.Facts.Find("teachers.young"));
        Assert.NotNull(packs.Facts.Find("pupils"));
        Assert.NotEqual(PackLibrary.Load(Shipped, null).Facts.Hash, packs.Facts.Hash);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => Path.GetExtension(f) != ".csv"))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
