using Xueheng.Census;
using Xueheng.Engines.Balance;
using Xueheng.Facts;

namespace Xueheng.Standards;

/// <summary>A fact that is missing, and why.</summary>
internal readonly record struct MissingFact(string Fact, string Reason);

/// <summary>The facts of one school in one stage as indicators see them: what the whole school shares is split between its stages.</summary>
internal sealed class StageFacts
{
    public const string PupilsFact = "pupils";

    private readonly FactPack _pack;
    private readonly Fraction? _share;
    private readonly MissingFact? _shareMissing;

    public StageFacts(MergedSchool school, Stage stage, IReadOnlyList<SplitRule> splits, FactPack pack)
    {
        (School, Stage, _pack) = (school, stage, pack);
        (_share, _shareMissing) = ShareOf(school, stage, splits);
    }

    public MergedSchool School { get; }

    public Stage Stage { get; }

    /// <summary>在校生数 of the stage; null when missing.</summary>
    public decimal? Pupils => School[PupilsFact, Stage].Value;

    /// <summary>The values of some facts in order, or what is missing of them.</summary>
    /// <param name="raised">A fact to take as higher by <paramref name="by"/>; of the whole school where the fact is.</param>
    public (IReadOnlyList<Fraction> Values, IReadOnlyList<MissingFact> Missing) Read(
        IReadOnlyList<string> facts, string? raised = null, int by = 0)
    {
        var values = new List<Fraction>(facts.Count);
        var missing = new List<MissingFact>();
        foreach (var fact in facts)
        {
            var ofSchool = _pack.Find(fact)!.OfSchool;
            var value = School[fact, ofSchool ? null : Stage];
            if (value.Value is not { } number)
            {
                missing.Add(new(fact, value.Missing!));
            }
            else if (ofSchool && _shareMissing is { } reason)
            {
                missing.Add(reason);
            }
            else
            {
                Fraction whole = fact == raised ? number + by : number;
                values.Add(ofSchool && _share is { } share ? whole * share : whole);
            }
        }

        return (values, [.. missing.Distinct()]);
    }

    /// <summary>How much of a fact's change reaches the stage: its share of what the whole school has, all of what is its own.</summary>
    public Fraction Share(string fact) => _pack.Find(fact)!.OfSchool && _share is { } share ? share : 1;

    /// <returns>Both null when the stage has all to itself: one stage alone, or a stage without a weight.</returns>
    private static (Fraction? Share, MissingFact? Missing) ShareOf(MergedSchool school, Stage stage, IReadOnlyList<SplitRule> splits)
    {
        var rule = splits.FirstOrDefault(s => s.Types.Contains(school.School.Type)) ?? splits.FirstOrDefault(s => s.Types.Count == 0);
        if (rule is null || !rule.Weights.ContainsKey(stage))
        {
            return (null, null);
        }

        List<Stage> sharing = [.. school.Stages.Where(rule.Weights.ContainsKey)];
        if (sharing.Count == 1)
        {
            return (null, null);
        }

        var pupils = new List<Fraction>();
        foreach (var one in sharing)
        {
            if (school[PupilsFact, one].Value is not { } number)
            {
                return (null, new(PupilsFact, $"缺少{one.Chinese()}在校生数，共用资源无法分摊"));
            }

            pupils.Add(number);
        }

        return SharedResource.Shares(pupils, [.. sharing.Select(s => (Fraction)rule.Weights[s])]) is { } shares
            ? (shares[sharing.IndexOf(stage)], null)
            : (null, new(PupilsFact, "全校没有在校生，共用资源无法分摊"));
    }
}
