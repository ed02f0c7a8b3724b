using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Facts;

public sealed class FactRowsTests
{
    private const string Main = "2199000001";
    private const string Campus = "2199000002";
    private const string Other = "2199000003";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_main_schools_figure_opens_to_its_own_rows_and_those_of_its_campuses(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await County().PublishAsync(database);

        var page = (await RowsAsync(database, new("990101", 2024, Main, Stage.Primary, "teachers.backbone"))).Value;

        Assert.Equal(FactBasis.Counted, page.Basis);
        Assert.Equal(3, page.Value.Counted);
        Assert.Equal(3, page.Total);
        Assert.Equal([(Main, "样例.xlsx", "教师"), (Main, "样例.xlsx", "教师"), (Campus, "样例.xlsx", "教师")], page.Rows.Select(r => (r.School, r.File, r.Sheet)));
        Assert.All(page.Rows, r => Assert.Null(r.Reason));
        Assert.All(page.Rows, r => Assert.Equal("县级", r.Cells[page.Headings.ToList().IndexOf("骨干级别")]));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rows_left_out_say_what_their_first_failing_clause_says(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await County().PublishAsync(database);

        var page = (await RowsAsync(database, new("990101", 2024, Main, Stage.Primary, "teachers.backbone", Excluded: true))).Value;

        Assert.Equal(
            ["骨干级别不到县级", "不是专任教师", "代课、兼任教师不计入专任教师", "骨干级别不到县级"],
            page.Rows.Select(r => r.Reason));
        Assert.DoesNotContain(page.Rows, r => r.School == Other);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_of_rows_follow_one_another(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await County().PublishAsync(database);

        var lines = new List<int>();
        foreach (var skip in (int[])[0, 2, 4])
        {
            var page = (await RowsAsync(database, new("990101", 2024, Other, Stage.Primary, "pupils", Skip: skip, Take: 2))).Value;
            Assert.Equal(5, page.Total);
            lines.AddRange(page.Rows.Select(r => r.Line));
        }

        Assert.Equal([2, 3, 4, 5, 6], lines);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_figure_that_is_only_declared_opens_to_the_declaring_row(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await County().PublishAsync(database);

        var stage = (await RowsAsync(database, new("990101", 2024, Other, Stage.Primary, "teachers.rotation_eligible"))).Value;
        var whole = (await RowsAsync(database, new("990101", 2024, Other, null, "rooms.teaching_area"))).Value;

        Assert.Equal((FactBasis.Declared, "学段", "7"), (stage.Basis, stage.Rows.Single().Sheet, stage.Rows.Single().Cells.Single()));
        Assert.Equal((FactBasis.Declared, "资源", "1234.5"), (whole.Basis, whole.Rows.Single().Sheet, whole.Rows.Single().Cells.Single()));
        Assert.Equal(["教学及辅助用房面积(㎡)"], whole.Headings);
        Assert.Equal(0, (await RowsAsync(database, new("990101", 2024, Other, null, "rooms.teaching_area", Excluded: true))).Value.Total);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rows_that_lack_what_a_fact_needs_are_named_and_the_declared_figure_stands(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var county = County().Teachers(Other, Stage.Primary, 3, t => t.TrainingHours = null).Teachers(Other, Stage.Primary, 2);
        county.Teachers(Other, Stage.Primary, 1, t => (t.FullTime, t.TrainingHours) = (false, null));
        await county.PublishAsync(database);

        var made = (await RowsAsync(database, new("990101", 2024, Other, Stage.Primary, "teachers.trained"))).Value;
        var left = (await RowsAsync(database, new("990101", 2024, Other, Stage.Primary, "teachers.trained", Excluded: true))).Value;

        Assert.Equal(new FactValue(null, 4, null, "3 名教师没有填近五年培训学时"), made.Value);
        Assert.Equal((FactBasis.Declared, "学段"), (made.Basis, made.Rows.Single().Sheet));
        Assert.Equal(["没有填近五年培训学时", "没有填近五年培训学时", "没有填近五年培训学时", "不是专任教师"], left.Rows.Select(r => r.Reason));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_campus_that_only_declares_shows_its_declaration_beside_the_rows_of_the_main_school(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var county = new CountyBuilder()
            .School(Main, "青禾小学").Pupils(Main, Stage.Primary, 3)
            .School(Campus, "青禾小学东校区", "218", s => s.Main = Main).Declare(Campus, Stage.Primary, 20);
        await county.PublishAsync(database);

        var page = (await RowsAsync(database, new("990101", 2024, Main, Stage.Primary, "pupils"))).Value;

        Assert.Equal((null, 23m), (page.Value.Counted, page.Value.Value));
        Assert.Equal((3, 3), (page.Total, page.Rows.Count(r => r.Sheet == "学生")));
        Assert.Equal((Campus, "20"), (page.Declarations.Single().School, page.Declarations.Single().Cells.Single()));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Numbers_of_persons_are_masked_unless_asked_for_in_full(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await new CountyBuilder().School(Main, "青禾小学")
            .Pupils(Main, Stage.Primary, 1, p => (p.Pupil, p.Identity) = ("G110101201509010012", "110101201509010012"))
            .PublishAsync(database);

        var masked = (await RowsAsync(database, new("990101", 2024, Main, Stage.Primary, "pupils"))).Value;
        var full = (await RowsAsync(database, new("990101", 2024, Main, Stage.Primary, "pupils", Full: true))).Value;

        Assert.Equal("学籍号", masked.Headings[Assert.Single(masked.Masked)]);
        Assert.Contains("G110101********0012", masked.Rows.Single().Cells);
        Assert.DoesNotContain(masked.Rows.Single().Cells, c => c.Contains("20150901", StringComparison.Ordinal));
        Assert.Contains("G110101201509010012", full.Rows.Single().Cells);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Unknown_facts_schools_and_stages_are_refused(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await County().PublishAsync(database);

        Assert.Equal("XH2011", (await RowsAsync(database, new("990101", 2024, Main, Stage.Primary, "teachers.backbones"))).Failure?.Code);
        Assert.Equal("XH2012", (await RowsAsync(database, new("990101", 2024, "2199009999", Stage.Primary, "pupils"))).Failure?.Code);
        Assert.Equal("XH2013", (await RowsAsync(database, new("990101", 2024, Main, null, "pupils"))).Failure?.Code);
        Assert.Equal("XH2013", (await RowsAsync(database, new("990101", 2024, Main, Stage.Primary, "pupils.graduates"))).Failure?.Code);
        Assert.Equal("XH1001", (await RowsAsync(database, new("990101", 2023, Main, Stage.Primary, "pupils"))).Failure?.Code);
    }

    private static CountyBuilder County() => new CountyBuilder()
        .School(Main, "青禾小学")
        .Teachers(Main, Stage.Primary, 2, t => t.Backbone = BackboneLevel.County)
        .Teachers(Main, Stage.Primary, 1, t => t.Backbone = BackboneLevel.School)
        .Teachers(Main, Stage.Primary, 1, t => (t.Backbone, t.FullTime) = (BackboneLevel.City, false))
        .Teachers(Main, Stage.Primary, 1, t => (t.Backbone, t.StaffType) = (BackboneLevel.City, "7"))
        .School(Campus, "青禾小学东校区", "218", s => s.Main = Main)
        .Teachers(Campus, Stage.Primary, 1, t => t.Backbone = BackboneLevel.County)
        .Teachers(Campus, Stage.Primary, 1)
        .School(Other, "白鹭小学")
        .Pupils(Other, Stage.Primary, 5)
        .Declare(Other, Stage.Primary, 5, s => (s.RotationEligibleTeachers, s.TrainedTeachers) = (7, 4))
        .Resources(Other, r => r.TeachingArea = 1234.5);

    private static async Task<Outcome<FactRowsPage>> RowsAsync(TestDatabase database, FactRowsQuery query)
    {
        await using var db = database.Open();
        return await new FactRows(db, CountyBuilder.Packs, new CountFacts(db, CountyBuilder.Packs)).RunAsync(query, TestContext.Current.CancellationToken);
    }
}
