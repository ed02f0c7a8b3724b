namespace Xueheng.Engines.Rotation;

/// <summary>Why one move is in an answer: what would be worse if it alone were taken back.</summary>
/// <param name="Shortfall">By how much the subject shortfall would be larger, hundredths of a post.</param>
/// <param name="Worst">By how much the worst shortfall would be larger.</param>
/// <param name="Disparity">By how much Σ of squared disparities would be larger, thousand-millionths.</param>
/// <param name="Rules">Rules that would be broken.</param>
public sealed record MoveReason(RotationMove Move, long Shortfall, long Worst, long Disparity, IReadOnlyList<string> Rules);

/// <summary>Says why each move is made, from the problem alone.</summary>
public static class ExplainMoves
{
    public static IReadOnlyList<MoveReason> Run(RotationProblem problem, IReadOnlyList<RotationRule> rules, RotationPins pins, IReadOnlyList<RotationMove> moves)
    {
        var all = EvaluateRotation.Run(problem, rules, pins, moves);
        var broken = all.Broken.ToHashSet();
        return
        [
            .. moves.Select(move =>
            {
                var without = EvaluateRotation.Run(problem, rules, pins, [.. moves.Where(m => m != move)]);
                return new MoveReason(
                    move,
                    without[RotationLevel.Shortfall] - all[RotationLevel.Shortfall],
                    without[RotationLevel.Worst] - all[RotationLevel.Worst],
                    without[RotationLevel.Disparity] - all[RotationLevel.Disparity],
                    [.. without.Broken.Where(b => !broken.Contains(b)).Select(b => b.Rule).Distinct()]);
            }),
        ];
    }
}
