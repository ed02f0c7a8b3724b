using Xueheng.Standards;

namespace Xueheng.Planning.Rotation;

/// <summary>交流轮岗的规则, from <c>packs/planning/rotation.yaml</c>. A rule that is null is not asked.</summary>
/// <param name="Hash">SHA-256 of the text, kept with every scenario.</param>
/// <param name="Indicators">Whose disparity is made least.</param>
/// <param name="Detour">Road ÷ straight line.</param>
/// <param name="SameTown">Kilometres taken between two schools of one 乡镇 without coordinates.</param>
/// <param name="OtherTown">Kilometres taken between schools of different ones.</param>
public sealed record RotationRulePack(
    string Version, string Hash, string Standard, IReadOnlyList<string> Indicators, double Detour, double SameTown, double OtherTown, RotationRuleSet Rules)
{
    internal Func<SchoolSubject, bool> TakesPart { get; init; } = _ => true;
}

/// <summary>The rules, each with its name and its number.</summary>
public sealed record RotationRuleSet
{
    public YearsRule? Years { get; init; }

    public ExemptRule? Exempt { get; init; }

    public NamedRule? NotTwice { get; init; }

    public NumberRule? LeastMovers { get; init; }

    public NumberRule? MostMovers { get; init; }

    public NumberRule? LeastBackbone { get; init; }

    public NumberRule? Farthest { get; init; }

    public NumberRule? Together { get; init; }

    public NumberRule? Couples { get; init; }

    public NamedRule? Volunteers { get; init; }

    public CoreRule? Core { get; init; }

    public NamedRule? KeepNeed { get; init; }

    public NamedRule? WithinPosts { get; init; }

    public NumberRule? MostGivers { get; init; }
}

/// <param name="Confirmed">False when it stands from memory or by our own choice.</param>
public sealed record NamedRule(string Name, string Source, bool Confirmed);

/// <param name="Number">Percent or kilometres, as the pack says.</param>
public sealed record NumberRule(string Name, decimal Number, string Source, bool Confirmed);

public sealed record YearsRule(string Name, decimal Least, bool VolunteersToo, string Source, bool Confirmed);

/// <param name="Ages">By 性别: exempt from this age on.</param>
public sealed record ExemptRule(string Name, IReadOnlyDictionary<string, int> Ages, string Source, bool Confirmed);

/// <param name="FoundedWithin">Years.</param>
/// <param name="Backbone">How many backbone teachers it has afterwards.</param>
public sealed record CoreRule(string Name, int FoundedWithin, int Backbone, string Source, bool Confirmed);
