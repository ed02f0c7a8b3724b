using Xueheng.Engines.Rotation.Flow;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Rotation;

/// <summary>A rule made looser just so far that an answer exists, the other rules as they are.</summary>
/// <param name="From">The rule's number.</param>
/// <param name="To">The nearest number with an answer.</param>
public sealed record RuleEasing(string Rule, long From, long To)
{
    /// <summary>By which share of the number; to compare easings of different kinds.</summary>
    public double Share => Math.Abs(To - From) / (double)Math.Max(1, Math.Abs(From));
}

/// <summary>Why there is no answer.</summary>
/// <param name="Rules">Rules that cannot be kept together; without any one of them the others can.</param>
/// <param name="Pinned">Teachers whose pins belong to them.</param>
/// <param name="Easings">One rule eased, the least change first.</param>
public sealed record RotationConflict(IReadOnlyList<string> Rules, IReadOnlyList<int> Pinned, IReadOnlyList<RuleEasing> Easings);

/// <summary>A minimal set of rules and pins that no answer keeps, by taking them away one after another, and the nearest numbers that have one.</summary>
public static class FindConflict
{
    /// <returns>Null when an answer was found after all.</returns>
    public static RotationConflict? Run(
        RotationProblem problem, IReadOnlyList<RotationRule> rules, RotationPins pins, Budget budget, CancellationToken cancellation = default)
    {
        var (left, goes, others) = (rules.ToList(), pins.Goes.ToDictionary(), true);
        if (Feasible(left, Pins()))
        {
            return null;
        }

        foreach (var rule in rules)
        {
            if (!Feasible([.. left.Where(r => r != rule)], Pins()))
            {
                left.Remove(rule);
            }
        }

        foreach (var (teacher, place) in pins.Goes)
        {
            goes.Remove(teacher);
            if (Feasible(left, Pins()))
            {
                goes[teacher] = place;
            }
        }

        // Last those who stay and those kept from a place: they belong to it if the rest would do without them.
        others = false;
        others = Feasible(left, Pins());
        var easings = left.Select(rule => Ease(rule)).OfType<RuleEasing>().OrderBy(e => e.Share).ToList();
        return new RotationConflict(
            [.. left.Select(r => r.Name)], [.. goes.Keys.Concat(others ? pins.Stays.Concat(pins.Forbidden.Select(f => f.Teacher)) : []).Distinct().Order()], easings);

        RotationPins Pins() => others ? pins with { Goes = goes } : new RotationPins { Goes = goes };

        bool Feasible(IReadOnlyList<RotationRule> some, RotationPins somePins)
        {
            using var search = new LevelSearch(new FlowModel(problem, some, somePins), budget, null, [], cancellation);
            return search.Begin();
        }

        // With every rule in force, not only those in conflict: the number must do for the whole.
        RuleEasing? Ease(RotationRule rule)
        {
            if (rule.Number is not { } from || !Feasible(With(rule, rule.Loosest(problem)), pins))
            {
                return null;
            }

            var (no, yes) = (from, rule.Loosest(problem));
            while (Math.Abs(yes - no) > 1)
            {
                var middle = no + ((yes - no) / 2);
                (no, yes) = Feasible(With(rule, middle), pins) ? (no, middle) : (middle, yes);
            }

            return new RuleEasing(rule.Name, from, yes);
        }

        List<RotationRule> With(RotationRule rule, long number) => [.. rules.Select(r => r == rule ? r.With(number) : r)];
    }
}
