using Microsoft.EntityFrameworkCore;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Progress;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Plans.Carrying;

public sealed class TaskTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_task_goes_from_handed_in_to_returned_to_accepted_and_keeps_its_history(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var task = await desk.AddAsync(PlanItemKind.Task, "完成选址", due: new DateOnly(2026, 12, 1));
        Assert.Equal("XH5229", (await desk.AcceptAsync(task.Id)).Value.Refused.Single().Why.Code);

        desk.Clock.Pass(TimeSpan.FromHours(1));
        Assert.True((await desk.HandInAsync(task.Id, "已选三处", new EvidenceFile("文件/选址.pdf", [1, 2]), new EvidenceFile("会议纪要.docx", [3]))).Succeeded);
        Assert.Equal("XH5228", (await desk.ReturnAsync(task.Id, " ")).Failure!.Code);
        desk.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Single((await desk.ReturnAsync(task.Id, "缺少土地部门意见")).Value.Done);
        Assert.Equal(TaskState.Returned, (await desk.ItemAsync(task.Id)).State);
        desk.Clock.Pass(TimeSpan.FromDays(1));
        await desk.HandInAsync(task.Id, "已补意见", new EvidenceFile("意见.pdf", [9]));
        desk.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Single((await desk.AcceptAsync(task.Id)).Value.Done);

        var one = await desk.TaskAsync(task.Id);
        Assert.Equal((TaskState.Accepted, new DateOnly(2026, 11, 25)), (one.Item.State, one.Item.Done!.Value));
        Assert.Equal(
            [TaskEventKind.Accepted, TaskEventKind.Submitted, TaskEventKind.Returned, TaskEventKind.Submitted, TaskEventKind.Assigned],
            one.Events.Select(e => e.Kind));
        Assert.Equal("缺少土地部门意见", one.Events[2].Reason);
        Assert.Equal([EvidenceState.Accepted, EvidenceState.Returned, EvidenceState.Returned], one.Evidence.Select(e => e.State));
        Assert.Equal(["意见.pdf", "会议纪要.docx", "选址.pdf"], one.Evidence.Select(e => e.FileName));
        Assert.Equal([1, 1, 2], one.Evidence.Select(e => e.Bytes!.Value));
        Assert.Equal("已选三处", one.Evidence[1].Result);
        Assert.Equal("XH5222", (await desk.HandInAsync(task.Id)).Failure!.Code);
        var file = await desk.WithAsync((FindTask use) => use.FileAsync(PlanDesk.County, one.Evidence[0].Id, Stop));
        Assert.Equal([9], file!.Value.Content);
        Assert.Null(await desk.WithAsync((FindTask use) => use.FileAsync("990102", one.Evidence[0].Id, Stop)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_was_handed_in_after_the_decider_looked_is_not_accepted_unseen(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var task = await desk.AddAsync(PlanItemKind.Task, "任务");
        var seen = (await desk.HandInAsync(task.Id, "第一份")).Value.Edit;
        await desk.HandInAsync(task.Id, "第二份");

        var accepted = await desk.AcceptAsync(task.Id, seen);

        Assert.Equal(Edits.StaleCode, accepted.Value.Refused.Single().Why.Code);
        Assert.Contains("李校长", accepted.Value.Refused.Single().Why.Message, StringComparison.Ordinal);
        Assert.All((await desk.TaskAsync(task.Id)).Evidence, e => Assert.Equal(EvidenceState.Given, e.State));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_two_decisions_at_once_one_stands(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var task = await desk.AddAsync(PlanItemKind.Task, "任务");
        var seen = (await desk.HandInAsync(task.Id)).Value.Edit;

        var decided = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => i % 2 == 0 ? desk.AcceptAsync(task.Id, seen) : desk.ReturnAsync(task.Id, "不够", seen))));

        Assert.Equal(1, decided.Sum(d => d.Value.Done.Count));
        var one = await desk.TaskAsync(task.Id);
        Assert.Equal(3, one.Events.Count);
        Assert.Equal(one.Item.State == TaskState.Accepted ? EvidenceState.Accepted : EvidenceState.Returned, one.Evidence.Single().State);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_extension_keeps_both_days_and_its_reason(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var task = await desk.AddAsync(PlanItemKind.Task, "任务", due: new DateOnly(2026, 11, 20));
        Assert.Equal("XH5231", (await desk.ExtendAsync(task.Id, new DateOnly(2026, 12, 20), "")).Failure!.Code);
        Assert.Equal("XH5232", (await desk.ExtendAsync(task.Id, new DateOnly(2026, 11, 23), "雨季")).Failure!.Code);
        Assert.Equal("XH5232", (await desk.ExtendAsync(task.Id, null, "雨季")).Failure!.Code);

        desk.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Single((await desk.ExtendAsync(task.Id, new DateOnly(2026, 12, 20), "雨季停工")).Value.Done);

        var one = await desk.TaskAsync(task.Id);
        Assert.Equal(new DateOnly(2026, 12, 20), one.Item.Due);
        Assert.Equal((new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 20), "雨季停工"), (one.Events[0].FromDue!.Value, one.Events[0].ToDue!.Value, one.Events[0].Reason));
        Assert.Equal("XH5235", (await desk.ExtendAsync(task.Id, new DateOnly(2026, 12, 1), "再议")).Value.Refused.Single().Why.Code);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_many_at_once_those_that_can_be_are_dealt_with_and_the_others_named(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var open = await desk.AddAsync(PlanItemKind.Task, "未报");
        var handed = await desk.AddAsync(PlanItemKind.Task, "已报");
        await desk.HandInAsync(handed.Id);

        var urged = await desk.UrgeAsync("请本周内报送", open.Id, handed.Id);

        Assert.Equal("未报", urged.Value.Done.Single().Title);
        Assert.Equal(("已报", "XH5230"), (urged.Value.Refused.Single().Title, urged.Value.Refused.Single().Why.Code));
        Assert.Equal("XH5220", (await desk.UrgeAsync(null)).Failure!.Code);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nothing_is_handed_in_for_a_plan_that_is_not_in_force(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind, PlanState.Draft);
        var task = await desk.AddAsync(PlanItemKind.Task, "任务");
        Assert.Equal("XH5207", (await desk.HandInAsync(task.Id)).Failure!.Code);
        Assert.Equal("XH5207", (await desk.UrgeAsync(null, task.Id)).Value.Refused.Single().Why.Code);
    }

    [Fact]
    public async Task Files_that_are_empty_too_large_or_too_many_are_refused_by_name()
    {
        await using var desk = await PlanDesk.OpenAsync(DatabaseKind.Sqlite);
        var task = await desk.AddAsync(PlanItemKind.Task, "任务");
        Assert.Contains("空.pdf", (await desk.HandInAsync(task.Id, "好", new EvidenceFile("空.pdf", []))).Failure!.Message, StringComparison.Ordinal);
        Assert.Equal("XH5226", (await desk.HandInAsync(task.Id, "好", new EvidenceFile("大.zip", new byte[HandIn.MaxFileBytes + 1]))).Failure!.Code);
        Assert.Equal("XH5225", (await desk.HandInAsync(task.Id, "好", [.. Enumerable.Range(0, 11).Select(i => new EvidenceFile($"{i}.pdf", [1]))])).Failure!.Code);
        Assert.Equal("XH5223", (await desk.HandInAsync(task.Id, " ")).Failure!.Code);
        Assert.Equal(TaskState.Open, (await desk.ItemAsync(task.Id)).State);
        Assert.True((await desk.HandInAsync(task.Id, "好", new EvidenceFile("大.zip", new byte[HandIn.MaxFileBytes]))).Succeeded);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rows_of_tasks_are_of_plans_in_force_and_name_what_they_stand_under(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var goal = await desk.AddAsync(PlanItemKind.Goal, "目标");
        await desk.AddAsync(PlanItemKind.Task, "有上级", goal.Id, new DateOnly(2026, 11, 23), "人事科");
        await desk.AddAsync(PlanItemKind.Task, "无上级");
        var draft = await desk.MakePlanAsync("草稿方案", PlanState.Draft);
        await desk.TryAddAsync(PlanItemKind.Task, "草稿里的", plan: draft);

        var rows = await desk.WithAsync((TaskRows use) => use.InForce(PlanDesk.County).OrderByDescending(r => r.Title).ToListAsync(Stop));

        Assert.Equal(["有上级", "无上级"], rows.Select(r => r.Title));
        Assert.Equal(["目标", null], rows.Select(r => r.ParentTitle));
        Assert.Equal([true, false], rows.Select(r => r.IsOverdue(new DateOnly(2026, 11, 24))));
        Assert.Equal(["人事科", "基教科"], (await desk.WithAsync((TaskRows use) => TaskRows.LeadsAsync(use.InForce(PlanDesk.County), Stop))).Order(StringComparer.Ordinal));
        Assert.Equal("草稿里的", (await desk.WithAsync((TaskRows use) => use.Of(PlanDesk.County, draft).SingleAsync(Stop))).Title);
    }
}
