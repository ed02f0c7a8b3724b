using Xueheng.Facts;

namespace Xueheng.Census;

/// <summary>The rules of the import check: severities, texts and limits, from <c>packs/census/rules.yaml</c>.</summary>
public sealed class CheckRules
{
    private readonly CheckRule[] _byKind;

    internal CheckRules(string version, string hash, ReadLimits limits, IReadOnlyList<CheckRule> rules, IReadOnlyList<FactComparison> comparisons)
    {
        (Version, Hash, Limits, Comparisons) = (version, hash, limits, comparisons);
        All = [.. rules, .. comparisons.Select(c => c.Rule)];
        _byKind = new CheckRule[Enum.GetValues<CheckKind>().Length];
        foreach (var rule in rules)
        {
            _byKind[(int)rule.Kind] = rule;
        }
    }

    public string Version { get; }

    /// <summary>SHA-256 of the shipped file's text and of the user's, where there is one.</summary>
    public string Hash { get; }

    public ReadLimits Limits { get; }

    /// <summary>In the order of the file, comparisons last.</summary>
    public IReadOnlyList<CheckRule> All { get; }

    public IReadOnlyList<FactComparison> Comparisons { get; }

    /// <summary>The rule of a kind other than <see cref="CheckKind.Comparison"/>.</summary>
    public CheckRule this[CheckKind kind] => _byKind[(int)kind];

    public CheckRule? Find(string code) => All.FirstOrDefault(r => r.Code == code);

    /// <summary>Reads <c>census/rules.yaml</c>; the user's file of the same name changes rules by code and adds comparisons.</summary>
    /// <param name="facts">The facts that comparisons may name.</param>
    public static CheckRules Load(string folder, string? userFolder, FactPack facts) => CheckRulesFile.Load(folder, userFolder, facts);
}
