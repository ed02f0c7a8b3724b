namespace Xueheng.Engines.Rotation;

/// <summary>One teacher goes from one place to another.</summary>
/// <param name="Voluntary">The teacher asked for this place.</param>
public sealed record RotationMove(int Teacher, int From, int To, bool Voluntary);

/// <summary>What is made least, one after the other; each level keeps what the ones before it reached.</summary>
public enum RotationLevel
{
    /// <summary>学科缺口: posts lacking over all places and subjects, hundredths.</summary>
    Shortfall,

    /// <summary>最大缺口: the largest number of posts lacking in one subject at one place, hundredths.</summary>
    Worst,

    /// <summary>差异: Σ over stages and indicators of the squared disparity coefficient, thousand-millionths (<see cref="DisparityCost"/>).</summary>
    Disparity,

    /// <summary>Moves nobody asked for; only under <see cref="VolunteersFirst"/>.</summary>
    Compelled,

    Moves,

    /// <summary>Metres of all moves together.</summary>
    Metres,
}

/// <summary>What one level reached, and what it cannot go below.</summary>
/// <param name="Value">In the unit of the level.</param>
/// <param name="Bound">No answer that keeps the values of the levels before this one has less.</param>
/// <param name="Seconds">Spent on the level.</param>
public sealed record LevelResult(RotationLevel Level, long Value, long Bound, double Seconds)
{
    /// <summary>(value − bound) / value; 0 is proven least.</summary>
    public double Gap => Value <= Bound ? 0 : (Value - Bound) / (double)Value;
}

public enum RotationStatus
{
    /// <summary>An answer that keeps every rule.</summary>
    Solved,

    /// <summary>No answer keeps every rule.</summary>
    Infeasible,

    /// <summary>The limit came before either was known.</summary>
    Unknown,
}

/// <summary>Who moves where.</summary>
/// <param name="Levels">In the order of <see cref="RotationLevel"/>; empty without an answer.</param>
public sealed record RotationAnswer(RotationStatus Status, IReadOnlyList<RotationMove> Moves, IReadOnlyList<LevelResult> Levels)
{
    /// <summary>For a quick answer to the next question; null without an answer.</summary>
    public RotationPrices? Prices { get; init; }

    public LevelResult? this[RotationLevel level] => Levels.FirstOrDefault(l => l.Level == level);
}
