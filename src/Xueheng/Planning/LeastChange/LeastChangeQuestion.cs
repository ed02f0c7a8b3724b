using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xueheng.Planning.Levers;

namespace Xueheng.Planning.LeastChange;

/// <summary>What a stored least set of changes was asked: everything the answer is a function of beside the revision, the packs and the judgements.</summary>
/// <param name="Levers">Terms of single levers in place of the pack's, by id, for this question alone.</param>
public sealed record LeastChangeQuestion(double? Seconds, long? Work, int Seed, string Standard, IReadOnlyDictionary<string, LeverTerms> Levers)
{
    public string Write() => JsonSerializer.Serialize(this, ContractJson.Options);

    public static LeastChangeQuestion Read(string text) => JsonSerializer.Deserialize<LeastChangeQuestion>(text, ContractJson.Options)!;

    public static LeastChangePlan ReadPlan(string text) => JsonSerializer.Deserialize<LeastChangePlan>(text, ContractJson.Options)!;
}

/// <summary>On what terms a lever may be used.</summary>
/// <param name="Cost">Of one step, in 万元; null for the pack's.</param>
/// <param name="Most">Steps at one school at the most; null for the pack's limit.</param>
/// <param name="Out">It may not be used.</param>
public sealed record LeverTerms(decimal? Cost = null, int? Most = null, bool Out = false)
{
    private const int Largest = 1_000_000;

    /// <summary>The pack with these terms; its hash tells them apart.</summary>
    public static Outcome<LeverPack> Over(LeverPack pack, IReadOnlyDictionary<string, LeverTerms> terms)
    {
        if (terms.Count == 0)
        {
            return pack;
        }

        foreach (var (id, asked) in terms)
        {
            if (pack.Find(id) is not { } lever)
            {
                return new Failure("XH6311", $"没有举措 {id}，请从表里选择");
            }

            if (asked.Cost is <= 0 or > Largest || asked.Most is < 0 or > Largest)
            {
                return new Failure("XH6312", $"“{lever.Name}”的成本应当大于零，上限不能小于零，请改正");
            }
        }

        var text = JsonSerializer.Serialize(terms.OrderBy(t => t.Key, StringComparer.Ordinal), ContractJson.Options);
        return pack with
        {
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(pack.Hash + text))),
            Levers =
            [
                .. pack.Levers.Where(l => !terms.TryGetValue(l.Id, out var asked) || !asked.Out).Select(l => terms.TryGetValue(l.Id, out var asked)
                    ? l with { Cost = asked.Cost ?? l.Cost, Most = asked.Most is { } most ? new LeverLimit(most, null, null) : l.Most }
                    : l),
            ],
        };
    }
}
