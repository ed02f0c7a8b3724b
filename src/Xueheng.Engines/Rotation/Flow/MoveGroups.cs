namespace Xueheng.Engines.Rotation.Flow;

/// <summary>What all members of a group are alike in, and where they may go.</summary>
/// <param name="To">Places, rising.</param>
/// <param name="Wishes">Which of them are asked for.</param>
internal sealed record Leg(int From, int Subject, uint Counts, bool Backbone, int[] To, bool[] Wishes);

/// <summary>Teachers between whom nothing but their names decides; or a couple, of whom both, one or neither moves.</summary>
/// <param name="Members">Of a couple the two; else all alike.</param>
/// <param name="Other">The second of a couple; null for a group of people alike.</param>
internal sealed record MoveGroup(int[] Members, Leg First, Leg? Other, int Least)
{
    /// <summary>How often a column of the group may be used in all.</summary>
    public int Supply => Other is null ? Members.Length : 1;
}

/// <summary>Sorts teachers who may move into groups by what the rules and the person in charge allow them.</summary>
internal sealed class MoveGroups
{
    private readonly RotationProblem _problem;
    private readonly RotationPins _pins;
    private readonly YearsAtSchool? _years;
    private readonly bool _exemptions;
    private readonly bool _notTwice;
    private readonly int _farthest;
    private readonly int _couples;
    private readonly ILookup<int, int> _forbidden;
    private readonly ILookup<int, int> _ofStage;

    private MoveGroups(RotationProblem problem, IReadOnlyList<RotationRule> rules, RotationPins pins)
    {
        (_problem, _pins) = (problem, pins);
        _years = rules.OfType<YearsAtSchool>().FirstOrDefault();
        _exemptions = rules.OfType<Exemptions>().Any();
        _notTwice = rules.OfType<NotTwoYearsRunning>().Any();
        _farthest = rules.OfType<FarthestMove>().Select(r => r.Metres).DefaultIfEmpty(int.MaxValue).Min();
        _couples = rules.OfType<CouplesWithin>().Select(r => r.Metres).DefaultIfEmpty(int.MaxValue).Min();
        _forbidden = pins.Forbidden.ToLookup(f => f.Teacher, f => f.Place);
        _ofStage = Enumerable.Range(0, problem.Places.Count).Where(p => problem.Places[p].Open).ToLookup(p => problem.Places[p].Stage);
    }

    /// <summary>The distance within which a couple must be; <see cref="int.MaxValue"/> where no rule says.</summary>
    public int Couples => _couples;

    public required IReadOnlyList<MoveGroup> All { get; init; }

    public static MoveGroups Of(RotationProblem problem, IReadOnlyList<RotationRule> rules, RotationPins pins)
    {
        var sorting = new MoveGroups(problem, rules, pins) { All = [] };
        return new MoveGroups(problem, rules, pins) { All = [.. sorting.Sort()] };
    }

    private IEnumerable<MoveGroup> Sort()
    {
        var legs = Enumerable.Range(0, _problem.Teachers.Count).Select(t => (Teacher: t, Leg: LegOf(t))).Where(l => l.Leg.To.Length > 0).ToDictionary(l => l.Teacher, l => l.Leg);
        var couples = new List<MoveGroup>();
        foreach (var (teacher, leg) in legs.Where(l => Free(l.Key)).ToList())
        {
            var other = _problem.Teachers[teacher].Partner;
            if (_couples == int.MaxValue || other < 0 || !legs.ContainsKey(teacher))
            {
                continue;
            }

            if (legs.TryGetValue(other, out var others) && Free(other))
            {
                couples.Add(new MoveGroup([teacher, other], leg, others, 0));
                legs.Remove(teacher);
                legs.Remove(other);
            }
            else
            {
                // The other one stays, or goes where a person has said: this one goes within reach of that.
                var place = _pins.Goes.GetValueOrDefault(other, _problem.Teachers[other].Place);
                legs[teacher] = Only(leg, p => _problem.Between(p, place) <= _couples);
            }
        }

        var alike = legs.Where(l => l.Value.To.Length > 0)
            .GroupBy(l => (l.Value.From, l.Value.Subject, l.Value.Counts, l.Value.Backbone, Free(l.Key), string.Join(',', l.Value.To), string.Join(',', l.Value.Wishes)))
            .Select(g => new MoveGroup([.. g.Select(l => l.Key)], g.First().Value, null, Free(g.First().Key) ? 0 : g.Count()));
        return couples.Concat(alike);
    }

    private bool Free(int teacher) => !_pins.Goes.ContainsKey(teacher);

    private Leg LegOf(int teacher)
    {
        var one = _problem.Teachers[teacher];
        int[] to = !_problem.Places[one.Place].Open ? [] : _pins.Goes.TryGetValue(teacher, out var pinned) ? [pinned] : Allowed(teacher, one);
        return new Leg(one.Place, one.Subject, one.Counts, one.Backbone, to, [.. to.Select(one.Wishes.Contains)]);
    }

    private int[] Allowed(int teacher, RotationTeacher one)
    {
        if (_pins.Stays.Contains(teacher) || (_notTwice && one.MovedLastYear))
        {
            return [];
        }

        var served = _years is not { } rule || (one.Years ?? 0) >= rule.Years;
        var sent = served && !(_exemptions && one.Exempt);
        var asked = served || !_years!.VolunteersToo;
        return
        [
            .. _ofStage[_problem.Places[one.Place].Stage].Where(p => p != one.Place && !_forbidden[teacher].Contains(p)
                && ((sent && _problem.Between(one.Place, p) <= _farthest) || (asked && one.Wishes.Contains(p)))),
        ];
    }

    private static Leg Only(Leg leg, Func<int, bool> keep)
    {
        var at = Enumerable.Range(0, leg.To.Length).Where(i => keep(leg.To[i])).ToList();
        return leg with { To = [.. at.Select(i => leg.To[i])], Wishes = [.. at.Select(i => leg.Wishes[i])] };
    }
}
