using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Standards;

namespace Xueheng.Plans.Measuring;

/// <summary>
/// Reads <c>packs/metrics/*.yaml</c> and <c>packs/divisions.yaml</c>. A bureau's own synonyms and units stand before the shipped
/// ones; its own divisions replace them.
/// </summary>
public static class ReadMetricPacks
{
    /// <exception cref="PackException">A file does not hold, or names what no pack has.</exception>
    public static MetricPacks From(string folder, string? userFolder, FactPack facts, IReadOnlyList<Standard> standards)
    {
        MetricNames? names = null;
        var units = new Dictionary<string, (string, decimal)>();
        IReadOnlyList<string> divisions = [];
        foreach (var (root, shown) in new[] { (folder, "packs"), (userFolder, userFolder) })
        {
            if (Read(root, shown, "metrics/synonyms.yaml") is { } synonyms)
            {
                var own = Names(synonyms, facts, standards);
                names = own with { Words = [.. own.Words, .. names?.Words ?? []] };
            }

            if (Read(root, shown, "metrics/units.yaml") is { } kinds)
            {
                Units(kinds, units);
            }

            if (Read(root, shown, "divisions.yaml") is { } bureau)
            {
                divisions = bureau.Texts("divisions");
                bureau.Done();
            }
        }

        return new MetricPacks(names ?? throw new PackException("packs/metrics/synonyms.yaml", 1, "没有这个文件"), new UnitKinds(units), divisions);
    }

    private static PackNode? Read(string? root, string? shown, string file)
    {
        var path = root is null ? null : Path.Combine(root, file);
        return path is not null && File.Exists(path) ? PackNode.Read(path, $"{shown}/{file}").Root : null;
    }

    private static MetricNames Names(PackNode node, FactPack facts, IReadOnlyList<Standard> standards)
    {
        node.Text("version");
        var (from, sure) = (Share(node, "suggest_from"), Share(node, "sure_from"));
        var most = node.Number("most") is var number and >= 1 and <= 20 && number == decimal.Truncate(number) ? (int)number : throw node.Required("most").Wrong("应当是 1 到 20 的整数");
        var words = node.List("synonyms").Select(entry =>
        {
            var metric = Known(entry.Required("metric"), facts, standards);
            IReadOnlyList<string> said = entry.Texts("words");
            entry.Done();
            return said.Count > 0 ? (metric, said) : throw entry.Wrong("words 是空的");
        }).ToList();
        node.Done();
        return new MetricNames(from, sure, most, words);
    }

    private static decimal Share(PackNode node, string key) =>
        node.Number(key) is var share and >= 0 and <= 1 ? share : throw node.Required(key).Wrong("应当在 0 和 1 之间");

    private static Metric Known(PackNode node, FactPack facts, IReadOnlyList<Standard> standards)
    {
        var metric = Metric.Parse(node.AsText()) ?? throw node.Wrong($"“{node.AsText()}”应当写成 indicator:标准/指标 或 fact:事实，需要时加 @学段");
        return MetricDefinition.Of(metric, facts, standards) is { Succeeded: false, Failure.Message: var why } ? throw node.Wrong(why) : metric;
    }

    private static void Units(PackNode node, Dictionary<string, (string, decimal)> units)
    {
        node.Text("version");
        foreach (var kind in node.List("kinds"))
        {
            var id = kind.Text("id");
            foreach (var (unit, times) in kind.Required("units").Entries())
            {
                units[unit] = times.AsNumber() is var number and > 0 ? (id, number) : throw times.Wrong("应当大于 0");
            }

            kind.Done();
        }

        node.Done();
    }
}
