using Xueheng.Engines.Text;
using Xueheng.Plans;
using Xueheng.Plans.Targets;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Plans.Confirming;

/// <summary>Progress is added up over goals and actions; reported figures are held against the census of their time.</summary>
public sealed class ProgressTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Goals_add_up_the_targets_and_tasks_under_them_and_unknown_is_not_reached(DatabaseKind kind)
    {
        await using var desk = await ConfirmDesk.OpenAsync(kind);
        await desk.PublishAsync(2024, 1, 86, backbone: 30);
        var goal = Item(desk, PlanItemKind.Goal, null);
        var action = Item(desk, PlanItemKind.Action, goal.Id);
        await desk.KeepAsync(
            goal, action, Task(desk, goal, TaskState.Accepted), Task(desk, action, TaskState.Accepted), Task(desk, action, TaskState.Submitted),
            Target(desk, goal, ConfirmDesk.Universal, Comparison.AtLeast, 90, "%"),
            Target(desk, action, "fact:teachers.backbone", Comparison.AtLeast, 30, "名"),
            Target(desk, action, "fact:pupils@senior", Comparison.AtMost, 1000, "人"),
            Target(desk, action, "fact:pupils", Comparison.AtLeast, 90, "%"));
        var promise = desk.Commitment(0, "建立台账", state: CommitmentState.Accepted);
        promise.Item = action.Id;
        await desk.KeepAsync(promise);

        var progress = (await desk.DoAsync((PlanProgress p) => p.RunAsync(ConfirmDesk.County, 2024, desk.Plan, Stop)))!;

        var top = Assert.Single(progress.Branches);
        Assert.Equal(new TargetCount(Reached: 1, OnPath: 0, Behind: 1, Unknown: 2), top.Targets);
        Assert.Equal((3, 2, 1), (top.Branch.Total.All, top.Branch.Total.Accepted, top.Promises));
        Assert.Equal(new TargetCount(Reached: 1, OnPath: 0, Behind: 0, Unknown: 2), Assert.Single(top.Under).Targets);
        Assert.All(progress.Targets.Where(t => t.State == TargetState.Unknown), t => Assert.NotNull(t.Reason));

        var before = (await desk.DoAsync((PlanProgress p) => p.RunAsync(ConfirmDesk.County, 2020, desk.Plan, Stop)))!;
        Assert.Equal(new TargetCount(0, 0, 0, Unknown: 4), before.Branches[0].Targets);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_reported_figure_that_the_census_does_not_say_is_a_finding_with_both(DatabaseKind kind)
    {
        await using var desk = await ConfirmDesk.OpenAsync(kind);
        await desk.PublishAsync(2020, 1, 80);
        await desk.PublishAsync(2022, 2, 86.4);
        Commitment Said(int order, decimal value, string? deadline) => desk.Commitment(
            order, "普惠率", Comparison.Equal, value, "%", deadline, ConfirmDesk.Universal, CommitmentKind.Achieved, CommitmentState.Accepted);
        await desk.KeepAsync(Said(0, 86, null), Said(1, 86, "2020"), Said(2, 80, "2020-12"), Said(3, 90, "2023"));

        var plan = (await desk.AllAsync<Plan>()).Single();
        var compared = await desk.DoAsync((CompareAchieved c) => c.RunAsync(ConfirmDesk.County, 2024, plan, Stop));

        Assert.Equal([AchievedVerdict.Agrees, AchievedVerdict.Differs, AchievedVerdict.Agrees, AchievedVerdict.Unknown], compared.Select(c => c.Verdict));
        Assert.Equal((86m, 80.0, 2020), (compared[1].Commitment.Value!.Value, compared[1].Reading!.Value!.Value, compared[1].Period));
        Assert.Contains("2023", compared[3].Reason, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_figure_opens_to_the_facts_of_the_schools_it_was_made_of(DatabaseKind kind)
    {
        await using var desk = await ConfirmDesk.OpenAsync(kind);
        var revision = await desk.PublishAsync(2024, 1, 86, backbone: 30);
        async Task<List<(string, string, decimal?)>> RowsAsync(string metric) =>
            [.. (await desk.DoAsync((MetricRows r) => r.RunAsync(revision, Metric.Parse(metric)!, Stop))).Select(r => (r.School.School, r.Fact.Id, r.Value.Value))];

        Assert.Equal([("1199000001", "teachers.backbone", 30m), ("1199000002", "teachers.backbone", 0m)], await RowsAsync("fact:teachers.backbone"));
        Assert.Equal([("1199000001", "pupils", 86m), ("1199000002", "pupils", 14m)], await RowsAsync(ConfirmDesk.Universal));
        Assert.Empty(await RowsAsync("fact:teachers.backbone@primary"));
    }

    private static PlanItem Item(ConfirmDesk desk, PlanItemKind kind, Guid? parent, TaskState state = TaskState.Open) => new()
    {
        County = ConfirmDesk.County,
        Id = Guid.CreateVersion7(),
        Plan = desk.Plan,
        Parent = parent,
        Kind = kind,
        Title = "聚焦均衡发展",
        State = state,
        EditedBy = ConfirmDesk.By,
        EditedAt = DateTimeOffset.UnixEpoch,
    };

    private static PlanItem Task(ConfirmDesk desk, PlanItem under, TaskState state) => Item(desk, PlanItemKind.Task, under.Id, state);

    private static Target Target(ConfirmDesk desk, PlanItem under, string metric, Comparison comparison, decimal value, string unit) => new()
    {
        County = ConfirmDesk.County,
        Id = Guid.CreateVersion7(),
        Plan = desk.Plan,
        Item = under.Id,
        Title = metric,
        Metric = Metric.Parse(metric)!,
        Comparison = comparison,
        Value = value,
        Unit = unit,
        Due = new DateOnly(2024, 12, 31),
        Path = [new PathStep { Period = 2024, Value = value }],
        EditedBy = ConfirmDesk.By,
        EditedAt = DateTimeOffset.UnixEpoch,
    };
}
