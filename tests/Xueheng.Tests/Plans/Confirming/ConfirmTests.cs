using Xueheng.Engines.Text;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Confirming;
using Xueheng.Plans.Targets;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Plans.Confirming;

/// <summary>Looking at what was found: accept, correct, split, merge, reject, add; and two people at once.</summary>
public sealed class ConfirmTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_accepted_promise_with_a_metric_becomes_a_target_with_a_yearly_path(DatabaseKind kind)
    {
        await using var desk = await ConfirmDesk.OpenAsync(kind);
        await desk.PublishAsync(2022, 1, 84);
        await desk.PublishAsync(2024, 2, 86);
        var found = desk.Commitment(0, "普惠性幼儿园在园幼儿覆盖率", Comparison.AtLeast, 90, "%", "2025");
        await desk.KeepAsync(found);

        Assert.True((await SaveAsync(desk, found, 1, CommitmentState.Accepted, CommitmentFields.Of(found) with { Metric = Metric.Parse(ConfirmDesk.Universal), Division = " 学前教育科 " })).Succeeded);

        var target = Assert.Single(await desk.AllAsync<Target>());
        Assert.Equal((found.Id, "学前教育科", new DateOnly(2025, 12, 31)), (target.Commitment!.Value, target.Division!, target.Due));
        Assert.Equal([(2022, 84m), (2023, 86m), (2024, 88m), (2025, 90m)], target.Path.Select(s => (s.Period, s.Value)));

        var progress = await desk.DoAsync((PlanProgress p) => p.RunAsync(ConfirmDesk.County, 2024, desk.Plan, Stop));
        Assert.Equal((TargetState.Behind, 86.0, 88m), (progress!.Targets[0].State, progress.Targets[0].Reading!.Value!.Value, progress.Targets[0].Expected!.Value));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_target_follows_its_commitment_and_goes_when_that_is_opened_again(DatabaseKind kind)
    {
        await using var desk = await ConfirmDesk.OpenAsync(kind);
        await desk.PublishAsync(2022, 1, 84, backbone: 20);
        var found = desk.Commitment(0, "新增名优教师", Comparison.IncreaseBy, 30, "名", "2025", metric: "fact:teachers.backbone");
        await desk.KeepAsync(found);

        await SaveAsync(desk, found, 1, CommitmentState.Accepted, null);
        Assert.Equal([20m, 30m, 40m, 50m], (await desk.AllAsync<Target>()).Single().Path.Select(s => s.Value));

        await SaveAsync(desk, found, 2, null, CommitmentFields.Of(found) with { Value = 60, Deadline = "2024" });
        Assert.Equal([20m, 50m, 80m], (await desk.AllAsync<Target>()).Single().Path.Select(s => s.Value));

        await SaveAsync(desk, found, 3, CommitmentState.Found, null);
        Assert.Empty(await desk.AllAsync<Target>());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Steps_set_by_hand_stay_while_only_the_owner_changes(DatabaseKind kind)
    {
        await using var desk = await ConfirmDesk.OpenAsync(kind);
        await desk.PublishAsync(2022, 1, 84);
        var found = desk.Commitment(0, "普惠率", Comparison.AtLeast, 90, "%", "2024", metric: ConfirmDesk.Universal);
        await desk.KeepAsync(found);
        await SaveAsync(desk, found, 1, CommitmentState.Accepted, null);
        var target = (await desk.AllAsync<Target>()).Single();

        var edited = await desk.DoAsync((EditTargetPath e) => e.RunAsync(
            new EditPathCommand(ConfirmDesk.County, desk.Plan, target.Id, target.Edit, [new PathStep { Period = 2024, Value = 90 }, new PathStep { Period = 2023, Value = 89 }], "王科"), Stop));
        Assert.True(edited.Succeeded, edited.Failure?.Message);
        await SaveAsync(desk, found, 2, null, CommitmentFields.Of(found) with { Head = "王科" });

        var after = (await desk.AllAsync<Target>()).Single();
        Assert.Equal("王科", after.Head);
        Assert.Equal([(2023, 89m), (2024, 90m)], after.Path.Select(s => (s.Period, s.Value)));
        Assert.Equal(Edits.StaleCode, (await desk.DoAsync((EditTargetPath e) => e.RunAsync(
            new EditPathCommand(ConfirmDesk.County, desk.Plan, target.Id, target.Edit, null, "李科"), Stop))).Failure!.Code);
        Assert.True((await desk.DoAsync((EditTargetPath e) => e.RunAsync(new EditPathCommand(ConfirmDesk.County, desk.Plan, target.Id, after.Edit, null, "李科"), Stop))).Succeeded);
        Assert.Equal([84m, 87m, 90m], (await desk.AllAsync<Target>()).Single().Path.Select(s => s.Value));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Of_two_people_at_once_one_wins_and_the_other_sees_whose_change_it_is(DatabaseKind kind)
    {
        await using var desk = await ConfirmDesk.OpenAsync(kind);
        var found = desk.Commitment(0, "普惠率", Comparison.AtLeast, 90, "%", "2024");
        await desk.KeepAsync(found);

        var both = await Task.WhenAll(new[] { ("张三", 85m), ("李四", 95m) }.Select(who => Task.Run(() =>
            SaveAsync(desk, found, 1, CommitmentState.Accepted, CommitmentFields.Of(found) with { Value = who.Item2 }, who.Item1), Stop)));

        var won = Assert.Single(both, o => o.Succeeded).Value;
        var lost = Assert.Single(both, o => !o.Succeeded).Failure!;
        Assert.Equal(Edits.StaleCode, lost.Code);
        Assert.Contains(won.EditedBy, lost.Message, StringComparison.Ordinal);
        var kept = (await desk.AllAsync<Commitment>()).Single();
        Assert.Equal((won.Value, won.EditedBy, 2), (kept.Value, kept.EditedBy, kept.Edit));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Accepting_all_shown_leaves_what_somebody_changed_meanwhile(DatabaseKind kind)
    {
        await using var desk = await ConfirmDesk.OpenAsync(kind);
        Commitment[] found = [.. Enumerable.Range(0, 3).Select(i => desk.Commitment(i, $"承诺{i}"))];
        await desk.KeepAsync([.. found]);
        await SaveAsync(desk, found[1], 1, CommitmentState.Rejected, null, "张三");

        var done = await desk.DoAsync((AcceptCommitments a) => a.RunAsync(
            new AcceptCommand(ConfirmDesk.County, desk.Plan, [.. found.Select(f => (f.Id, 1))], ConfirmDesk.By), Stop));

        Assert.Equal((2, found[1].Id), (done.Value.Accepted, Assert.Single(done.Value.Changed)));
        Assert.Equal([CommitmentState.Accepted, CommitmentState.Rejected, CommitmentState.Accepted], (await ListAsync(desk)).Select(c => c.State));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_split_commitment_stands_twice_and_a_merged_pair_once(DatabaseKind kind)
    {
        await using var desk = await ConfirmDesk.OpenAsync(kind);
        Commitment[] found = [desk.Commitment(0, "甲", Comparison.Equal, 26, "所"), desk.Commitment(1, "乙")];
        await desk.KeepAsync([.. found]);

        var split = await desk.DoAsync((SplitCommitment s) => s.RunAsync(new SplitCommand(ConfirmDesk.County, desk.Plan, found[0].Id, 1, ConfirmDesk.By), Stop));
        Assert.True(split.Succeeded, split.Failure?.Message);
        Assert.Equal(["甲", "甲", "乙"], (await ListAsync(desk)).Select(c => c.Subject));
        Assert.Equal([0, 1, 2], (await ListAsync(desk)).Select(c => c.Order));
        Assert.Equal(Edits.StaleCode, (await desk.DoAsync((SplitCommitment s) => s.RunAsync(new SplitCommand(ConfirmDesk.County, desk.Plan, found[0].Id, 1, ConfirmDesk.By), Stop))).Failure!.Code);
        Assert.Equal(3, (await ListAsync(desk)).Count);

        var merged = await desk.DoAsync((MergeCommitments m) => m.RunAsync(new MergeCommand(ConfirmDesk.County, desk.Plan, split.Value.Id, 1, ConfirmDesk.By), Stop));
        Assert.Equal((0, 30), (merged.Value.Start!.Value, merged.Value.End!.Value));
        Assert.Equal([CommitmentState.Found, CommitmentState.Found, CommitmentState.Rejected], (await ListAsync(desk)).Select(c => c.State));
        Assert.Equal("XH5117", (await desk.DoAsync((MergeCommitments m) => m.RunAsync(new MergeCommand(ConfirmDesk.County, desk.Plan, split.Value.Id, 2, ConfirmDesk.By), Stop))).Failure!.Code);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_added_by_hand_stands_where_its_sentence_stands(DatabaseKind kind)
    {
        await using var desk = await ConfirmDesk.OpenAsync(kind);
        await desk.KeepAsync(desk.Commitment(0, "甲"), desk.Commitment(1, "乙"));
        var fields = new CommitmentFields("丙", null, 3, null, "2025年", CommitmentKind.Promised, null, null, null, null, null);

        Assert.Equal("XH5116", (await AddAsync(fields)).Failure!.Code);
        Assert.True((await AddAsync(fields with { Deadline = "2025" })).Succeeded);
        Assert.Equal(["甲", "丙", "乙"], (await ListAsync(desk)).Select(c => c.Subject));
        Assert.Equal(Comparison.Equal, (await ListAsync(desk))[1].Comparison);

        Task<Outcome<Commitment>> AddAsync(CommitmentFields with) => desk.DoAsync((AddCommitment a) =>
            a.RunAsync(new AddCommand(ConfirmDesk.County, desk.Plan, "建成丙三个。", 12, 18, with, ConfirmDesk.By), Stop));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_plan_is_approved_only_when_everything_was_looked_at(DatabaseKind kind)
    {
        await using var desk = await ConfirmDesk.OpenAsync(kind);
        Commitment[] found = [desk.Commitment(0, "甲"), desk.Commitment(1, "乙")];
        await desk.KeepAsync([.. found]);

        var early = await ApproveAsync(1);
        Assert.Equal("XH5121", early.Failure!.Code);
        Assert.Contains("2 条", early.Failure.Message, StringComparison.Ordinal);
        await SaveAsync(desk, found[0], 1, CommitmentState.Accepted, null);
        await SaveAsync(desk, found[1], 1, CommitmentState.Rejected, null);
        Assert.Equal(Edits.StaleCode, (await ApproveAsync(7)).Failure!.Code);
        Assert.Equal(PlanState.Approved, (await ApproveAsync(1)).Value.State);
        Assert.Equal((PlanState.Approved, ConfirmDesk.By), ((await desk.AllAsync<PlanReview>()).Single().State, (await desk.AllAsync<PlanReview>()).Single().By));
        Assert.Equal("XH5119", (await ApproveAsync(2)).Failure!.Code);

        Task<Outcome<Plan>> ApproveAsync(int edit) => desk.DoAsync((ApprovePlan a) => a.RunAsync(new ApproveCommand(ConfirmDesk.County, desk.Plan, edit, ConfirmDesk.By), Stop));
    }

    private static Task<Outcome<Commitment>> SaveAsync(ConfirmDesk desk, Commitment found, int edit, CommitmentState? state, CommitmentFields? fields, string by = ConfirmDesk.By) =>
        desk.DoAsync((ConfirmCommitment c) => c.RunAsync(new ConfirmCommand(ConfirmDesk.County, desk.Plan, found.Id, edit, state, fields, by), Stop));

    private static Task<IReadOnlyList<Commitment>> ListAsync(ConfirmDesk desk) =>
        desk.DoAsync((FindCommitments f) => f.ListAsync(ConfirmDesk.County, desk.Plan, Stop));
}
