namespace Xueheng.Engines.Rotation;

/// <summary>A rule that an answer breaks.</summary>
/// <param name="Rule">Name of the rule; of a pin <see cref="EvaluateRotation.Pin"/>.</param>
/// <param name="Place">Where; −1 when it is of the whole county.</param>
/// <param name="Teacher">Whom; −1 when it is of no single teacher.</param>
public sealed record BrokenRule(string Rule, int Place = -1, int Teacher = -1);

/// <summary>A set of moves worked out from scratch.</summary>
/// <param name="Values">Of each level of <see cref="RotationLevel"/>, in order.</param>
public sealed record RotationEvaluation(IReadOnlyList<long> Values, IReadOnlyList<BrokenRule> Broken)
{
    public long this[RotationLevel level] => Values[(int)level];
}

/// <summary>Works out from the problem alone what a set of moves comes to and which rules it breaks; shares nothing with the solver but <see cref="DisparityCost"/>.</summary>
public static class EvaluateRotation
{
    public const string Pin = "指定";

    public static RotationEvaluation Run(RotationProblem problem, IReadOnlyList<RotationRule> rules, RotationPins pins, IReadOnlyList<RotationMove> moves)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var at = problem.Teachers.Select(t => t.Place).ToArray();
        foreach (var move in moves)
        {
            at[move.Teacher] = move.To;
        }

        var before = Tally(problem, [.. problem.Teachers.Select(t => t.Place)]);
        var after = Tally(problem, at);
        var lacking = problem.Places.SelectMany((p, i) => p.Need.Select((need, s) => Math.Max(0, need - (100L * after.Subjects[i, s])))).ToList();
        return new RotationEvaluation(
            [
                lacking.Sum(),
                lacking.DefaultIfEmpty().Max(),
                DisparityOf(problem, before, after),
                rules.OfType<VolunteersFirst>().Any() ? moves.Count(m => !m.Voluntary) : 0,
                moves.Count,
                moves.Sum(m => (long)problem.Between(m.From, m.To)),
            ],
            Broken(problem, rules, pins, moves, at, before, after));
    }

    private sealed record Counts(int[,] Subjects, int[,] Indicators, int[] Backbone, int[] All);

    private static Counts Tally(RotationProblem problem, int[] at)
    {
        var places = problem.Places.Count;
        var counts = new Counts(new int[places, problem.Subjects], new int[places, problem.Indicators], new int[places], new int[places]);
        for (var t = 0; t < at.Length; t++)
        {
            var teacher = problem.Teachers[t];
            counts.Subjects[at[t], teacher.Subject]++;
            counts.All[at[t]]++;
            counts.Backbone[at[t]] += teacher.Backbone ? 1 : 0;
            for (var i = 0; i < problem.Indicators; i++)
            {
                counts.Indicators[at[t], i] += (int)((teacher.Counts >> i) & 1);
            }
        }

        return counts;
    }

    private static long DisparityOf(RotationProblem problem, Counts before, Counts after)
    {
        long sum = 0;
        foreach (var stage in problem.Places.Select((p, i) => (Place: p, At: i)).Where(p => p.Place is { Measured: true, Pupils: > 0 }).GroupBy(p => p.Place.Stage))
        {
            var pupils = stage.Sum(p => p.Place.Pupils);
            for (var i = 0; i < problem.Indicators; i++)
            {
                var teachers = stage.Sum(p => before.Indicators[p.At, i]);
                if (teachers > 0)
                {
                    sum += stage.Sum(p => new DisparityCost(p.Place.Pupils, pupils, teachers).Of(after.Indicators[p.At, i]));
                }
            }
        }

        return sum;
    }

    private static List<BrokenRule> Broken(
        RotationProblem problem, IReadOnlyList<RotationRule> rules, RotationPins pins, IReadOnlyList<RotationMove> moves, int[] at, Counts before, Counts after)
    {
        var found = new List<BrokenRule>();
        foreach (var move in moves)
        {
            var (from, to) = (problem.Places[move.From], problem.Places[move.To]);
            if (from.Stage != to.Stage || move.From == move.To || !from.Open || !to.Open || pins.Stays.Contains(move.Teacher)
                || pins.Forbidden.Contains((move.Teacher, move.To)))
            {
                found.Add(new(Pin, move.To, move.Teacher));
            }
        }

        found.AddRange(pins.Goes.Where(p => at[p.Key] != p.Value).Select(p => new BrokenRule(Pin, p.Value, p.Key)));

        found.AddRange(rules.SelectMany(rule => rule switch
        {
            YearsAtSchool r => Each(r, m => problem.Teachers[m.Teacher] is var t && !((t.Years ?? 0) >= r.Years || (m.Voluntary && !r.VolunteersToo))),
            Exemptions r => Each(r, m => problem.Teachers[m.Teacher].Exempt && !m.Voluntary),
            NotTwoYearsRunning r => Each(r, m => problem.Teachers[m.Teacher].MovedLastYear),
            LeastMovers r => County(r, moves.Count < r.Teachers),
            MostMovers r => County(r, moves.Count > r.Teachers),
            LeastBackbone r => County(r, 100 * moves.Count(m => problem.Teachers[m.Teacher].Backbone) < r.Percent * moves.Count),
            FarthestMove r => Each(r, m => !m.Voluntary && problem.Between(m.From, m.To) > r.Metres),
            FarthestTogether r => County(r, moves.Sum(m => (long)problem.Between(m.From, m.To)) > r.Metres),
            CouplesWithin r => Each(r, m => problem.Teachers[m.Teacher].Partner is >= 0 and var other && problem.Between(at[m.Teacher], at[other]) > r.Metres),
            CoreOfNewSchool r => Places(r, p => problem.Places[p].New && after.Backbone[p] < r.Backbone),
            KeepNeed r => Enumerable.Range(0, problem.Places.Count).SelectMany(p => Enumerable.Range(0, problem.Subjects)
                .Where(s => after.Subjects[p, s] < before.Subjects[p, s] && 100 * after.Subjects[p, s] < problem.Places[p].Need[s]).Select(_ => new BrokenRule(r.Name, p))),
            WithinPosts r => Places(r, p => problem.Places[p].Posts is { } posts && after.All[p] > Math.Max(posts, before.All[p])),
            MostGivers r => Places(r, p => moves.Count(m => m.From == p) > GiversOf(r, before.All[p])),
            VolunteersFirst => [],
            _ => throw new ArgumentException($"No such rule: {rule.GetType().Name}.", nameof(rules)),
        }));
        return found;

        IEnumerable<BrokenRule> Each(RotationRule rule, Func<RotationMove, bool> breaks) =>
            moves.Where(m => !pins.Goes.ContainsKey(m.Teacher) && breaks(m)).Select(m => new BrokenRule(rule.Name, m.To, m.Teacher));

        static IEnumerable<BrokenRule> County(RotationRule rule, bool breaks) => breaks ? [new(rule.Name)] : [];

        IEnumerable<BrokenRule> Places(RotationRule rule, Func<int, bool> breaks) =>
            Enumerable.Range(0, problem.Places.Count).Where(breaks).Select(p => new BrokenRule(rule.Name, p));
    }

    internal static int GiversOf(MostGivers rule, int teachers) => teachers == 0 ? 0 : Math.Max(1, rule.Percent * teachers / 100);
}
