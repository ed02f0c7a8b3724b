using Microsoft.EntityFrameworkCore;
using Xueheng.Engines.Text;
using Xueheng.Plans;
using Xueheng.Plans.Notices;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Plans.Carrying;

namespace Xueheng.Tests.Plans.Notices;

public sealed class DigestTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_division_is_told_what_is_due_soon_overdue_returned_and_urged(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        await desk.AddAsync(PlanItemKind.Task, "超期的", due: new DateOnly(2026, 11, 20), lead: "人事科");
        await desk.AddAsync(PlanItemKind.Task, "快到的", due: new DateOnly(2026, 12, 1), lead: "人事科");
        await desk.AddAsync(PlanItemKind.Task, "还早的", due: new DateOnly(2026, 12, 2), lead: "人事科");
        var handed = await desk.AddAsync(PlanItemKind.Task, "已报的", due: new DateOnly(2026, 11, 20), lead: "人事科");
        await desk.HandInAsync(handed.Id);
        var returned = await desk.AddAsync(PlanItemKind.Task, "退回的", lead: "计财科");
        await desk.HandInAsync(returned.Id);
        await desk.ReturnAsync(returned.Id, "不全");
        var urged = await desk.AddAsync(PlanItemKind.Task, "催过的", lead: "计财科");
        await desk.UrgeAsync("请抓紧", urged.Id);
        Assert.Equal(["王科长催办：催过的。请抓紧"], await TextsAsync(desk, "计财科"));

        Assert.Equal(3, await DigestAsync(desk));

        Assert.Equal(["1 项任务已超期：超期的（超期 2 个工作日）。", "1 项任务将在 5 个工作日内到期：快到的（12月1日到期）。"], await TextsAsync(desk, "人事科"));
        Assert.Contains("1 项任务被退回，等待重新报送：退回的（退回待补）。", await TextsAsync(desk, "计财科"));
        Assert.Equal(0, await DigestAsync(desk));

        desk.Clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(4, await DigestAsync(desk));
        Assert.Contains("1 项任务被催办，还没有报送：催过的（11月24日催办）。", await TextsAsync(desk, "计财科"));
        await desk.HandInAsync(urged.Id);
        desk.Clock.Pass(TimeSpan.FromDays(1));
        await DigestAsync(desk);
        Assert.Equal(1, (await TextsAsync(desk, "计财科")).Count(t => t.Contains("还没有报送", StringComparison.Ordinal)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Digests_run_at_once_say_nothing_twice(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        for (var i = 0; i < 5; i++)
        {
            await desk.AddAsync(PlanItemKind.Task, $"任务{i}", due: new DateOnly(2026, 11, 20), lead: $"科室{i}");
        }

        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => DigestAsync(desk))));

        Assert.Equal(5, made.Sum());
        await using var db = desk.Database.Open();
        Assert.Equal(5, await db.Set<Notice>().CountAsync(Stop));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_target_behind_its_path_is_told_to_whoever_answers_for_it(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        await new Xueheng.Tests.Facts.CountyBuilder(period: 2025).School("3203810001", "实验小学").Pupils("3203810001", Xueheng.Census.Stage.Primary, 30).PublishAsync(desk.Database);
        await using (var db = desk.Database.Open())
        {
            db.Add(new Target
            {
                County = PlanDesk.County,
                Id = Guid.CreateVersion7(),
                Plan = desk.Plan,
                Title = "在校生达到十万人",
                Metric = Metric.Parse("fact:pupils@primary")!,
                Comparison = Comparison.AtLeast,
                Value = 100_000,
                Unit = "人",
                Due = new DateOnly(2026, 10, 31),
                Division = "基教科",
                EditedBy = PlanDesk.Me,
                EditedAt = desk.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync(Stop);
        }

        Assert.Equal(1, await DigestAsync(desk));

        Assert.Contains("1 个目标落后于进度：在校生达到十万人（现为", Assert.Single(await TextsAsync(desk, "基教科")), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Notices_are_marked_as_read_by_one_or_all_of_a_recipient(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        await desk.AddAsync(PlanItemKind.Task, "超期的", due: new DateOnly(2026, 11, 20), lead: "人事科");
        await desk.AddAsync(PlanItemKind.Task, "快到的", due: new DateOnly(2026, 12, 1), lead: "人事科");
        await desk.AddAsync(PlanItemKind.Task, "别人的", due: new DateOnly(2026, 12, 1), lead: "计财科");
        await DigestAsync(desk);
        var one = await desk.WithAsync((Inbox use) => use.Of(PlanDesk.County).Where(n => n.Recipient == "人事科").Select(n => n.Id).FirstAsync(Stop));

        Assert.Equal(1, await desk.WithAsync((Inbox use) => use.ReadAsync(PlanDesk.County, null, [one], Stop)));
        Assert.Equal(0, await desk.WithAsync((Inbox use) => use.ReadAsync("990102", "人事科", [], Stop)));
        Assert.Equal([("人事科", 1), ("计财科", 1)], (await desk.WithAsync((Inbox use) => use.RecipientsAsync(PlanDesk.County, Stop))).Order());
        Assert.Equal(1, await desk.WithAsync((Inbox use) => use.ReadAsync(PlanDesk.County, "人事科", [], Stop)));
        Assert.Equal([("计财科", 1), ("人事科", 0)], await desk.WithAsync((Inbox use) => use.RecipientsAsync(PlanDesk.County, Stop)));
    }

    internal static Task<int> DigestAsync(PlanDesk desk) => desk.WithAsync((DailyDigest use) => use.RunAsync(null, Stop));

    /// <summary>What a recipient was told, in order of the text.</summary>
    private static Task<List<string>> TextsAsync(PlanDesk desk, string recipient) =>
        desk.WithAsync((Inbox use) => use.Of(PlanDesk.County).Where(n => n.Recipient == recipient).OrderByDescending(n => n.Text).Select(n => n.Text).ToListAsync(Stop));
}
