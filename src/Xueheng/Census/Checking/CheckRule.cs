namespace Xueheng.Census;

/// <summary>One rule of the import check, as <c>packs/census/rules.yaml</c> describes it.</summary>
/// <param name="Code">Stable, quoted by people: <c>XH1101</c>; a user's own comparison may be <c>U01</c>.</param>
/// <param name="Severity">Null when the rule is switched off.</param>
/// <param name="Introduction">Why it matters.</param>
/// <param name="Recommendation">What to do.</param>
/// <param name="Message">The sentence of a finding, with {value}, {expected}, {column}, {school} and {other} to fill in.</param>
/// <param name="Parameters">Limits of the check, by name.</param>
public sealed record CheckRule(
    string Code,
    CheckKind Kind,
    string Name,
    Severity? Severity,
    Importance Importance,
    string Introduction,
    string Recommendation,
    string Message,
    IReadOnlyDictionary<string, decimal> Parameters)
{
    public decimal this[string parameter] => Parameters[parameter];

    /// <summary>The sentence with its gaps filled.</summary>
    public string Say(string value, string expected, string column, string school, string other) =>
        Message
            .Replace("{value}", value, StringComparison.Ordinal)
            .Replace("{expected}", expected, StringComparison.Ordinal)
            .Replace("{column}", column, StringComparison.Ordinal)
            .Replace("{school}", school, StringComparison.Ordinal)
            .Replace("{other}", other, StringComparison.Ordinal);
}

/// <summary>Two facts of a school and stage that must stand in an order, written by whoever keeps the rules.</summary>
/// <param name="Left">Id of a fact.</param>
/// <param name="Right">Id of a fact; null when compared with <see cref="Number"/> alone.</param>
/// <param name="Number">Multiplies the right fact, or stands alone.</param>
/// <param name="Stages">Only these stages; empty for all.</param>
public sealed record FactComparison(
    CheckRule Rule, string Left, ComparisonSign Sign, string? Right, decimal Number, IReadOnlyList<Stage> Stages)
{
    public bool Holds(decimal left, decimal right) => Sign switch
    {
        ComparisonSign.Less => left < right,
        ComparisonSign.AtMost => left <= right,
        ComparisonSign.Equal => left == right,
        ComparisonSign.AtLeast => left >= right,
        ComparisonSign.More => left > right,
        _ => left != right,
    };
}

public enum ComparisonSign
{
    Less,
    AtMost,
    Equal,
    AtLeast,
    More,
    Differs,
}
