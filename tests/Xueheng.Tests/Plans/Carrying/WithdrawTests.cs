using Microsoft.EntityFrameworkCore;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Progress;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Plans.Carrying;

public sealed class WithdrawTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_acceptance_by_mistake_is_taken_back_with_its_reason_and_nothing_of_it_is_lost(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var goal = await desk.AddAsync(PlanItemKind.Goal, "目标");
        var task = await desk.AddAsync(PlanItemKind.Task, "完成选址", goal.Id, lead: "项目办");
        await desk.HandInAsync(task.Id, "第一稿", new EvidenceFile("旧.pdf", [1]));
        desk.Clock.Pass(TimeSpan.FromHours(1));
        await desk.ReturnAsync(task.Id, "缺意见");
        desk.Clock.Pass(TimeSpan.FromHours(1));
        await desk.HandInAsync(task.Id, "第二稿", new EvidenceFile("新.pdf", [2, 3]));
        desk.Clock.Pass(TimeSpan.FromHours(1));
        await desk.AcceptAsync(task.Id);
        Assert.Equal(1, (await desk.TreeAsync()).Find(goal.Id)!.Total.Accepted);
        desk.Clock.Pass(TimeSpan.FromHours(1));

        Assert.Single((await desk.WithdrawAsync(task.Id, "批错了一项")).Value.Done);

        var one = await desk.TaskAsync(task.Id);
        Assert.Equal((TaskState.Submitted, null), (one.Item.State, one.Item.Done));
        Assert.Equal([TaskEventKind.Withdrawn, TaskEventKind.Accepted], one.Events.Take(2).Select(e => e.Kind));
        Assert.Equal("批错了一项", one.Events[0].Reason);
        Assert.Equal([("新.pdf", EvidenceState.Given), ("旧.pdf", EvidenceState.Returned)], one.Evidence.Select(e => (e.FileName!, e.State)));
        Assert.Equal("第二稿", one.Evidence[0].Result);
        Assert.Equal([2, 3], (await desk.WithAsync((FindTask use) => use.FileAsync(PlanDesk.County, one.Evidence[0].Id, Stop)))!.Value.Content);
        Assert.Equal(0, (await desk.TreeAsync()).Find(goal.Id)!.Total.Accepted);
        await using var db = desk.Database.Open();
        var notice = await db.Set<Notice>().SingleAsync(n => n.Recipient == "项目办", Stop);
        Assert.Contains("撤回了验收，任务不再算完成：完成选址。批错了一项", notice.Text, StringComparison.Ordinal);
        Assert.EndsWith($"/tasks/{task.Id}", notice.Link, StringComparison.Ordinal);

        Assert.Single((await desk.ReturnAsync(task.Id, "仍缺意见")).Value.Done);
        await desk.HandInAsync(task.Id, "第三稿");
        Assert.Single((await desk.AcceptAsync(task.Id)).Value.Done);
        Assert.Equal(1, (await desk.TreeAsync()).Find(goal.Id)!.Total.Accepted);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Only_what_was_accepted_is_taken_back_once_and_never_without_a_reason(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var task = await desk.AddAsync(PlanItemKind.Task, "任务");
        await desk.HandInAsync(task.Id);
        Assert.Equal("XH5238", (await desk.WithdrawAsync(task.Id, "误批")).Value.Refused.Single().Why.Code);
        var seen = (await desk.AcceptAsync(task.Id)).Value.Done.Single().Edit;
        Assert.Equal("XH5237", (await desk.WithdrawAsync(task.Id, " ")).Failure!.Code);

        var withdrawn = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => desk.WithdrawAsync(task.Id, "误批", seen))));

        Assert.Equal(1, withdrawn.Sum(w => w.Value.Done.Count));
        Assert.Single((await desk.TaskAsync(task.Id)).Events, e => e.Kind == TaskEventKind.Withdrawn);
        await using var db = desk.Database.Open();
        Assert.Equal(1, await db.Set<Notice>().CountAsync(Stop));
    }
}
