using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Rotation.Flow;

/// <summary>Takes the rotation down level after level, keeping the best answer so far.</summary>
internal sealed class LevelSearch : IDisposable
{
    /// <summary>So many columns are searched whole; more only in part.</summary>
    private const int AllColumns = 6_000;
    private const int SomeColumns = 2_000;
    private const int Rounds = 3;
    private const double Close = 1e-4;

    /// <summary>What a decision of a person is likely to cost in disparity.</summary>
    private const double Likely = 1e-3;

    /// <summary>A gap under old prices that need not be closed by new ones.</summary>
    private const double Contented = 5e-3;
    private const int NodesOfWork = 10;

    /// <summary>Of the time left, what one search in whole numbers may take at most.</summary>
    private const double Share = 0.25;

    private readonly FlowModel _model;
    private readonly Budget _budget;
    private readonly CancellationToken _cancellation;
    private readonly RotationAnswer? _before;
    private readonly HashSet<(int Stage, int Subject)> _touched;
    private readonly LevelPrices?[] _prices = new LevelPrices?[6];
    private readonly FlowFace _face;
    private readonly RelaxedFlow _relaxed;

    /// <param name="before">The answer to nearly the same question; null for none.</param>
    /// <param name="touched">Teachers whom the person in charge has decided on: what is near them is searched first.</param>
    public LevelSearch(FlowModel model, Budget budget, RotationAnswer? before, IEnumerable<int> touched, CancellationToken cancellation)
    {
        (_model, _budget, _before, _cancellation) = (model, budget, before, cancellation);
        _touched = [.. touched.Select(t => model.Problem.Teachers[t]).Select(t => (model.Problem.Places[t.Place].Stage, t.Subject))];
        _face = new FlowFace(model);
        _relaxed = new RelaxedFlow(model, _face);
    }

    /// <summary>The best answer so far; there is one once <see cref="Begin"/> has said so.</summary>
    public FlowSolution Best { get; private set; } = null!;

    /// <summary>For the next question.</summary>
    public RotationPrices Prices => new([.. _prices.Select((p, level) => p ?? Before((RotationLevel)level))]);

    /// <summary>Proven that no answer keeps every rule.</summary>
    public bool Hopeless { get; private set; }

    public void Dispose() => _relaxed.Dispose();

    /// <returns>False when no answer that keeps the rules was found.</returns>
    public bool Begin()
    {
        if (_model.Rows.Any(r => r.Lower > r.Upper))
        {
            Hopeless = true;
            return false;
        }

        var given = FlowSolution.Of(_model, _before?.Moves ?? []);
        if (given.Feasible)
        {
            Keep(given);
        }

        if (AsBefore(given) || Best is not null)
        {
            return true;
        }

        var relaxed = _relaxed.Minimise(RelaxedGoal.Violation, (value, best) => Stopped() || value <= 1e-6 || best > 1e-6);
        if (relaxed.Bound > 1e-6)
        {
            Hopeless = true;
            return false;
        }

        foreach (var all in new[] { false, true })
        {
            using var whole = new WholeFlow(_model, _face, all ? Everything() : Near(relaxed, given, 1), [], RotationLevel.Shortfall);
            var found = whole.Minimise(given, Limit(Share, 0), _cancellation);
            if (found.Best is { Feasible: true })
            {
                Keep(found.Best);
                return true;
            }

            Hopeless = found.None && all;
        }

        return false;
    }

    /// <summary>Most decisions of a person cost little: tries for the shortfalls of the answer before at once.</summary>
    private bool AsBefore(FlowSolution given)
    {
        if (_before is not { Levels.Count: > 0 } || Before(RotationLevel.Disparity) is not { } kept)
        {
            return false;
        }

        var limits = _before.Levels.Select(l => l.Value).ToArray();
        var face = _face.Copy();
        foreach (var level in new[] { RotationLevel.Shortfall, RotationLevel.Disparity })
        {
            if (Before(level) is { } prices)
            {
                var goal = new RelaxedGoal(level);
                var priced = FlowPrices.Of(_model, goal, prices);
                limits[(int)level] = Math.Max(limits[(int)level], Whole(goal, priced.Bound(face, limits).Bound));
                priced.Prune(face, limits, level == RotationLevel.Disparity ? (long)(limits[(int)level] * (1 + Likely)) : limits[(int)level]);
            }

            face.Spare(_model, limits[(int)RotationLevel.Worst]);
        }

        var (columns, _) = Cheapest(face, FlowPrices.Of(_model, new RelaxedGoal(RotationLevel.Disparity), kept), new Dictionary<FlowColumn, double>(), limits, 0);
        using var whole = new WholeFlow(_model, face, With(columns, given.Used.Keys), limits, RotationLevel.Disparity);
        var found = whole.Minimise(given, Limit(Share, 0), _cancellation);
        if (found.Best is not { Feasible: true } best || (Best is not null && Enumerable.Range(0, 3).Select(l => best.Values[l].CompareTo(Best.Values[l])).FirstOrDefault(c => c != 0) > 0))
        {
            return false;
        }

        Keep(best);
        return true;
    }

    /// <summary>Takes the level as low as it can; afterwards it stays there.</summary>
    /// <returns>The bound.</returns>
    public long Reach(RotationLevel level)
    {
        var bound = Best[level] == 0 ? 0
            : level == RotationLevel.Worst ? ReachWorst()
            : ReachSum(level);
        _relaxed.Limit(level, Best[level]);
        return bound;
    }

    private long ReachSum(RotationLevel level)
    {
        var goal = new RelaxedGoal(level);
        if (Before(level) is { } kept && Again(goal, FlowPrices.Of(_model, goal, kept)) is { } again)
        {
            return again;
        }

        var relaxed = _relaxed.Minimise(goal, (value, best) => Stopped() || value - best <= Close * Math.Abs(value));
        _prices[(int)level] = relaxed.Prices.Keep();
        var bound = Whole(goal, relaxed.Bound);
        if (bound < Best[level])
        {
            Try(level, Near(relaxed, Best, 0), Share, 0);
        }

        return Search(level, relaxed.Prices, relaxed.Values, bound);
    }

    /// <summary>With the prices of the answer before: null when they leave too wide a gap to be content with.</summary>
    private long? Again(RelaxedGoal goal, FlowPrices prices)
    {
        var level = goal.Level!.Value;
        var bound = Whole(goal, prices.Bound(_face, Best.Values).Bound);
        if (bound < Best[level] && !Small(bound, Best[level]))
        {
            Try(level, With(Cheapest(_face, prices, new Dictionary<FlowColumn, double>(), Best.Values, 0).Columns, []), Share, 0);
        }

        return Small(bound, Best[level]) ? Search(level, prices, new Dictionary<FlowColumn, double>(), bound) : null;
    }

    /// <summary>Rules out what cannot be in a better answer and searches what is left, or the likeliest part of it.</summary>
    private long Search(RotationLevel level, FlowPrices prices, IReadOnlyDictionary<FlowColumn, double> values, long bound)
    {
        prices.Prune(_face, Best.Values, Best[level]);
        _relaxed.Follow();
        for (var round = 0; round < Rounds && bound < Best[level] && !Stopped(); round++)
        {
            var (columns, all) = Cheapest(_face, prices, values, Best.Values, round);
            var found = Try(level, With(columns, values.Keys), Share, round);
            if (all)
            {
                return Math.Max(bound, Math.Min(Best[level], found));
            }
        }

        return bound;
    }

    private static bool Small(long bound, long value) => value - bound <= Contented * Math.Abs(value);

    /// <summary>Worst shortfalls are a few known numbers: the relaxation says which cannot be reached, by halves, beginning with what no place can be spared.</summary>
    private long ReachWorst()
    {
        var subjects = _model.Functions.Select((f, i) => (Function: f, At: i)).Where(f => f.Function.Kind == FlowFunctionKind.Subject).ToList();
        var candidates = subjects.SelectMany(f => Enumerable.Range(f.Function.Least, f.Function.Steps.Length + 1).Select(f.Function.Of)).Append(0).Distinct().Where(c => c <= Best[RotationLevel.Worst]).Order().ToList();
        var spared = subjects.Select(f => f.Function.Of(_face.Ceiling[f.At])).DefaultIfEmpty().Max();
        var (low, high) = (candidates.IndexOf(spared), candidates.Count - 1);
        if (low < high && Before(RotationLevel.Worst) is { } kept)
        {
            var known = candidates.FindLastIndex(c => c < _before![RotationLevel.Worst]!.Value);
            low = known >= low && FlowPrices.Of(_model, new RelaxedGoal(null, candidates[known]), kept).Bound(_face, Best.Values).Bound > 1e-6 ? known + 1 : low;
        }

        RelaxedAnswer? last = null;
        for (var at = low; low < high && !Stopped(); at = (low + high) / 2)
        {
            var relaxed = _relaxed.Minimise(new RelaxedGoal(null, candidates[at]), (value, best) => Stopped() || value <= 1e-6 || best > 1e-6);
            if (relaxed.Bound > 1e-6)
            {
                low = at + 1;
                _prices[(int)RotationLevel.Worst] = relaxed.Prices.Keep();
            }
            else if (relaxed.Value <= 1e-6)
            {
                (high, last) = (at, relaxed);
            }
            else
            {
                break;
            }
        }

        if (last is not null)
        {
            Try(RotationLevel.Worst, Near(last, Best, 0), Share, 0);
            if (Best[RotationLevel.Worst] > candidates[low] && Everything() is { Count: <= AllColumns } all)
            {
                return Math.Max(candidates[low], Math.Min(Best[RotationLevel.Worst], Try(RotationLevel.Worst, all, Share, 1)));
            }
        }

        return candidates[low];
    }

    /// <returns>The bound over these columns.</returns>
    private long Try(RotationLevel level, IReadOnlyDictionary<FlowColumn, (int, int)> columns, double share, int round)
    {
        if (_cancellation.IsCancellationRequested)
        {
            return long.MinValue;
        }

        using var whole = new WholeFlow(_model, _face, columns, Best.Values, level);
        var found = whole.Minimise(Best, Limit(share, round), _cancellation);
        if (found.Best is { Feasible: true } best && best[level] < Best[level] && Keeps(best, level))
        {
            Keep(best);
        }

        return found.Bound;
    }

    /// <summary>The solver works within tolerances; whole numbers are compared as whole numbers.</summary>
    private bool Keeps(FlowSolution best, RotationLevel level) => Enumerable.Range(0, (int)level).All(l => best.Values[l] <= Best.Values[l]);

    private void Keep(FlowSolution best)
    {
        Best = best;
        foreach (var column in best.Used.Keys)
        {
            _relaxed.Add(column);
        }
    }

    /// <summary>Columns the relaxation or the answer so far uses, each between what they say and <paramref name="wider"/> beyond.</summary>
    private static Dictionary<FlowColumn, (int Least, int Most)> Near(RelaxedAnswer relaxed, FlowSolution best, int wider)
    {
        var near = new Dictionary<FlowColumn, (int Least, int Most)>();
        foreach (var (column, value) in relaxed.Values)
        {
            var used = best.Used.GetValueOrDefault(column);
            near[column] = (Math.Min(used, Math.Max(0, (int)Math.Floor(value + 1e-6) - wider)), Math.Max(used, (int)Math.Ceiling(value - 1e-6) + wider));
        }

        foreach (var (column, used) in best.Used)
        {
            near.TryAdd(column, (0, used));
        }

        return near;
    }

    /// <summary>
    /// The columns with the least reduced cost, beside those the relaxation and the answer so far use. Of columns that cost alike those come first whose
    /// stage and subject the relaxation has fractions in, then in an order of chance.
    /// </summary>
    private (List<FlowColumn> Columns, bool All) Cheapest(
        FlowFace face, FlowPrices prices, IReadOnlyDictionary<FlowColumn, double> values, IReadOnlyList<long> limits, int round)
    {
        var all = face.Columns.SelectMany(c => c).ToList();
        if (all.Count <= AllColumns)
        {
            return (all, true);
        }

        var random = new Random(_budget.Seed + round);
        var fractions = values.Where(v => Math.Abs(v.Value - Math.Round(v.Value)) > 1e-6).Select(v => KindOf(v.Key)).Concat(_touched).ToHashSet();
        var groups = prices.Bound(face, limits).Groups;
        return (
            [
                .. all.Select(c => (Column: c, Cost: Math.Round(prices.Reduced(c) - groups[c.Group], 6), Whole: !fractions.Contains(KindOf(c)), Chance: random.Next()))
                    .OrderBy(c => c.Cost).ThenBy(c => c.Whole).ThenBy(c => c.Chance).Take(SomeColumns).Select(c => c.Column),
            ],
            false);
    }

    private Dictionary<FlowColumn, (int Least, int Most)> With(IEnumerable<FlowColumn> columns, IEnumerable<FlowColumn> others) =>
        columns.Concat(others).Concat(Best?.Used.Keys ?? []).Distinct().ToDictionary(c => c, c => (0, _model.Groups[c.Group].Supply));

    private (int Stage, int Subject) KindOf(FlowColumn column) =>
        _model.Groups[column.Group].First is var leg ? (_model.Problem.Places[leg.From].Stage, leg.Subject) : default;

    private Dictionary<FlowColumn, (int, int)> Everything()
    {
        var all = _face.Columns.SelectMany((columns, g) => columns.Select(c => (Column: c, _model.Groups[g].Supply))).ToDictionary(c => c.Column, c => (0, c.Supply));
        foreach (var column in Best?.Used.Keys ?? [])
        {
            all.TryAdd(column, (0, _model.Groups[column.Group].Supply));
        }

        return all;
    }

    private LevelPrices? Before(RotationLevel level) => _before?.Prices?.Levels[(int)level];

    private bool Stopped() => _cancellation.IsCancellationRequested || _budget.SecondsLeft <= 0;

    /// <summary>Levels are whole numbers, so bounds are rounded up; the tolerance is what the relaxation may err by.</summary>
    private static long Whole(RelaxedGoal goal, double bound) => (long)Math.Ceiling(bound - (1e-4 * goal.Unit) - (1e-8 * Math.Abs(bound)));

    private WholeLimit Limit(double share, int round) => new(
        _budget.Repeatable || !double.IsFinite(_budget.SecondsLeft) ? null : share * _budget.SecondsLeft,
        _budget.Repeatable ? Math.Max(1, (long)(_budget.Work!.Value * share / NodesOfWork)) : null,
        _budget.Seed + round);
}
