namespace Xueheng.Engines.Rotation;

/// <summary>
/// What one more of anything is worth at each level: the dual values of the relaxation. From them a bound follows for any rotation of the same county at once,
/// so an answer to a small change need not begin anew. Opaque to callers; kept with a scenario.
/// </summary>
/// <param name="Levels">By level, in order; null where a level needed none.</param>
public sealed record RotationPrices(IReadOnlyList<LevelPrices?> Levels);

/// <param name="Subjects">Places × subjects.</param>
/// <param name="Indicators">Places × indicators.</param>
/// <param name="Others">The plain rules, in the model's order.</param>
/// <param name="Limits">Of the shortfall and the disparity reached before.</param>
public sealed record LevelPrices(IReadOnlyList<double> Subjects, IReadOnlyList<double> Indicators, IReadOnlyList<double> Others, IReadOnlyList<double> Limits);
