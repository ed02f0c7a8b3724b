namespace Xueheng.Reports.Fields;

/// <summary>或 binds least, then 且, then 非; no brackets.</summary>
internal static class ConditionParser
{
    private static readonly string[] Comparisons = ["=", "!=", ">", ">=", "<", "<="];

    /// <summary>The condition, or what is wrong.</summary>
    public static (Condition? Condition, string? Wrong) Parse(IReadOnlyList<string> tokens) =>
        Joined(tokens, ["或", "or"], part => Joined(part, ["且", "and"], Single, and: true), and: false);

    private static (Condition?, string?) Joined(
        IReadOnlyList<string> tokens, string[] joint, Func<IReadOnlyList<string>, (Condition?, string?)> parse, bool and)
    {
        Condition? all = null;
        foreach (var part in Split(tokens, joint))
        {
            var (condition, wrong) = parse(part);
            if (condition is null)
            {
                return (null, wrong);
            }

            all = all is null ? condition : new Condition.Both(all, condition, and);
        }

        return (all, null);
    }

    private static (Condition?, string?) Single(IReadOnlyList<string> tokens)
    {
        if (tokens.Count == 0)
        {
            return (null, "条件不完整");
        }

        if (tokens[0] is "非" or "not")
        {
            var (inner, wrong) = Single([.. tokens.Skip(1)]);
            return (inner is null ? null : new Condition.Not(inner), wrong);
        }

        if (tokens[0] is "缺" or "missing")
        {
            return tokens.Count > 1 ? (new Condition.Missing(new FieldPath([.. tokens.Skip(1)])), null) : (null, "“缺”后面要写字段名");
        }

        var at = tokens.ToList().FindIndex(Comparisons.Contains);
        if (at < 0)
        {
            return (new Condition.Bare(new FieldPath(tokens)), null);
        }

        IReadOnlyList<string> right = [.. tokens.Skip(at + 1)];
        return at == 0 || right.Count == 0 || right.Any(Comparisons.Contains)
            ? (null, $"“{tokens[at]}”两边都要写，而且一个条件只能有一个比较")
            : (new Condition.Compare(new FieldPath([.. tokens.Take(at)]), tokens[at], new Operand(right)), null);
    }

    private static IEnumerable<IReadOnlyList<string>> Split(IReadOnlyList<string> tokens, string[] joint)
    {
        var part = new List<string>();
        foreach (var token in tokens)
        {
            if (joint.Contains(token))
            {
                yield return part;
                part = [];
            }
            else
            {
                part.Add(token);
            }
        }

        yield return part;
    }
}
