using Google.OrTools.Sat;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Groups;

/// <summary>A rule that, eased alone and just so far, lets there be groups.</summary>
/// <param name="Number">What the rule is to be: kilometres, schools, or schools more that may lead.</param>
public sealed record GroupEasing(GroupRule Rule, double Number);

public enum GroupRule
{
    /// <summary>Kilometres to the leader.</summary>
    Reach = 1,

    /// <summary>Schools of a group at the most.</summary>
    Most = 2,

    /// <summary>Schools of a group at the least.</summary>
    Least = 3,

    /// <summary>How many schools more may lead.</summary>
    Strong = 4,

    /// <summary>Schools whose leader may change.</summary>
    Changes = 5,

    /// <summary>What a person has decided of single schools, all of it left out.</summary>
    Decisions = 6,
}

/// <summary>Which single number to change, and to what, where there are no groups. Each rule only ever lets more be the further it is eased, so the least is found by halving.</summary>
public static class EaseGroups
{
    /// <param name="next">Schools that would be the next to be allowed to lead, in that order.</param>
    /// <returns>Only rules that, eased alone, let there be groups; empty when none does.</returns>
    public static IReadOnlyList<GroupEasing> Run(GroupProblem problem, IReadOnlyList<int> next, Budget budget, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(budget);
        var limits = new SearchLimits(budget);
        var strengths = problem.Schools.Select(s => s.Strength).ToList();
        var range = strengths.Count == 0 ? 0 : strengths.Max() - strengths.Min();
        var far = problem.Schools.Index().Where(s => s.Item.Strong).SelectMany(s => problem.Kilometres[s.Index]).Where(k => double.IsFinite(k) && k > problem.Reach).Distinct().Order().ToList();
        return
        [
            .. Least(GroupRule.Reach, far, k => problem with { Reach = k }),
            .. Least(GroupRule.Most, Counts(problem.Most + 1, problem.Schools.Count), n => problem with { Most = (int)n }),
            .. Least(GroupRule.Least, Counts(1, problem.Least - 1).AsEnumerable().Reverse().ToList(), n => problem with { Least = (int)n }),
            .. Least(GroupRule.Strong, Counts(1, next.Count), n => Led(problem, next.Take((int)n))),
            .. problem.MostChanges is { } changes ? Least(GroupRule.Changes, Counts(changes + 1, problem.Schools.Count), n => problem with { MostChanges = (int)n }) : [],
            .. problem.Pins.Count + problem.Forbidden.Count > 0 ? Least(GroupRule.Decisions, [0], _ => problem with { Pins = [], Forbidden = [] }) : [],
        ];

        IEnumerable<GroupEasing> Least(GroupRule rule, List<double> numbers, Func<double, GroupProblem> eased)
        {
            if (numbers.Count == 0 || !Holds(eased(numbers[^1])))
            {
                yield break;
            }

            var (below, enough) = (-1, numbers.Count - 1);
            while (enough - below > 1)
            {
                var middle = (below + enough) / 2;
                (below, enough) = Holds(eased(numbers[middle])) ? (below, middle) : (middle, enough);
            }

            yield return new GroupEasing(rule, numbers[enough]);
        }

        bool Holds(GroupProblem asked) => CheckGroups.Run(asked).Count == 0 && new GroupModel(asked, range).Solve(limits, cancellation).Status is CpSolverStatus.Optimal or CpSolverStatus.Feasible;
    }

    private static List<double> Counts(int from, int to) => [.. Enumerable.Range(from, Math.Max(0, to - from + 1)).Select(n => (double)n)];

    private static GroupProblem Led(GroupProblem problem, IEnumerable<int> more)
    {
        var strong = more.ToHashSet();
        return problem with { Schools = [.. problem.Schools.Select((s, i) => strong.Contains(i) ? s with { Strong = true } : s)] };
    }
}
