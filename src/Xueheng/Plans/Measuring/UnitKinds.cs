namespace Xueheng.Plans.Measuring;

/// <summary>Units of plans and of the census by their kind, from <c>packs/metrics/units.yaml</c>.</summary>
/// <param name="units">The kind of each unit and how many of the kind's first unit it holds.</param>
public sealed class UnitKinds(IReadOnlyDictionary<string, (string Kind, decimal Times)> units)
{
    /// <summary>Every unit that can be compared, as the pack writes it.</summary>
    public IEnumerable<string> Names => units.Keys;

    /// <summary>A value in another unit; null when the two are not of one kind.</summary>
    public decimal? Convert(decimal value, string from, string to)
    {
        var (own, wanted) = (from.Trim(), to.Trim());
        return own == wanted ? value
            : units.TryGetValue(own, out var a) && units.TryGetValue(wanted, out var b) && a.Kind == b.Kind ? value * a.Times / b.Times
            : null;
    }

    /// <summary>Whether figures in the two units can be held against each other.</summary>
    public bool Comparable(string from, string to) => Convert(1, from, to) is not null;
}
