using Xueheng.Facts;
using Xueheng.Packs;

namespace Xueheng.Census;

/// <summary>Reads rules.yaml.</summary>
internal static class CheckRulesFile
{
    /// <summary>
    /// Kinds whose rows cannot be stored: keys would clash, or a column that may not be empty would be. A file that makes
    /// them warnings is refused.
    /// </summary>
    private static readonly HashSet<CheckKind> AlwaysErrors =
    [
        CheckKind.RepeatedSheet, CheckKind.MissingColumn, CheckKind.RepeatedColumn, CheckKind.WrongUnit, CheckKind.TooManyRows,
        CheckKind.MissingValue, CheckKind.SchoolCode, CheckKind.RepeatedSchool, CheckKind.RepeatedStage, CheckKind.RepeatedResources,
        CheckKind.RepeatedClass, CheckKind.RepeatedItem, CheckKind.UnknownSchool, CheckKind.FormulaError, CheckKind.DigitsLost,
        CheckKind.NotANumber, CheckKind.NotADate, CheckKind.YesNo, CheckKind.TooLong,
    ];

    private static readonly (string Text, ComparisonSign Sign)[] Signs =
    [
        ("<", ComparisonSign.Less), ("<=", ComparisonSign.AtMost), ("=", ComparisonSign.Equal),
        (">=", ComparisonSign.AtLeast), (">", ComparisonSign.More), ("!=", ComparisonSign.Differs),
    ];

    public static CheckRules Load(string folder, string? userFolder, FactPack facts)
    {
        var (root, hash) = PackNode.Read(Path.Combine(folder, "census", "rules.yaml"), "packs/census/rules.yaml");
        root.Text("id");
        var version = root.Text("version");
        var limits = Limits(root.Required("limits"));
        var rules = root.List("rules").Select(Rule).ToList();
        var comparisons = root.List("comparisons").Select(node => Comparison(node, facts)).ToList();
        root.Done();
        foreach (var kind in Enum.GetValues<CheckKind>().Where(k => k != CheckKind.Comparison))
        {
            if (rules.Count(r => r.Kind == kind) != 1)
            {
                throw root.Wrong($"kind {kind} 应当正好有一条规则");
            }
        }

        var own = userFolder is null ? null : Path.Combine(userFolder, "census", "rules.yaml");
        var last = root;
        if (own is not null && File.Exists(own))
        {
            (last, var ownHash) = PackNode.Read(own, own);
            Change(last, rules, comparisons, facts);
            hash += ownHash;
        }

        var repeated = rules.Concat(comparisons.Select(c => c.Rule)).GroupBy(r => r.Code).FirstOrDefault(g => g.Count() > 1);
        return repeated is null
            ? new CheckRules(version, hash, limits, rules, comparisons)
            : throw last.Wrong($"规则代码 {repeated.Key} 重复");
    }

    /// <summary>A user's file: severities, importance and parameters of shipped rules by code, and comparisons of its own.</summary>
    private static void Change(PackNode root, List<CheckRule> rules, List<FactComparison> comparisons, FactPack facts)
    {
        foreach (var node in root.List("rules"))
        {
            var code = node.Text("code");
            var at = rules.FindIndex(r => r.Code == code);
            var other = comparisons.FindIndex(c => c.Rule.Code == code);
            if (at < 0 && other < 0)
            {
                throw node.Wrong($"没有代码为 {code} 的规则");
            }

            var rule = at < 0 ? comparisons[other].Rule : rules[at];
            var parameters = Parameters(node);
            rule = Checked(node, rule with
            {
                Severity = node.Optional("severity") is { } severity ? SeverityOf(severity) : rule.Severity,
                Importance = node.Optional("importance")?.AsEnum<Importance>() ?? rule.Importance,
                Parameters = rule.Parameters.Concat(parameters).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Last().Value),
            });
            if (at < 0)
            {
                comparisons[other] = comparisons[other] with { Rule = rule };
            }
            else
            {
                rules[at] = rule;
            }

            node.Done();
        }

        comparisons.AddRange(root.List("comparisons").Select(node => Comparison(node, facts)));
        root.Done();
    }

    private static CheckRule Rule(PackNode node)
    {
        var rule = Texts(node, node.Required("kind").AsEnum<CheckKind>());
        node.Done();
        return Checked(node, rule);
    }

    private static FactComparison Comparison(PackNode node, FactPack facts)
    {
        var sign = node.Text("op");
        var right = node.OptionalText("right");
        foreach (var side in (string?[])[node.Text("left"), right])
        {
            if (side is not null && facts.Find(side) is null)
            {
                throw node.Wrong($"没有叫做 {side} 的事实，请核对 packs/facts");
            }
        }

        var comparison = new FactComparison(
            Texts(node, CheckKind.Comparison),
            node.Text("left"),
            Signs.FirstOrDefault(s => s.Text == sign) is { Text: not null } found ? found.Sign : throw node.Wrong($"op “{sign}”应当是 {string.Join(" ", Signs.Select(s => s.Text))} 之一"),
            right,
            node.OptionalNumber("number") ?? (right is null ? throw node.Wrong("right 和 number 至少要有一个") : 1),
            [.. node.List("stages").Select(s => s.AsEnum<Stage>())]);
        node.Done();
        return comparison;
    }

    private static CheckRule Texts(PackNode node, CheckKind kind) => new(
        node.Text("code"), kind, node.Text("name"), SeverityOf(node.Required("severity")), node.Required("importance").AsEnum<Importance>(),
        node.Text("introduction"), node.Text("recommendation"), node.Text("message"), Parameters(node));

    private static Dictionary<string, decimal> Parameters(PackNode node) =>
        node.Optional("parameters")?.Entries().ToDictionary(e => e.Key, e => e.Value.AsNumber()) ?? [];

    private static CheckRule Checked(PackNode node, CheckRule rule) =>
        rule.Severity != Severity.Error && AlwaysErrors.Contains(rule.Kind)
            ? throw node.Wrong($"{rule.Code} 只能是 error：这样的行存不下来")
            : rule;

    private static Severity? SeverityOf(PackNode node) => node.AsText() == "off" ? null : node.AsEnum<Severity>();

    private static ReadLimits Limits(PackNode node)
    {
        const long megabyte = 1 << 20;
        var limits = new ReadLimits
        {
            Files = (int)node.Number("files"),
            FileBytes = (long)node.Number("file_megabytes") * megabyte,
            UnpackedBytes = (long)node.Number("unpacked_megabytes") * megabyte,
            SharedTextBytes = (long)node.Number("shared_text_megabytes") * megabyte,
            Parts = (int)node.Number("parts"),
            Ratio = (int)node.Number("ratio"),
            Rows = (int)node.Number("rows"),
            Columns = (int)node.Number("columns"),
            CellLength = (int)node.Number("cell_length"),
            Schools = (int)node.Number("schools"),
            Classes = (int)node.Number("classes"),
            Findings = (int)node.Number("findings"),
        };
        node.Done();
        return limits;
    }
}
