using Xueheng.Engines.Balance;

namespace Xueheng.Engines.LeastChange;

/// <summary>Something a plan must fulfil. Whether it does is decided in exact fractions, never in doubles that were rounded on the way.</summary>
public abstract record Requirement
{
    private protected Requirement()
    {
    }

    /// <summary>Everything it looks at.</summary>
    internal abstract IEnumerable<Affine> Quantities { get; }

    /// <param name="steps">How many of each kind are taken.</param>
    public abstract bool Holds(IReadOnlyList<int> steps);

    /// <summary>The same with further kinds of steps that do what existing ones do.</summary>
    /// <param name="twins">The new kind by the existing one.</param>
    internal abstract Requirement Widened(IReadOnlyDictionary<int, int> twins);
}

/// <summary>A quantity that must reach a bound.</summary>
public sealed record BoundRequirement(Affine Quantity, Fraction AtLeast) : Requirement
{
    internal override IEnumerable<Affine> Quantities => [Quantity];

    public override bool Holds(IReadOnlyList<int> steps) => Quantity.At(steps) >= AtLeast;

    internal override Requirement Widened(IReadOnlyDictionary<int, int> twins) => this with { Quantity = Quantity.Widened(twins) };
}

/// <summary>One of several quantities of which some must meet their bound.</summary>
/// <param name="Meets">达标值.</param>
/// <param name="Floor">What it must reach even when it does not meet; null where nothing is asked of it then.</param>
public sealed record CountedQuantity(Affine Quantity, Fraction Meets, Fraction? Floor);

/// <summary>至少几项达标，余项不低于下限: at least so many of the quantities meet, and every one reaches its floor.</summary>
public sealed record CountRequirement(IReadOnlyList<CountedQuantity> Items, int MeetAtLeast) : Requirement
{
    internal override IEnumerable<Affine> Quantities => Items.Select(i => i.Quantity);

    public override bool Holds(IReadOnlyList<int> steps)
    {
        var meet = 0;
        foreach (var item in Items)
        {
            var value = item.Quantity.At(steps);
            if (value >= item.Meets)
            {
                meet++;
            }
            else if (item.Floor is { } floor && value < floor)
            {
                return false;
            }
        }

        return meet >= MeetAtLeast;
    }

    internal override Requirement Widened(IReadOnlyDictionary<int, int> twins) =>
        this with { Items = [.. Items.Select(i => i with { Quantity = i.Quantity.Widened(twins) })] };
}

/// <summary>
/// 校际差异系数不高于限值. With pupils n, values v and N = Σ n: <c>N · Σ n v² ≤ (1 + c²) · (Σ n v)²</c>, a second-order cone in the
/// values and so in the steps.
/// </summary>
/// <param name="Values">v of each school.</param>
/// <param name="Pupils">n of each school, positive, in the same order.</param>
/// <param name="Limit">c.</param>
public sealed record DisparityRequirement(IReadOnlyList<Affine> Values, IReadOnlyList<Fraction> Pupils, Fraction Limit) : Requirement
{
    internal override IEnumerable<Affine> Quantities => Values;

    public override bool Holds(IReadOnlyList<int> steps) => Disparity.Keeps([.. Values.Select(v => v.At(steps))], Pupils, Limit) == true;

    internal override Requirement Widened(IReadOnlyDictionary<int, int> twins) => this with { Values = [.. Values.Select(v => v.Widened(twins))] };
}

/// <summary>综合差异系数不高于限值: the arithmetic mean of several coefficients. Not convex in the steps.</summary>
/// <param name="Indicators">Values of each school for each indicator.</param>
/// <param name="Pupils">n of each school for each indicator, in the same order.</param>
public sealed record CompositeRequirement(
    IReadOnlyList<IReadOnlyList<Affine>> Indicators, IReadOnlyList<IReadOnlyList<Fraction>> Pupils, double Limit) : Requirement
{
    internal override IEnumerable<Affine> Quantities => Indicators.SelectMany(i => i);

    public override bool Holds(IReadOnlyList<int> steps)
    {
        var coefficients = new double[Indicators.Count];
        for (var i = 0; i < coefficients.Length; i++)
        {
            if (Disparity.Of([.. Indicators[i].Select(v => (double)v.At(steps))], [.. Pupils[i].Select(n => (double)n)])?.Cv is not { } cv)
            {
                return false;
            }

            coefficients[i] = cv;
        }

        return Disparity.Composite(coefficients) <= Limit;
    }

    internal override Requirement Widened(IReadOnlyDictionary<int, int> twins) =>
        this with { Indicators = [.. Indicators.Select(i => (IReadOnlyList<Affine>)[.. i.Select(v => v.Widened(twins))])] };
}
