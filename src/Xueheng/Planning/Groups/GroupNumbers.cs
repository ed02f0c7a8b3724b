namespace Xueheng.Planning.Groups;

/// <summary>A number of the rules that a person may set for one question.</summary>
/// <param name="Key">As <c>planning/groups.yaml</c> has it; <c>changes</c> stands in no file.</param>
/// <param name="Unit">Empty where it has none.</param>
public sealed record GroupNumber(string Key, string Name, string English, string Unit);

/// <summary>Numbers of the rules for groups.</summary>
public static class GroupNumbers
{
    /// <summary>Of <c>changes</c>: no limit.</summary>
    public const decimal AsManyAsItTakes = -1;

    /// <summary>In the order of the form.</summary>
    public static IReadOnlyList<GroupNumber> All { get; } =
    [
        new("share", "强校占全部学校", "Strong schools, of all", "%"),
        new("pupils", "强校至少有学生", "Pupils of a strong school, at least", "人"),
        new("least", "每组至少", "Schools of a group, at least", "所"),
        new("most", "每组最多", "Schools of a group, at most", "所"),
        new("reach", "到牵头校最远", "To the leading school, at most", "公里"),
        new("alike", "与全县平均强度相差多少算均衡", "Alike enough within", ""),
        new("cap", "单项指标最多算达标线的几倍", "An indicator counts at most so many times its threshold", ""),
        new("changes", "现有成员校最多变动", "Members of now that may change, at most", "所"),
    ];

    /// <summary>The number the rules have; null when the rules do not ask it.</summary>
    public static decimal? Of(GroupRules rules, string key) => key switch
    {
        "share" => rules.StrongShare,
        "pupils" => rules.StrongPupils,
        "least" => rules.Least,
        "most" => rules.Most,
        "reach" => (decimal)rules.Reach,
        "alike" => (decimal)rules.Alike,
        "cap" => rules.Cap,
        "changes" => rules.MostChanges,
        _ => null,
    };

    public static GroupNumber Find(string key) => All.First(n => n.Key == key);

    /// <summary>The rules with these numbers in place of their own.</summary>
    public static Outcome<GroupRules> Over(GroupRules rules, IReadOnlyDictionary<string, decimal> numbers)
    {
        foreach (var (key, number) in numbers)
        {
            if ((number < 0 && (key, number) != ("changes", AsManyAsItTakes)) || (key is "least" or "most" && number < 1) || (key is "cap" or "share" or "reach" && number == 0) || (key == "share" && number > 100)
                || number > 1_000_000 || (key is "pupils" or "least" or "most" or "changes" && number != decimal.Truncate(number)))
            {
                return new Failure("XH6308", $"“{Find(key).Name}”不能是 {number}，请改正");
            }

            rules = key switch
            {
                "share" => rules with { StrongShare = number, StrongSchools = [] },
                "pupils" => rules with { StrongPupils = (int)number },
                "least" => rules with { Least = (int)number },
                "most" => rules with { Most = (int)number },
                "reach" => rules with { Reach = (double)number },
                "alike" => rules with { Alike = (double)number },
                "cap" => rules with { Cap = number },
                "changes" => rules with { MostChanges = number < 0 ? null : (int)number },
                _ => rules,
            };
        }

        return rules.Least > rules.Most ? new Failure("XH6308", $"每组至少 {rules.Least} 所多于每组最多 {rules.Most} 所，请改正") : rules;
    }
}
