using System.Diagnostics;
using Xueheng.Engines.Rotation.Flow;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Rotation;

/// <summary>
/// Chooses who moves where. Level after level: a linear relaxation over groups of people alike gives the bound, a search in whole numbers near it the answer,
/// and where a gap stays a search over every column that the reduced costs do not rule out. Then persons within groups.
/// </summary>
public static class SolveRotation
{
    private static readonly RotationLevel[] Levels = Enum.GetValues<RotationLevel>();

    /// <param name="start">The answer before, to begin from; need not keep the rules. Its prices, where it has them, spare the relaxations.</param>
    /// <param name="progress">Told each level as it is reached.</param>
    public static RotationAnswer Run(
        RotationProblem problem, IReadOnlyList<RotationRule> rules, RotationPins pins, Budget budget, RotationAnswer? start = null, IProgress<LevelResult>? progress = null,
        CancellationToken cancellation = default)
    {
        var model = new FlowModel(problem, rules, pins);
        using var search = new LevelSearch(model, budget, start, pins.Goes.Keys.Concat(pins.Stays).Concat(pins.Forbidden.Select(f => f.Teacher)), cancellation);
        if (!search.Begin())
        {
            return new RotationAnswer(search.Hopeless ? RotationStatus.Infeasible : RotationStatus.Unknown, [], []);
        }

        var results = new List<LevelResult>();
        foreach (var level in Levels)
        {
            var began = Stopwatch.GetTimestamp();
            var bound = search.Reach(level);
            var reached = new LevelResult(level, search.Best[level], Math.Min(bound, search.Best[level]), Stopwatch.GetElapsedTime(began).TotalSeconds);
            results.Add(reached);
            progress?.Report(reached);
        }

        // A later level may have lowered an earlier one beside its own.
        return new RotationAnswer(RotationStatus.Solved, AssignPersons.Of(model, search.Best, start?.Moves ?? []), [.. results.Select(r => r with { Value = search.Best[r.Level] })]) { Prices = search.Prices };
    }
}
