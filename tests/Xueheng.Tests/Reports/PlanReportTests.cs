using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.Census;
using Xueheng.Plans;
using Xueheng.Plans.Packs;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;
using static Xueheng.Tests.Reports.Docx;

namespace Xueheng.Tests.Reports;

/// <summary>The yearly account of a plan: promised, done, the figure, where it is short.</summary>
public sealed class PlanReportTests
{
    private const string Plan = """
        title: 办好人民满意教育
        until: 2099-08-31
        items:
        - kind: goal
          title: 聚焦队伍建设
          lead: 人事科
          commitments:
          - text: 小学骨干教师达到8人以上。
            subject: 小学骨干教师
            kind: promised
            comparison: at_least
            value: 8
            unit: 人
            metric: fact:teachers.backbone@primary
            target: { title: 小学骨干教师, metric: "fact:teachers.backbone@primary", comparison: at_least, value: 8, unit: 人, due: 2099-08-31, division: 人事科, path: [ { period: 2023, value: 5 }, { period: 2024, value: 7 }, { period: 2026, value: 8 } ] }
          - text: 小学生已达500人。
            subject: 小学生
            kind: achieved
            comparison: at_least
            value: 480
            unit: 人
            metric: fact:pupils@primary
          items:
          - kind: task
            title: 评选县级骨干教师
            due: 2024-12-31
          - kind: task
            title: 制定骨干教师考核办法
            lead: 人事科
            due: 2020-01-01
        - kind: goal
          title: 聚焦安全稳定
        """;

    private static readonly byte[] Template = Of(
        P("{{采用标准 quality-balance-2017}}"),
        P("{{#each 方案列表}}"),
        P("{{名称}}：承诺{{承诺数}}，目标{{目标数}}，落后{{落后数}}，任务{{任务数}}，完成{{完成任务数}}，逾期{{逾期任务数}}。"),
        P("{{#each 目标}}{{名称}}{{要求}}{{目标值}}{{单位}}，现{{现值}}，应{{进度值}}，差{{差距}}，{{状态}}。{{/each}}"),
        P("{{#each 板块}}[{{名称}} {{牵头}} {{任务数}} {{#each 承诺}}{{性质}}{{数值}}/{{现值}} {{/each}}{{#each 完成任务}}{{名称}}：{{成果}}{{/each}}{{#each 未完成任务}}{{名称}}{{状态}}{{/each}}]{{/each}}"),
        P("{{/each}}"));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_plan_is_accounted_for_with_figures_that_open_to_their_pages(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await County(6).PublishAsync(database);
        await using var services = PrintReportTests.Services(database);
        var plan = await LoadAsync(services, database, approve: true);
        await AcceptFirstTaskAsync(database);
        var printed = (await PrintReportTests.PrintAsync(services, "t.docx", Template)).Value;
        using var document = Open(printed.Document);
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;

        Assert.StartsWith("办好人民满意教育：承诺2，目标1，落后1，任务2，完成1，逾期1。小学骨干教师不低于8人，现6，应7，差2，落后。", text, StringComparison.Ordinal);
        Assert.Contains("[聚焦队伍建设 人事科 2 承诺8/6 成绩480/500 评选县级骨干教师：评出县级骨干教师6人制定骨干教师考核办法已逾期][聚焦安全稳定  0 ]", text, StringComparison.Ordinal);
        var measured = printed.Figures.Single(f => f.Key.StartsWith("plan target", StringComparison.Ordinal) && f.Key.EndsWith(" measured", StringComparison.Ordinal));
        Assert.Equal((6m, "teachers.backbone", "facts", "/c/990101/2024/schools", 1), (measured.Value!.Value, measured.Indicator, measured.Standard, measured.Page, measured.Revision));
        Assert.Contains(printed.Figures, f => f.Page == $"/c/990101/2024/plans/{plan.Id}/reading" && f.Value == 480);
        AssertValid(printed.Document);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_shipped_account_prints_a_plan_and_says_so_when_there_is_none(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await County(6).PublishAsync(database);
        await using var services = PrintReportTests.Services(database);
        await LoadAsync(services, database, approve: false);
        Assert.Contains("本学年没有执行中的县级方案", TextOf((await PrintReportTests.PrintAsync(services, "plan-yearly-account")).Value.Document), StringComparison.Ordinal);

        await using (var db = database.Open())
        {
            await db.Set<Plan>().ExecuteUpdateAsync(s => s.SetProperty(p => p.State, PlanState.Approved), Cancellation);
        }

        var printed = (await PrintReportTests.PrintAsync(services, "plan-yearly-account")).Value;
        var text = TextOf(printed.Document);
        Assert.Contains("落后于本学年7人的进度，离目标还差2人", text, StringComparison.Ordinal);
        Assert.Contains("文件报告480人，基础数据为500人", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        Assert.Empty(printed.Missing);
        AssertValid(printed.Document);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string TextOf(byte[] document)
    {
        using var opened = Open(document);
        return opened.MainDocumentPart!.Document!.Body!.InnerText;
    }

    private static async Task<Plan> LoadAsync(ServiceProvider services, TestDatabase database, bool approve)
    {
        var path = Path.Combine(database.Folder.FullName, "plan.yaml");
        await File.WriteAllTextAsync(path, Plan, Cancellation);
        await using var scope = services.CreateAsyncScope();
        var loaded = await scope.ServiceProvider.GetRequiredService<LoadPlan>().RunAsync(
            new LoadPlanCommand(CountyCode.Parse("990101")!.Value, path, "plan.yaml", "张华", approve), Cancellation);
        return loaded.Value;
    }

    private static async Task AcceptFirstTaskAsync(TestDatabase database)
    {
        await using var db = database.Open();
        var task = await db.Set<PlanItem>().FirstAsync(i => i.Title == "评选县级骨干教师", Cancellation);
        (task.State, task.Done) = (TaskState.Accepted, new DateOnly(2024, 11, 1));
        db.Add(new Evidence
        {
            County = task.County, Id = Guid.CreateVersion7(), Task = task.Id, Result = "评出县级骨干教师6人。", GivenBy = "李明",
            GivenAt = DateTimeOffset.UnixEpoch, State = EvidenceState.Accepted, DecidedBy = "张华", DecidedAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveChangesAsync(Cancellation);
    }

    private static CountyBuilder County(int backbone) => new CountyBuilder("990101", 2024, 1)
        .School("2199000001", "青禾小学").Declare("2199000001", Stage.Primary, 500, s => s.AboveDegreeTeachers = 10)
        .Teachers("2199000001", Stage.Primary, backbone, t => t.Backbone = BackboneLevel.County);
}
