using Xueheng.Engines.Rotation;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Tests.Rotation;

/// <summary>Each rule where it binds: with it the answer keeps it, and without it breaking it would pay.</summary>
public sealed class RuleTests
{
    /// <summary>
    /// Three schools in a line, ten kilometres apart. The first has two teachers of the subject the last lacks and one backbone teacher; every move to the last
    /// helps, and the nearer the better.
    /// </summary>
    private static RotationProblem County(
        Func<RotationTeacher, int, RotationTeacher>? teacher = null, Func<RotationPlace, int, RotationPlace>? place = null)
    {
        List<RotationPlace> places = [new(0, 0, 100, [100, 0]), new(1, 0, 100, [100, 0]), new(2, 0, 100, [200, 0])];
        List<RotationTeacher> teachers =
        [
            new(0, 0, 0) { Years = 8 },
            new(0, 0, 0) { Years = 3 },
            new(0, 1, 1) { Years = 9, Backbone = true },
            new(0, 1, 0) { Years = 9 },
            new(1, 0, 0) { Years = 9 },
            new(1, 0, 0) { Years = 2 },
        ];
        return new RotationProblem(
            [.. places.Select((p, i) => place?.Invoke(p, i) ?? p)], [.. teachers.Select((t, i) => teacher?.Invoke(t, i) ?? t)], 2, 1, new[,] { { 0, 10_000, 20_000 }, { 10_000, 0, 10_000 }, { 20_000, 10_000, 0 } });
    }

    public static TheoryData<string> Rules => [.. Cases.Keys];

    private static readonly Dictionary<string, (RotationProblem Problem, RotationRule Rule, RotationRule[] Others)> Cases = new()
    {
        ["years"] = (County(), new YearsAtSchool("任教年限", 9), []),
        ["exemptions"] = (County((t, i) => t with { Exempt = i is 0 or 1 }), new Exemptions("免交流"), []),
        ["not two years running"] = (County((t, _) => t with { MovedLastYear = t.Place == 0 && t.Subject == 0 }), new NotTwoYearsRunning("不连年交流"), []),
        ["least movers"] = (County(), new LeastMovers("交流比例", 4), []),
        ["most movers"] = (County(), new MostMovers("交流规模", 1), []),
        ["least backbone"] = (County(), new LeastBackbone("骨干比例", 30), []),
        ["farthest move"] = (County(), new FarthestMove("单程距离", 9_000), []),
        ["farthest together"] = (County(), new FarthestTogether("通勤总量", 15_000), []),
        ["couples"] = (County((t, i) => t with { Partner = i switch { 4 => 5, 5 => 4, _ => -1 }, MovedLastYear = i == 5 }), new CouplesWithin("夫妻就近", 5_000), [new NotTwoYearsRunning("不连年交流")]),
        ["volunteers first"] = (County((t, i) => i < 2 ? t with { Wishes = [2] } : t, (p, i) => i == 2 ? p with { Need = [100, 0] } : p), new VolunteersFirst("自愿优先"), []),
        ["core of a new school"] = (County(place: (p, i) => p with { New = i == 2 }), new CoreOfNewSchool("新建学校骨干", 1), []),
        ["keep need"] = (County(place: (p, _) => p with { Need = [200, 0] }), new KeepNeed("不缺科"), []),
        ["within posts"] = (County(place: (p, i) => i == 2 ? p with { Posts = 1 } : p), new WithinPosts("不超编"), []),
        ["most givers"] = (County(place: (p, i) => p with { Need = [i == 2 ? 300 : i * 100, 0] }), new MostGivers("派出上限", 25), []),
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_is_kept_where_breaking_it_would_pay(string name)
    {
        var (problem, rule, others) = Cases[name];
        var with = Solve(problem, [.. others, rule]);
        var without = Solve(problem, others);
        Assert.Equal(RotationStatus.Solved, with.Status);
        Assert.Empty(EvaluateRotation.Run(problem, [.. others, rule], RotationPins.None, with.Moves).Broken);
        Assert.Equal(SmallCounty.Least(problem, [.. others, rule], RotationPins.None)!, with.Levels.Select(l => l.Value));
        if (rule is VolunteersFirst)
        {
            // It asks for an order, not for a limit: with it those go who asked, though they go farther.
            Assert.True(with[RotationLevel.Compelled]!.Value < without.Moves.Count(m => !m.Voluntary));
            Assert.True(with[RotationLevel.Metres]!.Value > without[RotationLevel.Metres]!.Value);
            return;
        }

        Assert.Contains(rule.Name, EvaluateRotation.Run(problem, [.. others, rule], RotationPins.None, without.Moves).Broken.Select(b => b.Rule));
        Assert.True(SmallCounty.Before([.. without.Levels.Select(l => l.Value)], [.. with.Levels.Select(l => l.Value)]));
    }

    [Fact]
    public void The_price_of_a_rule_is_the_first_level_that_would_be_lower_without_it()
    {
        RotationRule[] rules = [new MostMovers("交流规模", 1), new FarthestTogether("通勤总量", 100_000)];
        var problem = County();
        var prices = PriceRules.Run(problem, rules, RotationPins.None, Solve(problem, rules), () => Work, TestContext.Current.CancellationToken);
        Assert.Equal([new RulePrice("交流规模", RotationLevel.Shortfall, 100, 0, 0), new RulePrice("通勤总量", null, 0, 0, 0)], prices);
    }

    [Fact]
    public void A_move_says_what_would_be_worse_without_it_and_which_rule_asked()
    {
        RotationRule[] rules = [new LeastMovers("交流比例", 3)];
        var problem = County();
        var reasons = ExplainMoves.Run(problem, rules, RotationPins.None, Solve(problem, rules).Moves);
        Assert.Equal(3, reasons.Count);
        Assert.True(reasons.Count(r => r.Shortfall == 100) >= 2);
        Assert.All(reasons, r => Assert.Equal(["交流比例"], r.Rules));
    }

    [Fact]
    public void Rules_that_cannot_be_kept_together_are_named_no_more_than_those_and_the_least_easing_is_said()
    {
        RotationRule[] rules = [new YearsAtSchool("任教年限", 5), new LeastMovers("交流比例", 3), new MostMovers("交流规模", 2), new FarthestTogether("通勤总量", 90_000), new Exemptions("免交流")];
        var conflict = FindConflict.Run(County(), rules, RotationPins.None, Work, TestContext.Current.CancellationToken)!;
        Assert.Equal(["交流比例", "交流规模"], conflict.Rules);
        Assert.Equal([new RuleEasing("交流比例", 3, 2), new RuleEasing("交流规模", 2, 3)], conflict.Easings);
    }

    [Fact]
    public void A_pin_against_the_rules_of_the_county_is_named_with_them()
    {
        RotationRule[] rules = [new FarthestTogether("通勤总量", 15_000), new LeastBackbone("骨干比例", 0)];
        var pins = new RotationPins { Goes = new Dictionary<int, int> { [0] = 2, [4] = 2 } };
        var conflict = FindConflict.Run(County(), rules, pins, Work, TestContext.Current.CancellationToken)!;
        Assert.Equal(["通勤总量"], conflict.Rules);
        Assert.Equal([0], conflict.Pinned);
        Assert.Equal([new RuleEasing("通勤总量", 15_000, 30_000)], conflict.Easings);
    }

    private static readonly Budget Work = new(null, 20_000);

    private static RotationAnswer Solve(RotationProblem problem, IReadOnlyList<RotationRule> rules) =>
        SolveRotation.Run(problem, rules, RotationPins.None, Work, cancellation: TestContext.Current.CancellationToken);
}
