using System.Globalization;
using Xueheng.Engines.Balance;

namespace Xueheng.Standards;

/// <summary>Says in words how a county condition came out, and gathers it into its measurement.</summary>
internal sealed class ConditionWords(CountyCondition condition, DatedBound? bound, bool confirmed)
{
    private const int NamesShown = 5;

    private readonly bool _atLeast = condition.AtLeast.Count > 0;

    /// <summary>The condition in quotation marks, those inside it turned into single ones.</summary>
    public string Quoted { get; } = $"“{condition.Words.Replace('“', '‘').Replace('”', '’')}”";

    private bool Confirmed => confirmed && bound?.Confirmed != false;

    private double? Bound => condition.Kind switch
    {
        CountyConditionKind.EverySchool => 0,
        CountyConditionKind.ShareOfSchools => (double)condition.Share!.Value,
        _ => (double?)bound?.Value,
    };

    public bool Kept(Fraction value) => _atLeast ? value >= bound!.Value : value <= bound!.Value;

    public ConditionMeasurement Unknown(IReadOnlyList<JudgedSchool> schools, IReadOnlyList<string> missing, string detail) =>
        Of(null, Verdict.Unknown, schools, missing, detail);

    /// <summary>No school is of the kind the condition speaks of: none breaks it.</summary>
    public ConditionMeasurement Vacuous() => Of(condition.Kind == CountyConditionKind.EverySchool ? 0 : null, Verdict.Meets, [], [], $"没有{Quoted}所指的学校");

    public ConditionMeasurement Judged(JudgementEntry judgement) => Of(
        null, judgement.Verdict, [], [],
        $"{judgement.JudgedBy} {CountyClock.At(judgement.JudgedAt):yyyy-MM-dd} 判断{Said(judgement.Verdict)}{Quoted}，依据：{judgement.Evidence}");

    public ConditionMeasurement TotalKept(Fraction value) =>
        Of(value, Verdict.Meets, [], [], $"{condition.Words}：{Figure(value)}，达到要求");

    public ConditionMeasurement TotalBroken(Fraction value, IReadOnlyList<(JudgedSchool School, Fraction Value)> below)
    {
        var worst = Worst(below);
        var names = worst.Count == 0 ? "" : $"；其中{(_atLeast ? "低" : "高")}于要求的有{Listed(worst)}";
        return Of(
            value, Verdict.Fails, [.. worst.Select(w => w.School)], [],
            $"{condition.Words}：{Figure(value)}，要求不{(_atLeast ? "低" : "高")}于 {Figure(bound!.Value)}{names}");
    }

    public ConditionMeasurement BySchool(
        Verdict verdict,
        int count,
        IReadOnlyList<(JudgedSchool School, Fraction Value)> broken,
        IReadOnlyList<(JudgedSchool School, IReadOnlyList<(string School, MissingFact Fact)> Missing)> unknown)
    {
        var worst = Worst(broken);
        var keeping = count - broken.Count - unknown.Count;
        Fraction value = condition.Kind == CountyConditionKind.EverySchool ? broken.Count : Fraction.Of(100 * keeping, count);
        List<string> parts = [$"{condition.Words}：{count} 所学校中 {keeping} 所符合"];
        if (worst.Count > 0)
        {
            parts.Add($"{worst.Count} 所不符合：{Listed(worst)}");
        }

        if (unknown.Count > 0)
        {
            parts.Add($"{unknown.Count} 所无法判断：{MissingWords([.. unknown.SelectMany(u => u.Missing)], [.. unknown.Select(u => u.School)])}");
        }

        // A share over schools of which some are unknown is not a share.
        return Of(
            unknown.Count > 0 && (verdict == Verdict.Unknown || condition.Kind != CountyConditionKind.EverySchool) ? null : value,
            verdict,
            [.. worst.Select(w => w.School), .. unknown.Select(u => u.School)],
            verdict == Verdict.Unknown ? [.. unknown.SelectMany(u => u.Missing).Select(m => m.Fact.Fact).Distinct()] : [],
            string.Join("，", parts));
    }

    /// <summary>Which schools lack what, each reason once.</summary>
    public static string MissingWords(IReadOnlyList<(string School, MissingFact Fact)> missing, IReadOnlyList<JudgedSchool> schools) => string.Join(
        "；",
        missing.GroupBy(m => m.Fact.Reason).Take(NamesShown).Select(g =>
            Names(g.Where(m => m.School.Length > 0).Select(m => schools.First(s => s.Code == m.School).Name).Distinct()) + g.Key));

    /// <summary>甲、乙等 12 所学校.</summary>
    public static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count switch
        {
            0 => "",
            <= NamesShown => string.Join("、", all) + " ",
            _ => $"{string.Join("、", all.Take(NamesShown))}等 {all.Count} 所学校",
        };
    }

    private List<(JudgedSchool School, Fraction Value)> Worst(IReadOnlyList<(JudgedSchool School, Fraction Value)> schools) =>
        [.. (_atLeast ? schools.OrderBy(s => s.Value) : schools.OrderByDescending(s => s.Value)).ThenBy(s => s.School.Code, StringComparer.Ordinal)];

    private string Listed(List<(JudgedSchool School, Fraction Value)> schools)
    {
        var shown = string.Join("、", schools.Take(NamesShown).Select(s => $"{s.School.Name}（{Figure(s.Value)}）"));
        return schools.Count > NamesShown ? $"{shown}等 {schools.Count} 所" : shown;
    }

    /// <summary>Four decimals, or more when four would round the value on to the bound.</summary>
    private string Number(Fraction value)
    {
        var number = (decimal)value;
        var rounded = Math.Round(number, 4);
        return (rounded == bound?.Value ? number : rounded).ToString("0.##########", CultureInfo.InvariantCulture);
    }

    /// <summary>With its unit; the percent sign stands close.</summary>
    private string Figure(Fraction value) => condition.Unit == "%" ? $"{Number(value)}%" : $"{Number(value)} {condition.Unit}";

    private static string Said(Verdict verdict) => verdict == Verdict.Meets ? "达到" : "没有达到";

    private ConditionMeasurement Of(
        Fraction? value, Verdict verdict, IReadOnlyList<JudgedSchool> schools, IReadOnlyList<string> missing, string detail) => new(
        condition.Words,
        value is { } known ? (double)known : null,
        Bound,
        verdict,
        [.. schools.Select(s => s.Code)],
        missing,
        Confirmed || bound is null ? detail : detail + "（要求未经核实）",
        Confirmed);
}
