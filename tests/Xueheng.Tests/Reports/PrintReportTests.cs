using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Plans;
using Xueheng.Reports;
using Xueheng.Standards;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;
using static Xueheng.Tests.Reports.Docx;

namespace Xueheng.Tests.Reports;

/// <summary>Printing from a published census on real databases: kept, compared, found again.</summary>
public sealed class PrintReportTests
{
    private const string A = "2199000001";

    private const string B = "2199000002";

    private static readonly byte[] Template = Of(
        P("{{指标 L2 小学 均值 | 0.00}}、{{指标 L2 小学 差异系数 | 0.000}}、{{指标 L1 小学 达标校数}}"),
        P("{{#each 小学 学校}}{{名称}}{{指标 L2 数值 | 0.00}}（{{事实 teachers.backbone}}人）；{{/each}}"),
        P("{{指标 G1 结论}}"),
        P("{{changes}}"));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_report_carries_the_figures_of_the_published_revision(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await County(1, backbone: 2).PublishAsync(database);
        await using var services = Services(database);
        var printed = (await PrintAsync(services, "t.docx", Template)).Value;

        // 2 of 200 and 4 of 300 pupils: 1.00 and 1.33, together 6 of 500.
        Assert.Equal(["1.20", "0.136", "0", "1.00", "2", "1.33", "4", "无法判断"], printed.Figures.Select(f => f.Printed));
        Assert.Equal($"/c/990101/2024/school/{A}/primary/fact/teachers.backbone", printed.Figures[4].Page);
        Assert.All(printed.Figures, f => Assert.Equal(1, f.Revision));
        AssertValid(printed.Document);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_print_after_a_new_revision_lists_exactly_the_changed_figures(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await County(1, backbone: 2).PublishAsync(database);
        await using (var first = Services(database))
        {
            Assert.Null((await PrintAsync(first, "t.docx", Template)).Value.Before);
        }

        await County(2, backbone: 3).PublishAsync(database);
        await using var services = Services(database);
        var second = (await PrintAsync(services, "t.docx", Template)).Value;

        Assert.NotNull(second.Before);
        Assert.Equal(2, second.Revision);
        Assert.Equal(
            [
                ("indicator L2 primary mean", "1.20", "1.40"),
                ("indicator L2 primary cv", "0.136", "0.058"),
                ($"school {A} primary L2 value", "1.00", "1.50"),
                ($"school {A} primary teachers.backbone", "2", "3"),
            ],
            second.Changes.Select(c => (c.Key, c.Before, c.After)));
        Assert.Empty((await PrintAsync(services, "t.docx", Template)).Value.Changes);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Prints_are_kept_and_found_again_newest_first(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await County(1, backbone: 2).PublishAsync(database);
        await using var services = Services(database);
        var first = (await PrintAsync(services, "甲.docx", Template)).Value;
        var second = (await PrintAsync(services, "乙.docx", Template)).Value;

        await using var scope = services.CreateAsyncScope();
        var prints = scope.ServiceProvider.GetRequiredService<ReportPrints>();
        var cancellation = TestContext.Current.CancellationToken;
        Assert.Equal([second.Id, first.Id], (await prints.ListAsync("990101", 2024, null, cancellation)).Select(p => p.Id));
        Assert.Equal([first.Id], (await prints.ListAsync("990101", 2024, "甲.docx", cancellation)).Select(p => p.Id));
        Assert.Empty(await prints.ListAsync("990101", 2023, null, cancellation));
        Assert.Empty(await prints.ListAsync("990102", 2024, null, cancellation));

        var kept = (await prints.FindAsync("990101", first.Id, cancellation)).Value;
        Assert.Equal(first.Document, kept.Document);
        Assert.Equal(first.Figures, PrintReport.FiguresOf(kept));
        Assert.Equal("XH3001", (await prints.FindAsync("990102", first.Id, cancellation)).Failure!.Code);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_trend_shows_the_periods_that_were_published(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await County(1, backbone: 1, period: 2023).PublishAsync(database);
        await County(2, backbone: 2).PublishAsync(database);
        await using var services = Services(database);
        var printed = (await PrintAsync(services, "t.docx", Of(P("{{指标 L2 小学 上年均值 | 0.00}}"), P("{{chart trend L2 primary}}")))).Value;

        Assert.Equal(["1.00", "折线图，2 个学年"], printed.Figures.Select(f => f.Printed));
        Assert.Equal((2023, 1, "/c/990101/2023/check/quality-balance-2017/L2/primary"), (printed.Figures[0].Period, printed.Figures[0].Revision, printed.Figures[0].Page));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_cannot_be_printed_says_why_and_keeps_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);

        Assert.Equal("XH1001", (await PrintAsync(services, "t.docx", Template)).Failure!.Code);
        await County(1, backbone: 2).PublishAsync(database);
        Assert.Equal("XH3002", (await PrintAsync(services, "没有.docx")).Failure!.Code);
        Assert.Equal("XH3010", (await PrintAsync(services, "t.docx", Of(P("{{指标 L1 小学 平均}}")))).Failure!.Code);
        Assert.Equal("XH3018", (await PrintAsync(services, "t.docx", Of(P("{{县名}}")))).Failure!.Code);
        Assert.Equal("XH3018", (await PrintAsync(services, "t.docx", Of(P("{{采用标准 没有}}{{县名}}")))).Failure!.Code);
        Assert.Equal("XH3003", (await PrintAsync(services, "t.docx", Template, new Uri("ftp://x"))).Failure!.Code);
        await using var db = database.Open();
        Assert.Equal(0, await db.Set<ReportPrint>().CountAsync(TestContext.Current.CancellationToken));
    }

    internal static ServiceProvider Services(TestDatabase database) => database.Services(s => s
        .AddSingleton(CountyBuilder.Packs).AddSingleton(ShippedTemplateTests.Shipped())
        .AddPlans(database.Folder).AddScoped<CountFacts>().AddScoped<Measure>().AddScoped<PrintReport>().AddScoped<ReportPrints>());

    internal static async Task<Outcome<PrintedReport>> PrintAsync(ServiceProvider services, string template, byte[]? uploaded = null, Uri? site = null)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PrintReport>().RunAsync(
            new PrintCommand(CountyCode.Parse("990101")!.Value, Period.Parse("2024")!.Value, template, site ?? SampleReport.Site, null, uploaded),
            TestContext.Current.CancellationToken);
    }

    private static CountyBuilder County(int revision, int backbone, int period = 2024) => new CountyBuilder("990101", period, revision)
        .School(A, "青禾小学").Declare(A, Stage.Primary, 200, s => s.AboveDegreeTeachers = 10).Teachers(A, Stage.Primary, backbone, t => t.Backbone = BackboneLevel.County)
        .School(B, "白石小学").Declare(B, Stage.Primary, 300, s => s.AboveDegreeTeachers = 20).Teachers(B, Stage.Primary, 4, t => (t.Backbone, t.Degree) = (BackboneLevel.City, "31"));
}
