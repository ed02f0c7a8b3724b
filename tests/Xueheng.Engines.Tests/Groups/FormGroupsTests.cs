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
    public void What_a_person_decides_and_what_is_to_stay_is_kept_and_the_parting_is_the_best_of_those_left(int seed)
    {
        var problem = SmallGroups.Decided(seed);
        var all = SmallGroups.Partings(problem).ToList();
        var answer = Form(problem);
        Assert.Equal(all.Count == 0 ? GroupStatus.Infeasible : GroupStatus.Optimal, answer.Status);
        if (all.Count > 0)
        {
            Assert.True(SmallGroups.Holds(problem, answer.Leader!));
            Assert.InRange(answer.Unlikeness, 0, all.Min(p => FormGroups.UnlikenessOf(problem, p)) + (FormGroups.Grain * RangeOf(problem)) + 1e-5);
            Assert.InRange(FormGroups.ChangesOf(problem, answer.Leader!), 0, problem.MostChanges ?? problem.Schools.Count);
        }
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Where_there_are_no_groups_each_rule_is_eased_just_so_far_that_there_are(int seed)
    {
        GroupProblem[] tight = [SmallGroups.Random(seed, least: 3, most: 3, reach: 4), SmallGroups.Decided(seed) with { Reach = 2, Most = 3, Least = 2 }];
        foreach (var problem in tight.Where(p => !SmallGroups.Partings(p).Any()))
        {
            var next = Enumerable.Range(0, problem.Schools.Count).Where(i => !problem.Schools[i].Strong).ToList();
            var easings = EaseGroups.Run(problem, next, new Budget(null), TestContext.Current.CancellationToken);
            foreach (var rule in Enum.GetValues<GroupRule>())
            {
                var numbers = Numbers(problem, rule, next.Count).Where(n => SmallGroups.Partings(Eased(problem, rule, n, next)).Any()).ToList();
                Assert.Equal(numbers.Count == 0 ? null : numbers[0], easings.SingleOrDefault(e => e.Rule == rule)?.Number);
            }
        }
    }

    /// <summary>What a rule may be eased to, the least easing first.</summary>
    private static IEnumerable<double> Numbers(GroupProblem problem, GroupRule rule, int next) => rule switch
    {
        GroupRule.Reach => problem.Kilometres.SelectMany(k => k).Where(k => k > problem.Reach).Order(),
        GroupRule.Most => Enumerable.Range(problem.Most + 1, 9).Select(n => (double)n),
        GroupRule.Least => Enumerable.Range(1, problem.Least - 1).Reverse().Select(n => (double)n),
        GroupRule.Strong => Enumerable.Range(1, next).Select(n => (double)n),
        GroupRule.Changes => problem.MostChanges is { } most ? Enumerable.Range(most + 1, 9).Select(n => (double)n) : [],
        _ => problem.Pins.Count + problem.Forbidden.Count > 0 ? [0] : [],
    };

    private static GroupProblem Eased(GroupProblem problem, GroupRule rule, double number, List<int> next) => rule switch
    {
        GroupRule.Reach => problem with { Reach = number },
        GroupRule.Most => problem with { Most = (int)number },
        GroupRule.Least => problem with { Least = (int)number },
        GroupRule.Strong => problem with { Schools = [.. problem.Schools.Select((s, i) => next.Take((int)number).Contains(i) ? s with { Strong = true } : s)] },
        GroupRule.Changes => problem with { MostChanges = (int)number },
        _ => problem with { Pins = [], Forbidden = [] },
    };

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
