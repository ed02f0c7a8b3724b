using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;

namespace Xueheng.Standards;

/// <summary>Reads <c>packs/standards/&lt;id&gt;/pack.yaml</c> against the facts it may use.</summary>
public sealed class ReadStandard
{
    private readonly FactPack _facts;
    private readonly Dictionary<string, string> _sources = [];
    private IReadOnlyList<Stage> _stages = [];

    private readonly CodeTables _codes;

    private ReadStandard(FactPack facts, CodeTables codes) => (_facts, _codes) = (facts, codes);

    /// <param name="folder">Name of the pack's folder, which must be its id.</param>
    /// <exception cref="PackException">The pack does not hold; says which line.</exception>
    public static Standard From(string path, string shown, string folder, FactPack facts, CodeTables codes)
    {
        var (root, hash) = PackNode.Read(path, shown);
        return new ReadStandard(facts, codes).Read(root, hash, folder);
    }

    private Standard Read(PackNode root, string hash, string folder)
    {
        if (root.Text("id") != folder)
        {
            throw root.Required("id").Wrong($"id 应当与文件夹同名：{folder}");
        }

        foreach (var (id, title) in root.Required("sources").Entries())
        {
            _sources.Add(id, title.AsText());
        }

        _stages = [.. root.Required("stages").Items().Select(s => s.AsEnum<Stage>())];
        var county = new ReadCountyIndicators(_facts, _codes, _stages, SourceOf);
        var standard = new Standard(
            folder,
            root.Text("name"),
            root.Text("english"),
            root.Text("document"),
            root.Text("version"),
            hash,
            _stages,
            Each(root.List("indicators"), IndicatorOf, i => i.Id),
            root.Optional("school_rule") is { } rule ? SchoolRuleOf(rule) : null,
            root.Optional("disparity") is { } disparity ? DisparityOf(disparity) : null,
            [.. root.List("splits").Select(SplitOf)],
            [.. root.List("exclusions").Select(ExclusionOf)],
            Each(root.List("county_indicators"), county.Read, i => i.Id),
            _sources);
        root.Done();
        return standard;
    }

    private static List<T> Each<T>(IReadOnlyList<PackNode> nodes, Func<PackNode, T> read, Func<T, string> id)
    {
        var all = new List<T>();
        foreach (var node in nodes)
        {
            var one = read(node);
            if (all.Exists(other => id(other) == id(one)))
            {
                throw node.Wrong($"{id(one)} 出现了两次");
            }

            all.Add(one);
        }

        return all;
    }

    /// <summary>One or more ids of sources, separated by commas; each must be listed.</summary>
    private string SourceOf(PackNode node)
    {
        var source = node.Required("source");
        foreach (var id in source.AsText().Split(',', StringSplitOptions.TrimEntries))
        {
            if (!_sources.ContainsKey(id))
            {
                throw source.Wrong($"sources 里没有出处 {id}");
            }
        }

        return source.AsText();
    }

    private Indicator IndicatorOf(PackNode node)
    {
        var formula = Formula.Read(node.Required("formula"));
        foreach (var name in formula.Names)
        {
            if (_facts.Find(name) is null)
            {
                throw node.Required("formula").Wrong($"事实包里没有事实 {name}");
            }
        }

        var indicator = new Indicator(
            node.Text("id"),
            node.Text("name"),
            node.Text("english"),
            node.Text("label"),
            node.Text("unit"),
            node.Text("formula"),
            node.Text("words"),
            node.Text("why"),
            node.Text("todo"),
            node.Optional("step") is { } step ? StepOf(step, formula) : null,
            formula.Names,
            ThresholdsOf(node.Required("thresholds")),
            SourceOf(node),
            node.Flag("confirmed", otherwise: true),
            node.OptionalText("note"))
        {
            Compiled = formula,
        };
        node.Done();
        return indicator;
    }

    private static IndicatorStep StepOf(PackNode node, Formula formula)
    {
        var step = new IndicatorStep(node.Text("fact"), node.Text("unit"), node.Text("noun"), node.Flag("whole", otherwise: true));
        if (!formula.Names.Contains(step.Fact))
        {
            throw node.Required("fact").Wrong($"算式里没有 {step.Fact}");
        }

        node.Done();
        return step;
    }

    private Dictionary<Stage, Threshold> ThresholdsOf(PackNode node)
    {
        var thresholds = new Dictionary<Stage, Threshold>();
        foreach (var (key, bounds) in node.Entries())
        {
            if (StageNames.Parse(key) is not { } stage || !_stages.Contains(stage))
            {
                throw bounds.Wrong($"本标准没有学段 {key}");
            }

            thresholds.Add(stage, new Threshold(
                bounds.OptionalNumber("at_least"), bounds.OptionalNumber("floor"), bounds.OptionalNumber("disparity_limit")));
            bounds.Done();
        }

        return thresholds;
    }

    private SchoolRule SchoolRuleOf(PackNode node)
    {
        var rule = new SchoolRule((int)node.Number("meets_at_least"), node.Text("words"), SourceOf(node));
        node.Done();
        return rule;
    }

    private DisparityRule DisparityOf(PackNode node)
    {
        var rule = new DisparityRule(
            node.Flag("each_indicator", otherwise: false),
            node.Optional("composite") is { } composite ? ByStage(composite) : new Dictionary<Stage, decimal>(),
            node.Text("words"),
            SourceOf(node));
        node.Done();
        return rule;
    }

    private SplitRule SplitOf(PackNode node)
    {
        var rule = new SplitRule(
            node.Texts("types"), ByStage(node.Required("weights")), node.Text("words"), SourceOf(node), node.Flag("confirmed", otherwise: true));
        node.Done();
        return rule;
    }

    private static Dictionary<Stage, decimal> ByStage(PackNode node) => node.Entries().ToDictionary(
        pair => StageNames.Parse(pair.Key) ?? throw pair.Value.Wrong($"没有学段 {pair.Key}"),
        pair => pair.Value.AsNumber());

    private Exclusion ExclusionOf(PackNode node)
    {
        var exclusion = new Exclusion(node.Text("where"), node.Text("reason"), SourceOf(node), node.Flag("confirmed", otherwise: true))
        {
            Applies = PackExpression.Predicate<SchoolSubject>(node.Required("where")).Compile(),
        };
        node.Done();
        return exclusion;
    }
}
