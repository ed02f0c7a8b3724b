using Xueheng.Engines.Balance;
using Xueheng.Engines.LeastChange;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Tests.LeastChange;

public sealed class SolveLeastChangeTests
{
    private static readonly double[] Limits = [0.6, 0.35, 0.2, 0.1];

    [Fact]
    public void The_optimum_is_what_trying_everything_finds()
    {
        var (coupled, infeasible) = (0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = new RandomCounty(seed, schools: 2, most: seed % 3 == 0 ? 1 : 3, Limits[seed % 4], meet: 2 + (seed % 2)).Problem;
            var answer = Solve(problem);
            var least = TryEverything(problem);
            if (least is null)
            {
                infeasible++;
                Assert.Equal(LeastChangeStatus.Infeasible, answer.Status);
                Assert.NotEmpty(answer.Conflict);
                continue;
            }

            Assert.Equal((LeastChangeStatus.Optimal, least, least, true), (answer.Status, answer.Cost, answer.Bound, problem.Holds(answer.Steps!)));
            coupled += answer.Rounds > 1 ? 1 : 0;
        }

        Assert.True(coupled > 15 && infeasible is > 5 and < 30, $"{coupled} {infeasible}");
    }

    [Fact]
    public void Of_a_composite_the_answer_fulfils_it_and_the_bound_is_not_above_the_optimum()
    {
        for (var seed = 0; seed < 16; seed++)
        {
            var problem = new RandomCounty(seed, schools: 2, most: 2, Limits[seed % 3], composite: true).Problem;
            var answer = Solve(problem);
            var least = TryEverything(problem);
            if (answer.Steps is { } steps)
            {
                Assert.True(problem.Holds(steps));
                Assert.True(answer.Bound <= least && least <= answer.Cost);
            }
            else
            {
                Assert.Null(least);
            }
        }
    }

    [Fact]
    public void More_kinds_of_steps_higher_limits_a_looser_disparity_and_a_lower_threshold_never_cost_more()
    {
        var cheaper = new int[4];
        for (var seed = 0; seed < 25; seed++)
        {
            var problem = new RandomCounty(seed, schools: 4, most: 2 + (seed % 2), limit: 0.35).Problem;
            LeastChangeProblem[] looser =
            [
                WithAnother(problem, seed % 3),
                problem with { Steps = [.. problem.Steps.Select(s => s with { Most = s.Most + 2 })] },
                problem with { Requirements = [.. problem.Requirements.Select(r => r is DisparityRequirement d ? d with { Limit = 0.4m } : r)] },
                problem with { Requirements = [.. problem.Requirements.Select(r => r is CountRequirement c ? c with { Items = [.. c.Items.Select(i => i with { Meets = i.Meets * Fraction.Of(9, 10), Floor = i.Floor * Fraction.Of(9, 10) })] } : r)] },
            ];
            var cost = Solve(problem).Cost ?? decimal.MaxValue;
            for (var i = 0; i < looser.Length; i++)
            {
                var relaxed = Solve(looser[i]);
                Assert.True(relaxed.Status is LeastChangeStatus.Optimal or LeastChangeStatus.Infeasible);
                Assert.True((relaxed.Cost ?? decimal.MaxValue) <= cost, $"{seed} {i}");
                cheaper[i] += relaxed.Cost < cost ? 1 : 0;
            }
        }

        Assert.All(cheaper, times => Assert.True(times > 0));
    }

    [Fact]
    public void Every_requirement_is_one_that_breaking_it_would_pay()
    {
        Type[] kinds = [typeof(CountRequirement), typeof(DisparityRequirement)];
        var paid = new int[kinds.Length];
        for (var seed = 0; seed < 12; seed++)
        {
            var problem = new RandomCounty(seed, schools: 4, most: 6, limit: 0.4).Problem;
            var cost = Solve(problem).Cost;
            for (var k = 0; k < kinds.Length; k++)
            {
                paid[k] += Solve(problem with { Requirements = [.. problem.Requirements.Where(r => r.GetType() != kinds[k])] }).Cost < cost ? 1 : 0;
            }
        }

        Assert.All(paid, times => Assert.True(times > 2));
    }

    [Fact]
    public void The_same_work_and_seed_give_the_same_answer()
    {
        var problem = new RandomCounty(5, schools: 12, most: 30, limit: 0.12).Problem;
        var answers = new[] { 1, 2 }.Select(_ => SolveLeastChange.Run(problem, new Budget(null, Work: 300), null, TestContext.Current.CancellationToken)).ToList();
        Assert.Equal(answers[0].Steps, answers[1].Steps);
        Assert.Equal((answers[0].Bound, answers[0].Rounds, answers[0].Status), (answers[1].Bound, answers[1].Rounds, answers[1].Status));
    }

    [Fact]
    public void Gains_with_endless_fractions_are_reached_exactly_and_not_a_hair_before()
    {
        // 7 steps of 1/7 and 1/9999991 each: one whole only with the last of both.
        var quantity = new Affine(0, [new(0, Fraction.Of(1, 7)), new(1, Fraction.Of(1, 9999991)), new(2, Fraction.Of(1, 999999937))]);
        var problem = new LeastChangeProblem([new(1, 6), new(1, 10), new(1, 10)], [new BoundRequirement(quantity, Fraction.Of(6, 7) + Fraction.Of(3, 9999991) + Fraction.Of(1, 999999937))]);
        var answer = Solve(problem);
        Assert.Equal((LeastChangeStatus.Optimal, 10m, true), (answer.Status, answer.Cost, problem.Holds(answer.Steps!)));
        Assert.False(problem.Holds([6, 3, 0]));
    }

    [Fact]
    public void What_cannot_be_done_within_limits_says_which_limits_to_raise_at_least_cost()
    {
        // Two rooms lack, one may be built; a dearer kind of room may not be built at all.
        var rooms = new Affine(1, [new(0, 1), new(1, 1)]);
        var problem = new LeastChangeProblem([new(5, 1), new(8, 0), new(1, 3)], [new BoundRequirement(rooms, 3), new BoundRequirement(new Affine(0, [new(2, 1)]), 1)]);
        Assert.Equal(LeastChangeStatus.Infeasible, Solve(problem).Status);
        Assert.Equal([0], Solve(problem).Conflict);

        var relaxed = RelaxLimits.Run(problem, new Budget(null, Work: 60_000), null, TestContext.Current.CancellationToken);
        Assert.Equal([(0, 1)], relaxed.Beyond);
        Assert.Equal([2, 0, 1], relaxed.Answer.Steps);
        Assert.Equal(11m, relaxed.Answer.Cost);
    }

    [Fact]
    public void Stopping_returns_the_best_so_far_with_its_bound()
    {
        using var source = new CancellationTokenSource();
        var problem = new RandomCounty(7, schools: 40, most: 60, limit: 0.3).Problem;
        var answer = SolveLeastChange.Run(problem, new Budget(null, Work: 600_000), new StopAfter(source, 2), source.Token);
        Assert.Equal(LeastChangeStatus.Feasible, answer.Status);
        Assert.True(problem.Holds(answer.Steps!));
        Assert.InRange(answer.Bound, 1m, answer.Cost!.Value);
    }

    private static LeastChangeProblem WithAnother(LeastChangeProblem problem, int twin)
    {
        var index = problem.Steps.Count;
        var twins = new Dictionary<int, int> { [twin] = index };
        return new LeastChangeProblem([.. problem.Steps, new(problem.Steps[twin].Cost / 2, 3)], [.. problem.Requirements.Select(r => r.Widened(twins))]);
    }

    private static LeastChangeAnswer Solve(LeastChangeProblem problem) =>
        SolveLeastChange.Run(problem, new Budget(null, Work: 60_000), null, TestContext.Current.CancellationToken);

    private static decimal? TryEverything(LeastChangeProblem problem)
    {
        var steps = new int[problem.Steps.Count];
        decimal? least = null;
        while (true)
        {
            if ((least is null || problem.CostOf(steps) < least) && problem.Holds(steps))
            {
                least = problem.CostOf(steps);
            }

            var at = 0;
            while (at < steps.Length && steps[at] == problem.Steps[at].Most)
            {
                steps[at++] = 0;
            }

            if (at == steps.Length)
            {
                return least;
            }

            steps[at]++;
        }
    }

    private sealed class StopAfter(CancellationTokenSource source, int rounds) : IProgress<LeastChangeProgress>
    {
        public void Report(LeastChangeProgress value)
        {
            if (value.Rounds >= rounds && value.Cost is not null)
            {
                source.Cancel();
            }
        }
    }
}
