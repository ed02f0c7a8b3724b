using System.Text.Json;
using Xueheng.Engines.Rotation;

namespace Xueheng.Planning.Rotation;

/// <summary>What a stored rotation was asked: everything its answer is a function of beside the revision and the packs.</summary>
/// <param name="Numbers">Numbers set in place of the pack's, by the pack's key; below zero for a rule not asked.</param>
/// <param name="People">From the list of people; without why anyone is exempt.</param>
/// <param name="Price">Whether to work out what each rule costs.</param>
public sealed record RotationQuestion(
    double? Seconds, long? Work, int Seed, IReadOnlyDictionary<string, decimal> Numbers, IReadOnlyList<RotationPerson> People, RotationDecisions Decisions, bool Price = false)
{
    public string Write() => JsonSerializer.Serialize(this, ContractJson.Options);

    public static RotationQuestion Read(string text) => JsonSerializer.Deserialize<RotationQuestion>(text, ContractJson.Options)!;

    internal static string Write(RotationAnswer answer) => JsonSerializer.Serialize(answer, ContractJson.Options);

    internal static RotationAnswer ReadAnswer(string text) => JsonSerializer.Deserialize<RotationAnswer>(text, ContractJson.Options)!;

    public static RotationPlan ReadPlan(string text) => JsonSerializer.Deserialize<RotationPlan>(text, ContractJson.Options)!;

    public RotationCommand Command(string county, int period) =>
        new(county, period, Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null, Work, Seed, Decisions: Decisions, Price: Price);
}

/// <summary>Numbers of rules that a person may set for one scenario.</summary>
public static class RotationNumbers
{
    /// <summary>The pack's keys, in the order of the form, with the unit.</summary>
    public static IReadOnlyList<(string Key, string Unit)> All { get; } =
    [
        ("years", "年"), ("least_movers", "%"), ("most_movers", "%"), ("least_backbone", "%"), ("farthest", "公里"), ("together", "公里"), ("couples", "公里"), ("core", "名"), ("most_givers", "%"),
    ];

    /// <summary>The number of a rule; null when the pack does not ask it.</summary>
    public static (string Name, decimal Number)? Of(RotationRuleSet rules, string key) => key switch
    {
        "years" => rules.Years is { } y ? (y.Name, y.Least) : null,
        "core" => rules.Core is { } c ? (c.Name, c.Backbone) : null,
        _ => Numbered(rules, key) is { } rule ? (rule.Name, rule.Number) : null,
    };

    internal static RotationRuleSet Over(RotationRuleSet rules, IReadOnlyDictionary<string, decimal> numbers)
    {
        foreach (var (key, number) in numbers)
        {
            rules = key switch
            {
                "years" => rules with { Years = number < 0 ? null : rules.Years is { } y ? y with { Least = number } : null },
                "core" => rules with { Core = number < 1 ? null : rules.Core is { } c ? c with { Backbone = (int)number } : null },
                "least_movers" => rules with { LeastMovers = Set(rules.LeastMovers, number) },
                "most_movers" => rules with { MostMovers = Set(rules.MostMovers, number), Together = number < 0 ? null : rules.Together },
                "least_backbone" => rules with { LeastBackbone = Set(rules.LeastBackbone, number) },
                "farthest" => rules with { Farthest = Set(rules.Farthest, number) },
                "together" => rules with { Together = Set(rules.Together, number) },
                "couples" => rules with { Couples = Set(rules.Couples, number) },
                "most_givers" => rules with { MostGivers = Set(rules.MostGivers, number) },
                _ => rules,
            };
        }

        return rules;
    }

    private static NumberRule? Set(NumberRule? rule, decimal number) => number < 0 ? null : rule is null ? null : rule with { Number = number };

    private static NumberRule? Numbered(RotationRuleSet rules, string key) => key switch
    {
        "least_movers" => rules.LeastMovers,
        "most_movers" => rules.MostMovers,
        "least_backbone" => rules.LeastBackbone,
        "farthest" => rules.Farthest,
        "together" => rules.Together,
        "couples" => rules.Couples,
        "most_givers" => rules.MostGivers,
        _ => null,
    };
}
