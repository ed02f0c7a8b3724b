namespace Xueheng.Engines.Rotation.Flow;

/// <summary>What the relaxation makes least: a level, how far rules are from being kept, or how far subjects are from a worst shortfall.</summary>
/// <param name="Worst">The largest shortfall of a subject aimed at; null where that is not the goal.</param>
internal sealed record RelaxedGoal(RotationLevel? Level, long? Worst = null)
{
    public static RelaxedGoal Violation { get; } = new((RotationLevel?)null);

    public bool IsViolation => Level is null && Worst is null;

    /// <summary>What one of the relaxation's units is in the level's.</summary>
    public double Unit => Level is { } level ? Scale(level) : 1;

    /// <summary>Levels differ by six powers of ten; the relaxation has them all near one.</summary>
    public static double Scale(RotationLevel level) => level switch
    {
        RotationLevel.Shortfall => 100,
        RotationLevel.Disparity => 1e5,
        RotationLevel.Metres => 1000,
        _ => 1,
    };

    /// <summary>How many teachers of a subject a place needs for its shortfall to be at most <paramref name="worst"/> hundredths.</summary>
    public static int Needed(FlowModel model, FlowFunction function, long worst) =>
        (int)((model.Problem.Places[function.Place].Need[function.Index] - worst + 99) / 100) is var needed && needed > 0 ? needed : 0;

    public double OfStep(FlowModel model, FlowFunction function, int step)
    {
        if (Worst is { } worst)
        {
            return function.Kind == FlowFunctionKind.Subject && function.Least + step < Needed(model, function, worst) ? -1 : 0;
        }

        var mine = Level switch
        {
            RotationLevel.Shortfall => FlowFunctionKind.Subject,
            RotationLevel.Disparity => FlowFunctionKind.Disparity,
            _ => (FlowFunctionKind?)null,
        };
        return mine == function.Kind ? function.Steps[step] / Unit : 0;
    }

    /// <summary>What no step changes.</summary>
    public double Constant(FlowModel model) => Worst is { } worst
        ? model.Functions.Where(f => f.Kind == FlowFunctionKind.Subject).Sum(f => Math.Max(0, Needed(model, f, worst) - f.Least))
        : Level switch
        {
            RotationLevel.Shortfall => model.Functions.Where(f => f.Kind == FlowFunctionKind.Subject).Sum(f => f.AtLeast) / Unit,
            RotationLevel.Disparity => model.Functions.Where(f => f.Kind == FlowFunctionKind.Disparity).Sum(f => f.AtLeast) / Unit,
            _ => 0,
        };

    /// <summary>The row whose sum is the goal; null where the goal is of steps.</summary>
    public int? OfRow(FlowModel model) => Level is RotationLevel.Compelled or RotationLevel.Moves or RotationLevel.Metres ? model.RowOf(Level.Value) : null;

    /// <param name="coefficients">Of the column, a row possibly twice.</param>
    public double OfColumn(FlowModel model, List<(int Row, long By)> coefficients)
    {
        if (OfRow(model) is not { } at)
        {
            return 0;
        }

        var sum = 0L;
        foreach (var (row, by) in coefficients)
        {
            sum += row == at ? by : 0;
        }

        return sum / Unit;
    }
}
