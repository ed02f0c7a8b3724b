using Xueheng.Engines.Groups;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Tests.Groups;

public sealed class FormGroupsTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public void The_parting_is_the_best_of_all_there_are(int seed)
    {
        var problem = SmallGroups.Random(seed);
        var all = SmallGroups.Partings(problem).ToList();
        var answer = Form(problem);
        if (all.Count == 0)
        {
            Assert.Equal(GroupStatus.Infeasible, answer.Status);
            return;
        }

        Assert.Equal(GroupStatus.Optimal, answer.Status);
        Assert.True(SmallGroups.Holds(problem, answer.Leader!));
        var (least, grain) = (all.Min(p => FormGroups.UnlikenessOf(problem, p)), FormGroups.Grain * RangeOf(problem));
        Assert.InRange(answer.Unlikeness, least - 1e-9, least + grain + 1e-5);
        Assert.True(answer.UnlikenessBound <= least + 1e-9);
        var nearest = all.Where(p => FormGroups.UnlikenessOf(problem, p) <= answer.Unlikeness + 1e-9).Min(p => FormGroups.KilometresOf(problem, p));
        Assert.InRange(answer.Kilometres, answer.KilometresBound - 1e-3, nearest + (0.001 * problem.Schools.Count));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_longer_reach_a_larger_group_and_a_smaller_least_never_make_groups_less_alike(int seed)
    {
        var strict = SmallGroups.Random(seed, least: 2, most: 3, reach: 5);
        var answer = Form(strict);
        if (answer.Leader is null)
        {
            return;
        }

        var grain = (FormGroups.Grain * RangeOf(strict)) + 1e-5;
        Assert.All(
            [strict with { Reach = 20 }, strict with { Most = 7 }, strict with { Least = 1 }],
            relaxed => Assert.InRange(Form(relaxed).Unlikeness, 0, answer.Unlikeness + grain));
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Schools_that_stay_together_are_led_by_one(int seed)
    {
        var problem = SmallGroups.Random(seed, least: 1, most: 7, reach: 20);
        var last = problem.Schools.Count - 1;
        var answer = Form(problem with { Together = [(last, last - 1)] });
        Assert.Equal(answer.Leader![last - 1], answer.Leader[last]);
        Assert.InRange(Form(problem).Unlikeness, 0, answer.Unlikeness + (FormGroups.Grain * RangeOf(problem)) + 1e-5);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Groups_alike_enough_are_the_nearest_of_those(int seed)
    {
        var problem = SmallGroups.Random(seed, least: 1, most: 7, reach: 20) with { Alike = 0.15 };
        var enough = SmallGroups.Partings(problem).Where(p => FormGroups.UnlikenessOf(problem, p) <= 0.15 - 1e-6).ToList();
        var answer = Form(problem);
        Assert.Equal(GroupStatus.Optimal, answer.Status);
        if (enough.Count > 0)
        {
            Assert.InRange(answer.Unlikeness, 0, 0.15 + 1e-5);
            Assert.InRange(answer.Kilometres, 0, enough.Min(p => FormGroups.KilometresOf(problem, p)) + (0.001 * problem.Schools.Count));
        }
    }

    [Fact]
    public void A_limit_of_work_gives_the_same_answer_twice()
    {
        var problem = SmallGroups.Random(7) with { Reach = 20 };
        var answers = Enumerable.Range(0, 2).Select(_ => Form(problem, new Budget(null, Work: 2000, Seed: 3))).ToList();
        Assert.Equal(answers[0].Leader, answers[1].Leader);
        Assert.Equal(answers[0].UnlikenessBound, answers[1].UnlikenessBound);
    }

    [Fact]
    public void What_cannot_be_is_said_of_the_school_before_solving()
    {
        var problem = SmallGroups.Random(3) with { Reach = 0 };
        var answer = Form(problem);
        Assert.Equal(GroupStatus.Infeasible, answer.Status);
        Assert.All(answer.Faults, fault => Assert.Equal((GroupFaultKind.OutOfReach, true), (fault.Kind, fault.Kilometres > 0)));
        Assert.Equal(problem.Schools.Count(s => !s.Strong), answer.Faults.Count);
        var enough = problem with { Reach = answer.Faults.Max(f => f.Kilometres!.Value), Least = 1, Most = 9 };
        Assert.Empty(CheckGroups.Run(enough));

        var weak = problem with { Schools = [.. problem.Schools.Select(s => s with { Strong = false })] };
        Assert.Equal(GroupFaultKind.NoneStrong, Assert.Single(CheckGroups.Run(weak)).Kind);
        var crowded = problem with { Reach = 99, Least = 1, Most = 1 };
        Assert.Equal(GroupFaultKind.TooFewStrong, Assert.Single(CheckGroups.Run(crowded)).Kind);
        Assert.Equal(GroupFaultKind.TooFewSchools, Assert.Single(CheckGroups.Run(problem with { Least = 99, Most = 99 })).Kind);
        Assert.Throws<ArgumentException>(() => CheckGroups.Run(problem with { Least = 0 }));
    }

    [Fact]
    public void A_search_that_is_stopped_says_what_it_has()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var answer = FormGroups.Run(SmallGroups.Random(5) with { Reach = 20, Least = 1, Most = 7 }, new Budget(TimeSpan.FromSeconds(5)), stopped.Token);
        Assert.Contains(answer.Status, (GroupStatus[])[GroupStatus.Unknown, GroupStatus.Feasible, GroupStatus.Optimal]);
        Assert.True(answer.Leader is null || answer.Unlikeness >= answer.UnlikenessBound - 1e-9);
    }

    private static GroupAnswer Form(GroupProblem problem, Budget? budget = null) => FormGroups.Run(problem, budget ?? new Budget(null), TestContext.Current.CancellationToken);

    private static double RangeOf(GroupProblem problem) => problem.Schools.Max(s => s.Strength) - problem.Schools.Min(s => s.Strength);
}
