using Xueheng.Packs;
using Xueheng.Standards;

namespace Xueheng.Planning.Rotation;

/// <summary>Reads <c>packs/planning/rotation.yaml</c>; the bureau's own file stands in place of it.</summary>
public static class ReadRotationRules
{
    public const string File = "planning/rotation.yaml";

    /// <exception cref="PackException">The file does not hold; says which line.</exception>
    public static RotationRulePack From(string folder, string? userFolder, IReadOnlyList<Standard> standards)
    {
        var file = PackFile.Of(folder, userFolder, File);
        return Read(file.Path, file.Shown, standards);
    }

    /// <param name="shown">How messages name the file.</param>
    /// <exception cref="PackException">The file does not hold.</exception>
    public static RotationRulePack Read(string path, string shown, IReadOnlyList<Standard> standards)
    {
        var (root, hash) = PackNode.Read(path, shown);
        root.Optional("sources");
        var named = root.Text("standard");
        var standard = standards.FirstOrDefault(s => s.Id == named) ?? throw root.Required("standard").Wrong($"没有标准 {named}");
        var missing = root.Required("without_coordinates");
        var pack = new RotationRulePack(
            root.Text("version"),
            hash,
            named,
            [.. root.Required("indicators").Items().Select(n => Counted(n, standard))],
            (double)Positive(root.Required("detour")),
            (double)Positive(missing.Required("same_town")),
            (double)Positive(missing.Required("other")),
            RulesOf(root.Required("rules")))
        {
            TakesPart = PackExpression.Predicate<SchoolSubject>(root.Required("schools")).Compile(),
        };
        missing.Done();
        root.Done();
        return pack;
    }

    /// <summary>Indicators whose step is a teacher: only those can teachers who move change.</summary>
    private static string Counted(PackNode node, Standard standard) =>
        standard.Indicators.FirstOrDefault(i => i.Id == node.AsText()) is { Step.Fact: var fact } && fact.StartsWith("teachers.", StringComparison.Ordinal)
            ? node.AsText()
            : throw node.Wrong($"{standard.Id} 里没有按教师数计算的指标 {node.AsText()}");

    private static RotationRuleSet RulesOf(PackNode node)
    {
        var rules = new RotationRuleSet
        {
            Years = Rule(node, "years", n => new YearsRule(n.Text("name"), NotNegative(n.Required("least")), n.Flag("volunteers_too", otherwise: false), n.Text("source"), Confirmed(n))),
            Exempt = Rule(node, "exempt", n => new ExemptRule(n.Text("name"), n.Required("ages").Entries().ToDictionary(e => e.Key, e => (int)Positive(e.Value)), n.Text("source"), Confirmed(n))),
            NotTwice = Rule(node, "not_twice", Named),
            LeastMovers = Rule(node, "least_movers", n => Number(n, "percent")),
            MostMovers = Rule(node, "most_movers", n => Number(n, "percent")),
            LeastBackbone = Rule(node, "least_backbone", n => Number(n, "percent")),
            Farthest = Rule(node, "farthest", n => Number(n, "km")),
            Together = Rule(node, "together", n => Number(n, "km_each")),
            Couples = Rule(node, "couples", n => Number(n, "km")),
            Volunteers = Rule(node, "volunteers", Named),
            Core = Rule(node, "core", n => new CoreRule(n.Text("name"), (int)NotNegative(n.Required("founded_within")), (int)Positive(n.Required("backbone")), n.Text("source"), Confirmed(n))),
            KeepNeed = Rule(node, "keep_need", Named),
            WithinPosts = Rule(node, "within_posts", Named),
            MostGivers = Rule(node, "most_givers", n => Number(n, "percent")),
        };
        node.Done();
        return rules.Together is not null && rules.MostMovers is null ? throw node.Required("together").Wrong("通勤总量按 most_movers 的人数计算，请同时写 most_movers") : rules;
    }

    private static TRule? Rule<TRule>(PackNode rules, string key, Func<PackNode, TRule> read)
        where TRule : class
    {
        if (rules.Optional(key) is not { } node)
        {
            return null;
        }

        var rule = read(node);
        node.Done();
        return rule;
    }

    private static NamedRule Named(PackNode node) => new(node.Text("name"), node.Text("source"), Confirmed(node));

    private static NumberRule Number(PackNode node, string key) => new(node.Text("name"), NotNegative(node.Required(key)), node.Text("source"), Confirmed(node));

    private static bool Confirmed(PackNode node) => node.Flag("confirmed", otherwise: true);

    private static decimal NotNegative(PackNode node) => node.AsNumber() is var number and >= 0 ? number : throw node.Wrong("应当不小于零");

    private static decimal Positive(PackNode node) => node.AsNumber() is var number and > 0 ? number : throw node.Wrong("应当大于零");
}
