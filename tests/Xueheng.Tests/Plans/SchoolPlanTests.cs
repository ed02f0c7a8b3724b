using Microsoft.EntityFrameworkCore;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.SchoolPlans;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Plans.Carrying;

namespace Xueheng.Tests.Plans;

public sealed class SchoolPlanTests
{
    private const string School = "3203810001";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_school_gets_a_plan_with_copies_of_what_stands_under_the_action_once(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var action = await PatternAsync(desk);
        Assert.Equal(2, (await MakeAsync(desk, action, (School, "实验小学"), ("3203810002", "城东小学"))).Value);
        Assert.Equal(1, (await MakeAsync(desk, action, (School, "实验小学"), ("3203810003", "城西小学"))).Value);

        var plans = await UnderAsync(desk, action);

        Assert.Equal(3, plans.Count);
        var mine = plans[School];
        Assert.Equal((PlanState.Draft, 1, "实验小学：一校一案提质"), (mine.Newest.State, mine.Newest.Version, mine.Newest.Title));
        Assert.Null(mine.InForce);
        Assert.Equal(2, mine.Tasks.All);
        await using var db = desk.Database.Open();
        var copied = await db.Set<PlanItem>().Where(i => i.Plan == mine.Newest.Id).OrderBy(i => i.Title).ToListAsync(Stop);
        Assert.Equal(["修订课程方案", "听课全覆盖", "教学"], copied.Select(i => i.Title).Order(StringComparer.Ordinal));
        Assert.All(copied, i => Assert.Equal("实验小学", i.Lead));
        Assert.Equal(copied.Single(i => i.Title == "教学").Id, copied.Single(i => i.Title == "听课全覆盖").Parent);
        var actions = await desk.WithAsync((ReadSchoolPlans use) => use.ActionsAsync(PlanDesk.County, desk.Plan, Stop));
        Assert.Equal((3, 0, 0), (actions[0].Plans, actions[0].Approved, actions[0].Submitted));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_schools_plan_is_handed_in_returned_with_a_reason_and_approved(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var action = await PatternAsync(desk);
        await MakeAsync(desk, action, (School, "实验小学"));
        var plan = (await UnderAsync(desk, action))[School].Newest;
        var task = await TaskOfAsync(desk, plan.Id);
        Assert.Equal("XH5207", (await desk.HandInAsync(task.Id)).Failure!.Code);
        Assert.Equal("XH5253", (await ReviewAsync(desk, plan, PlanState.Approved)).Failure!.Code);

        plan = (await ReviewAsync(desk, plan, PlanState.Submitted)).Value;
        Assert.Equal("XH5209", (await RenameAsync(desk, task)).Failure!.Code);
        Assert.Equal("XH5252", (await ReviewAsync(desk, plan, PlanState.Returned, " ")).Failure!.Code);
        plan = (await ReviewAsync(desk, plan, PlanState.Returned, "目标不具体")).Value;
        Assert.True((await RenameAsync(desk, task)).Succeeded);
        plan = (await ReviewAsync(desk, plan, PlanState.Submitted)).Value;
        plan = (await ReviewAsync(desk, plan, PlanState.Approved)).Value;

        Assert.Equal("XH5210", (await RenameAsync(desk, await desk.ItemAsync(task.Id))).Failure!.Code);
        Assert.True((await desk.HandInAsync(task.Id)).Succeeded);
        var reviews = await desk.WithAsync((ReadSchoolPlans use) => use.ReviewsAsync(PlanDesk.County, plan.Id, Stop));
        Assert.Equal(4, reviews.Count);
        Assert.Equal("目标不具体", reviews.Single(r => r.State == PlanState.Returned).Reason);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_approved_version_stays_in_force_until_the_new_one_is_approved_and_its_work_goes_on(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var action = await PatternAsync(desk);
        await MakeAsync(desk, action, (School, "实验小学"));
        var first = (await UnderAsync(desk, action))[School].Newest;
        first = (await ReviewAsync(desk, first, PlanState.Submitted)).Value;
        first = (await ReviewAsync(desk, first, PlanState.Approved)).Value;
        var task = await TaskOfAsync(desk, first.Id);
        await desk.HandInAsync(task.Id, "第一稿", new EvidenceFile("方案.docx", [1]));

        var second = (await VersionAsync(desk, first.Id)).Value;
        Assert.Equal("XH5256", (await VersionAsync(desk, first.Id)).Failure!.Code);
        Assert.Equal("XH5255", (await VersionAsync(desk, second.Id)).Failure!.Code);
        var copy = await TaskOfAsync(desk, second.Id);
        await desk.WithAsync((ChangeItem use) => use.RunAsync(
            new ChangeItemCommand(PlanDesk.County, copy.Id, copy.Edit, ItemFields.Of(copy) with { Due = new DateOnly(2027, 3, 1) }, PlanDesk.Me), Stop));
        var both = (await UnderAsync(desk, action))[School];
        Assert.Equal((2, 1, 1), (both.Newest.Version, both.InForce!.Version, both.Tasks.Submitted));

        // Work goes on in the version in force while the new one is on its way.
        Assert.Single((await desk.AcceptAsync(task.Id)).Value.Done);
        second = (await ReviewAsync(desk, second, PlanState.Submitted)).Value;
        second = (await ReviewAsync(desk, second, PlanState.Approved)).Value;

        var after = (await UnderAsync(desk, action))[School];
        Assert.Equal((second.Id, second.Id, 1), (after.Newest.Id, after.InForce!.Id, after.Tasks.Accepted));
        var done = await desk.TaskAsync(copy.Id);
        Assert.Equal((TaskState.Accepted, "方案.docx", EvidenceState.Accepted), (done.Item.State, done.Evidence.Single().FileName, done.Evidence.Single().State));
        Assert.Equal(3, done.Events.Count);
        await using var db = desk.Database.Open();
        Assert.Equal(PlanState.Superseded, (await db.Set<Plan>().SingleAsync(p => p.Id == first.Id, Stop)).State);
        Assert.Equal("XH5208", (await RenameAsync(desk, await desk.ItemAsync(task.Id))).Failure!.Code);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_last_day_the_new_version_moves_is_on_record_with_both_days(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var action = await PatternAsync(desk);
        await MakeAsync(desk, action, (School, "实验小学"));
        var first = (await UnderAsync(desk, action))[School].Newest;
        first = (await ReviewAsync(desk, (await ReviewAsync(desk, first, PlanState.Submitted)).Value, PlanState.Approved)).Value;
        var second = (await VersionAsync(desk, first.Id)).Value;
        var copy = await TaskOfAsync(desk, second.Id);
        await desk.WithAsync((ChangeItem use) => use.RunAsync(
            new ChangeItemCommand(PlanDesk.County, copy.Id, copy.Edit, ItemFields.Of(copy) with { Due = new DateOnly(2027, 3, 1) }, PlanDesk.Me), Stop));
        desk.Clock.Pass(TimeSpan.FromHours(1));
        await ReviewAsync(desk, (await ReviewAsync(desk, second, PlanState.Submitted)).Value, PlanState.Approved);
        var moved = (await desk.TaskAsync(copy.Id)).Events[0];
        Assert.Equal((TaskEventKind.Extended, new DateOnly(2026, 12, 31), new DateOnly(2027, 3, 1)), (moved.Kind, moved.FromDue!.Value, moved.ToDue!.Value));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task However_many_make_them_at_once_a_school_has_one_plan_and_one_new_version(DatabaseKind kind)
    {
        await using var desk = await PlanDesk.OpenAsync(kind);
        var action = await PatternAsync(desk);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => MakeAsync(desk, action, (School, "实验小学")))));
        var plan = (await UnderAsync(desk, action))[School].Newest;
        plan = (await ReviewAsync(desk, (await ReviewAsync(desk, plan, PlanState.Submitted)).Value, PlanState.Approved)).Value;
        var made = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => VersionAsync(desk, plan.Id))));
        Assert.Single(made, m => m.Succeeded);
        await using var db = desk.Database.Open();
        Assert.Equal(2, await db.Set<Plan>().CountAsync(p => p.School == School, Stop));
    }

    [Fact]
    public async Task Schools_have_plans_only_under_an_action_of_a_county_plan_in_force()
    {
        await using var desk = await PlanDesk.OpenAsync(DatabaseKind.Sqlite, PlanState.Draft);
        var action = await PatternAsync(desk);
        Assert.Equal("XH5251", (await MakeAsync(desk, action, (School, "实验小学"))).Failure!.Code);
        var goal = await desk.AddAsync(PlanItemKind.Goal, "目标");
        Assert.Equal("XH5250", (await MakeAsync(desk, goal.Id, (School, "实验小学"))).Failure!.Code);
    }

    private static async Task<Guid> PatternAsync(PlanDesk desk)
    {
        var action = await desk.AddAsync(PlanItemKind.Action, "一校一案提质");
        await desk.AddAsync(PlanItemKind.Task, "修订课程方案", action.Id, new DateOnly(2026, 12, 31));
        var teaching = await desk.AddAsync(PlanItemKind.Action, "教学", action.Id);
        await desk.AddAsync(PlanItemKind.Task, "听课全覆盖", teaching.Id);
        return action.Id;
    }

    private static Task<Outcome<int>> MakeAsync(PlanDesk desk, Guid action, params (string, string)[] schools) =>
        desk.WithAsync((MakeSchoolPlans use) => use.RunAsync(new MakeSchoolPlansCommand(PlanDesk.County, action, schools, PlanDesk.Me), Stop));

    private static Task<IReadOnlyDictionary<string, SchoolPlan>> UnderAsync(PlanDesk desk, Guid action) =>
        desk.WithAsync((ReadSchoolPlans use) => use.UnderAsync(PlanDesk.County, action, Stop));

    private static Task<Outcome<Plan>> VersionAsync(PlanDesk desk, Guid plan) => desk.WithAsync((NewVersion use) => use.RunAsync(PlanDesk.County, plan, "李校长", Stop));

    private static Task<Outcome<Plan>> ReviewAsync(PlanDesk desk, Plan plan, PlanState to, string? reason = null) => desk.WithAsync((ReviewSchoolPlan use) =>
    {
        var command = new ReviewCommand(PlanDesk.County, plan.Id, plan.Edit, reason, PlanDesk.Me);
        return to switch
        {
            PlanState.Submitted => use.SubmitAsync(command, Stop),
            PlanState.Returned => use.ReturnAsync(command, Stop),
            _ => use.ApproveAsync(command, Stop),
        };
    });

    private static async Task<PlanItem> TaskOfAsync(PlanDesk desk, Guid plan)
    {
        await using var db = desk.Database.Open();
        return await db.Set<PlanItem>().AsNoTracking().SingleAsync(i => i.Plan == plan && i.Title == "修订课程方案", Stop);
    }

    private static Task<Outcome<PlanItem>> RenameAsync(PlanDesk desk, PlanItem item) =>
        desk.WithAsync((ChangeItem use) => use.RunAsync(new ChangeItemCommand(PlanDesk.County, item.Id, item.Edit, ItemFields.Of(item) with { Detail = "说明" }, PlanDesk.Me), Stop));
}
