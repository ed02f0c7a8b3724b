using Xueheng.Engines.Rotation;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Tests.Rotation;

/// <summary>From an answer to the answer of a slightly other question.</summary>
public sealed class ResolveTests
{
    private static readonly Budget Work = new(null, 20_000);

    [Fact]
    public void Solving_again_from_the_old_answer_after_a_pin_gives_the_least_answer_too()
    {
        var tried = 0;
        for (var seed = 0; seed < 250; seed++)
        {
            var (problem, rules, _) = SmallCounty.Draw(seed);
            var answer = Solve(problem, rules, RotationPins.None);
            if (answer.Status != RotationStatus.Solved || answer.Moves.Count == 0)
            {
                continue;
            }

            tried++;
            var pins = Pinned(answer, seed);
            var least = SmallCounty.Least(problem, rules, pins);
            var again = Solve(problem, rules, pins, answer);
            Assert.True(again.Status == (least is null ? RotationStatus.Infeasible : RotationStatus.Solved), $"Seed {seed}: {again.Status}.");
            if (least is not null)
            {
                Assert.True(least.SequenceEqual(again.Levels.Select(l => l.Value)), $"Seed {seed}: {string.Join(' ', least)} but {string.Join(' ', again.Levels)}.");
                Assert.True(again.Levels.All(l => l.Bound <= l.Value && l.Value - l.Bound <= Math.Max(30, l.Value / 100)), $"Seed {seed}: {string.Join(' ', again.Levels)}.");
                Assert.Empty(EvaluateRotation.Run(problem, rules, pins, again.Moves).Broken);
            }
        }

        Assert.True(tried > 40, $"Only {tried} counties had a move to pin.");
    }

    [Fact]
    public void Taking_a_rule_away_never_worsens_the_answer()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var (problem, rules, pins) = SmallCounty.Draw(seed);
            var with = Solve(problem, rules, pins);
            foreach (var rule in rules.Where(r => with.Status == RotationStatus.Solved && r is not VolunteersFirst))
            {
                var without = Solve(problem, [.. rules.Where(r => r != rule)], pins, with);
                Assert.Equal(RotationStatus.Solved, without.Status);
                Assert.False(SmallCounty.Before([.. with.Levels.Select(l => l.Value)], [.. without.Levels.Select(l => l.Value)]), $"Seed {seed}: worse without {rule}.");
            }
        }
    }

    [Fact]
    public void The_same_seed_and_work_give_the_same_answer()
    {
        var (problem, rules, pins) = SmallCounty.Draw(12);
        Assert.Equal(Solve(problem, rules, pins).Moves, Solve(problem, rules, pins).Moves);
    }

    private static RotationPins Pinned(RotationAnswer answer, int seed)
    {
        var move = answer.Moves[seed % answer.Moves.Count];
        return (seed % 3) switch
        {
            0 => new RotationPins { Stays = new HashSet<int> { move.Teacher } },
            1 => new RotationPins { Forbidden = new HashSet<(int, int)> { (move.Teacher, move.To) } },
            _ => new RotationPins { Goes = new Dictionary<int, int> { [move.Teacher] = move.To } },
        };
    }

    private static RotationAnswer Solve(RotationProblem problem, IReadOnlyList<RotationRule> rules, RotationPins pins, RotationAnswer? start = null) =>
        SolveRotation.Run(problem, rules, pins, Work, start, cancellation: TestContext.Current.CancellationToken);
}
