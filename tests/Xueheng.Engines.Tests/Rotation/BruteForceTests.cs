using Xueheng.Engines.Rotation;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Tests.Rotation;

public sealed class BruteForceTests
{
    private static readonly Budget Work = new(null, 20_000);

    [Fact]
    public void The_answer_is_the_least_of_all_answers_level_after_level_and_proven()
    {
        var solved = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var (problem, rules, pins) = SmallCounty.Draw(seed);
            var least = SmallCounty.Least(problem, rules, pins);
            var answer = SolveRotation.Run(problem, rules, pins, Work, cancellation: TestContext.Current.CancellationToken);
            Assert.True(answer.Status == (least is null ? RotationStatus.Infeasible : RotationStatus.Solved), $"Seed {seed}: {answer.Status}.");
            if (least is null)
            {
                continue;
            }

            solved++;
            var evaluated = EvaluateRotation.Run(problem, rules, pins, answer.Moves);
            Assert.True(evaluated.Broken.Count == 0, $"Seed {seed}: breaks {string.Join(", ", evaluated.Broken)}.");
            Assert.True(least.SequenceEqual(answer.Levels.Select(l => l.Value)), $"Seed {seed}: {string.Join(' ', least)} but {string.Join(' ', answer.Levels.Select(l => l.Value))}.");
            Assert.Equal(evaluated.Values, answer.Levels.Select(l => l.Value));
            Assert.True(answer.Levels.All(l => l.Value - l.Bound <= (l.Level == RotationLevel.Disparity ? 30 : 0)), $"Seed {seed}: {string.Join(' ', answer.Levels)}.");
        }

        Assert.True(solved > 150, $"Only {solved} counties had an answer.");
    }
}
