using System.Globalization;
using Xueheng.Census;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Xueheng.Plans.Packs;

/// <summary>Writes a plan pack as YAML that <see cref="ReadPlanPack"/> reads back alike. What is not said is left out.</summary>
internal static class WritePlanPack
{
    private const string Head = """
        # yaml-language-server: $schema=../schema/plan.schema.json
        # A confirmed plan 方案: goals, actions and tasks with the sentences they come from, and what they are measured by.

        """;

    public static string Text(PlanPack pack)
    {
        var root = Mapping(
            ("title", pack.Title),
            ("source", pack.Source),
            ("address", pack.Address?.OriginalString),
            ("date", Day(pack.Date)),
            ("from", Day(pack.From)),
            ("until", Day(pack.Until)));
        Add(root, "commitments", pack.Commitments.Select(Commitment));
        Add(root, "targets", pack.Targets.Select(Target));
        Add(root, "items", pack.Items.Select(Item));
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        text.Write(Head);
        new YamlStream(new YamlDocument(root)).Save(text, assignAnchors: false);
        return text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n...\n", "\n", StringComparison.Ordinal);
    }

    private static YamlMappingNode Item(PackedItem item)
    {
        var node = Mapping(
            ("kind", Name(item.Kind)),
            ("title", item.Fields.Title),
            ("detail", item.Fields.Detail),
            ("lead", item.Fields.Lead),
            ("head", item.Fields.Head),
            ("start", Day(item.Fields.Start)),
            ("due", Day(item.Fields.Due)));
        Add(node, "supporting", item.Fields.Supporting.Select(Scalar));
        Add(node, "commitments", item.Commitments.Select(Commitment));
        Add(node, "targets", item.Targets.Select(Target));
        Add(node, "items", item.Items.Select(Item));
        return node;
    }

    private static YamlMappingNode Commitment(PackedCommitment commitment)
    {
        var node = Mapping(
            ("text", commitment.Text),
            ("subject", commitment.Fields.Subject),
            ("kind", Name(commitment.Fields.Kind)),
            ("comparison", commitment.Fields.Comparison is { } comparison ? Name(comparison) : null),
            ("value", Number(commitment.Fields.Value)),
            ("unit", commitment.Fields.Unit),
            ("deadline", commitment.Fields.Deadline),
            ("stage", commitment.Fields.Stage?.Id()),
            ("town", commitment.Fields.Town),
            ("metric", commitment.Fields.Metric?.ToString()),
            ("division", commitment.Fields.Division),
            ("head", commitment.Fields.Head));
        if (commitment.Target is { } target)
        {
            node.Add("target", Target(target));
        }

        return node;
    }

    private static YamlMappingNode Target(PackedTarget target)
    {
        var node = Mapping(
            ("title", target.Title),
            ("metric", target.Metric.ToString()),
            ("comparison", Name(target.Comparison)),
            ("value", Number(target.Value)),
            ("unit", target.Unit),
            ("due", Day(target.Due)),
            ("division", target.Division),
            ("head", target.Head));
        Add(node, "path", target.Path.Select(s => Mapping(("period", s.Period.ToString(CultureInfo.InvariantCulture)), ("value", Number(s.Value)))));
        return node;
    }

    private static void Add(YamlMappingNode node, string key, IEnumerable<YamlNode> items)
    {
        if (new YamlSequenceNode(items) is { Children.Count: > 0 } sequence)
        {
            node.Add(key, sequence);
        }
    }

    private static YamlMappingNode Mapping(params ReadOnlySpan<(string Key, string? Value)> pairs)
    {
        var node = new YamlMappingNode();
        foreach (var (key, value) in pairs)
        {
            if (!string.IsNullOrEmpty(value))
            {
                node.Add(key, key is "value" or "period" ? new YamlScalarNode(value) : Scalar(value));
            }
        }

        return node;
    }

    /// <summary>Quoted where YAML would read it as something else than the text it is.</summary>
    private static YamlScalarNode Scalar(string text) =>
        new(text) { Style = text.Any(c => c > '~') || text.All(char.IsAsciiLetter) ? ScalarStyle.Any : ScalarStyle.DoubleQuoted };

    private static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum =>
        string.Concat(value.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? "_" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    private static string? Number(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
