using Microsoft.EntityFrameworkCore;
using Xueheng.Engines.Text;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Plans.Carrying;

public sealed class TreeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Progress_of_a_goal_is_the_share_of_accepted_tasks_under_it(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var goal = await desk.AddAsync(PlanItemKind.Goal, "聚焦普惠");
        var action = await desk.AddAsync(PlanItemKind.Action, "新建幼儿园", goal.Id);
        var empty = await desk.AddAsync(PlanItemKind.Action, "待定", goal.Id);
        var first = await desk.AddAsync(PlanItemKind.Task, "选址", action.Id, new DateOnly(2026, 11, 20));
        var second = await desk.AddAsync(PlanItemKind.Task, "开工", action.Id, new DateOnly(2026, 12, 31));
        await desk.AddAsync(PlanItemKind.Task, "年度总结", goal.Id, new DateOnly(2026, 11, 23));
        await desk.AddAsync(PlanItemKind.Task, "没有归属的任务");
        await desk.HandInAsync(second.Id);
        await desk.AcceptAsync(second.Id);

        var tree = await desk.TreeAsync();

        var root = Assert.Single(tree.Roots);
        Assert.Equal((3, 1, 2), (root.Total.All, root.Total.Accepted, root.Total.Overdue));
        Assert.Equal((new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 31)), (root.Total.First!.Value, root.Total.Last!.Value));
        Assert.Equal(0.5, tree.Find(action.Id)!.Total.Share);
        Assert.Null(tree.Find(empty.Id)!.Total.Share);
        Assert.Equal(1, tree.Loose.All);
        Assert.Equal(4, tree.Total.All);
        Assert.Equal([goal.Id, action.Id], tree.WayTo(action.Id).Select(b => b.Id));
        await desk.HandInAsync(first.Id);
        Assert.Equal(1, (await desk.TreeAsync()).Total.Accepted);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Items_are_moved_among_and_under_others_with_all_they_hold(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var one = await desk.AddAsync(PlanItemKind.Goal, "一");
        var two = await desk.AddAsync(PlanItemKind.Goal, "二");
        var three = await desk.AddAsync(PlanItemKind.Goal, "三");
        var action = await desk.AddAsync(PlanItemKind.Action, "举措", one.Id);
        var task = await desk.AddAsync(PlanItemKind.Task, "任务", action.Id);

        Assert.True((await MoveAsync(desk, three.Id, null, 0)).Succeeded);
        Assert.Equal(["三", "一", "二"], (await desk.TreeAsync()).Roots.Select(r => r.Title));
        Assert.True((await MoveAsync(desk, three.Id, null, 99)).Succeeded);
        Assert.Equal(["一", "二", "三"], (await desk.TreeAsync()).Roots.Select(r => r.Title));
        Assert.True((await MoveAsync(desk, action.Id, two.Id, 0)).Succeeded);
        Assert.Equal([0, 1, 0], (await desk.TreeAsync()).Roots.Select(r => r.Total.All));
        Assert.True((await MoveAsync(desk, two.Id, three.Id, 0)).Succeeded);
        Assert.Equal([three.Id, two.Id, action.Id], (await desk.TreeAsync()).WayTo(action.Id).Select(b => b.Id));

        Assert.Equal(1, (await desk.TreeAsync()).Find(three.Id)!.Total.All);
        Assert.Equal("XH5215", (await MoveAsync(desk, three.Id, two.Id, 0)).Failure!.Code);
        Assert.Equal("XH5215", (await MoveAsync(desk, three.Id, three.Id, 0)).Failure!.Code);
        Assert.Equal("XH5212", (await MoveAsync(desk, one.Id, action.Id, 0)).Failure!.Code);
        Assert.Equal("XH5205", (await MoveAsync(desk, one.Id, task.Id, 0)).Failure!.Code);
        Assert.Equal("XH5211", (await desk.TryAddAsync(PlanItemKind.Task, "任务下的任务", task.Id)).Failure!.Code);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_two_who_change_a_task_at_once_one_wins_and_the_other_is_told_who(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var task = await desk.AddAsync(PlanItemKind.Task, "任务");
        var theirs = await ChangeAsync(desk, task, "新名字", "张三");
        Assert.Equal(2, theirs.Value.Edit);

        var mine = await ChangeAsync(desk, task, "我的名字", "李四");

        Assert.Equal(Edits.StaleCode, mine.Failure!.Code);
        Assert.Contains("张三", mine.Failure.Message, StringComparison.Ordinal);
        Assert.Equal("新名字", (await desk.ItemAsync(task.Id)).Title);
        Assert.True((await ChangeAsync(desk, theirs.Value, "我的名字", "李四")).Succeeded);
        Assert.Equal("李四", (await desk.ItemAsync(task.Id)).EditedBy);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_twenty_who_save_at_the_same_moment_exactly_one_wins(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var task = await desk.AddAsync(PlanItemKind.Task, "任务");

        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => ChangeAsync(desk, task, $"名字{i}", $"人{i}"))));

        var winner = Assert.Single(saved, s => s.Succeeded).Value;
        Assert.All(saved.Where(s => !s.Succeeded), s => Assert.Equal(Edits.StaleCode, s.Failure!.Code));
        Assert.Equal(winner.Title, (await desk.ItemAsync(task.Id)).Title);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_something_hangs_on_is_not_deleted(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var goal = await desk.AddAsync(PlanItemKind.Goal, "目标");
        var action = await desk.AddAsync(PlanItemKind.Action, "举措", goal.Id);
        var task = await desk.AddAsync(PlanItemKind.Task, "任务", action.Id);
        await desk.UrgeAsync(null, task.Id);
        Assert.Equal("XH5217", (await DeleteAsync(desk, goal)).Failure!.Code);

        var other = await desk.AddAsync(PlanItemKind.Goal, "另一个");
        var under = await desk.AddAsync(PlanItemKind.Task, "子任务", other.Id);
        await using (var db = desk.Database.Open())
        {
            db.Add(new Commitment
            {
                County = PlanDesk.County,
                Id = Guid.CreateVersion7(),
                Plan = desk.Plan,
                Item = other.Id,
                Text = "建立清单",
                Subject = "清单",
                Kind = CommitmentKind.Promised,
                State = CommitmentState.Accepted,
                EditedBy = PlanDesk.Me,
                EditedAt = desk.Clock.GetUtcNow(),
            });
            await db.SaveChangesAsync(Stop);
        }

        Assert.Equal("XH5218", (await DeleteAsync(desk, other)).Failure!.Code);
        await using (var db = desk.Database.Open())
        {
            await db.Set<Commitment>().ExecuteDeleteAsync(Stop);
        }

        Assert.Equal(2, (await DeleteAsync(desk, other)).Value);
        await using var after = desk.Database.Open();
        Assert.False(await after.Set<PlanItem>().AnyAsync(i => i.Id == under.Id || i.Id == other.Id, Stop));
        Assert.Equal(1, await after.Set<TaskEvent>().CountAsync(e => e.Kind == TaskEventKind.Assigned, Stop));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_task_of_a_plan_in_force_keeps_its_day_unless_it_is_extended(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var task = await desk.AddAsync(PlanItemKind.Task, "任务", due: new DateOnly(2026, 12, 1));
        var moved = await desk.WithAsync((ChangeItem use) => use.RunAsync(
            new ChangeItemCommand(PlanDesk.County, task.Id, 1, PlanDesk.Fields("任务", new DateOnly(2026, 12, 31)), PlanDesk.Me), Stop));
        Assert.Equal("XH5214", moved.Failure!.Code);
    }

    [Theory]
    [InlineData(" ", "2026-01-01", "2026-02-01", "XH5201")]
    [InlineData("任务", "2026-03-01", "2026-02-01", "XH5203")]
    public async Task What_is_typed_wrongly_is_said_before_anything_is_saved(string title, string start, string due, string code)
    {
        await using var desk = await PlanDesk.OpenAsync(DatabaseKind.Sqlite);
        var fields = new ItemFields(title, null, "基教科", [], null, Day(start), Day(due));
        var added = await desk.WithAsync((AddItem use) => use.RunAsync(new AddItemCommand(PlanDesk.County, desk.Plan, null, PlanItemKind.Task, fields, PlanDesk.Me), Stop));
        Assert.Equal(code, added.Failure!.Code);
        Assert.Equal(0, (await desk.TreeAsync()).Total.All);
    }

    [Fact]
    public void Divisions_typed_in_one_box_are_taken_apart_each_once() =>
        Assert.Equal(["基教科", "人事科", "督导室"], ItemFields.Names("基教科、人事科, 督导室；基教科,, "));

    [Fact]
    public async Task Another_countys_item_cannot_be_reached()
    {
        await using var desk = await PlanDesk.OpenAsync(DatabaseKind.Sqlite);
        var task = await desk.AddAsync(PlanItemKind.Task, "任务");
        var moved = await desk.WithAsync((ChangeItem use) => use.RunAsync(new ChangeItemCommand("990102", task.Id, 1, PlanDesk.Fields("改"), PlanDesk.Me), Stop));
        Assert.Equal("XH5205", moved.Failure!.Code);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<Outcome<PlanItem>> MoveAsync(PlanDesk desk, Guid item, Guid? parent, int at) =>
        desk.WithAsync((MoveItem use) => use.RunAsync(new MoveItemCommand(PlanDesk.County, item, parent, at, PlanDesk.Me), Stop));

    private static Task<Outcome<PlanItem>> ChangeAsync(PlanDesk desk, PlanItem item, string title, string by) =>
        desk.WithAsync((ChangeItem use) => use.RunAsync(new ChangeItemCommand(PlanDesk.County, item.Id, item.Edit, PlanDesk.Fields(title, item.Due), by), Stop));

    private static Task<Outcome<int>> DeleteAsync(PlanDesk desk, PlanItem item) =>
        desk.WithAsync((DeleteItem use) => use.RunAsync(new DeleteItemCommand(PlanDesk.County, item.Id, item.Edit, PlanDesk.Me), Stop));
}
