using Xueheng.Engines.Balance;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.LeastChange;

/// <param name="Steps">The cheapest steps of all parts together; null when a part has none.</param>
/// <param name="Bound">Of the cost.</param>
/// <param name="Conflict">Requirements of a part that cannot hold together; empty when there is none.</param>
internal sealed record RelaxedAnswer(int[]? Steps, decimal Bound, IReadOnlyList<int> Conflict);

/// <summary>The requirements taken in so far, solved part by part; a part that has not changed is not solved again.</summary>
internal sealed class RelaxedProblem
{
    /// <summary>How often fractions are tried; the last of them gain little.</summary>
    private const int Approaches = 120;

    /// <summary>A coefficient that misses its limit by less is left to whole steps.</summary>
    private const double Near = 1e-4;

    private readonly LeastChangeProblem _problem;
    private readonly long[] _costs;
    private readonly decimal _unit;
    private readonly SortedSet<int> _taken = [];
    private readonly List<(int Requirement, IntegerRow Row)> _rows = [];
    private readonly List<(int Requirement, IReadOnlyList<(int Step, int Count)> Steps)> _forbidden = [];
    private readonly Dictionary<string, PartAnswer> _solved = [];

    public RelaxedProblem(LeastChangeProblem problem)
    {
        _problem = problem;
        _unit = 1;
        while (problem.Steps.Any(s => decimal.Truncate(s.Cost / _unit) * _unit != s.Cost))
        {
            _unit /= 10;
        }

        _costs = [.. problem.Steps.Select(s => (long)(s.Cost / _unit))];
        var common = _costs.Aggregate(0L, (a, b) => (long)System.Numerics.BigInteger.GreatestCommonDivisor(a, b));
        if (common > 1)
        {
            (_unit, _costs) = (_unit * common, [.. _costs.Select(c => c / common)]);
        }
    }

    public void Add(int requirement) => _taken.Add(requirement);

    public void Add(int requirement, IntegerRow row) => _rows.Add((requirement, row));

    /// <summary>Adds what the requirement says of steps that miss it: itself where it is linear, a tangent of the cone, or at last that it is not these steps.</summary>
    /// <returns>False when all that could be said is that it is not these steps, which leads nowhere where there are many.</returns>
    public bool Sharpen(int requirement, int[] steps)
    {
        if (_problem.Requirements[requirement] is BoundRequirement or CountRequirement && _taken.Add(requirement))
        {
            return true;
        }

        if (_problem.Requirements[requirement] is DisparityRequirement disparity && TangentCut.At(disparity, steps) is var cut && !cut.Holds(steps))
        {
            _rows.Add((requirement, cut));
            return true;
        }

        _forbidden.Add((requirement, [.. StepsOf(requirement).Select(s => (s, steps[s]))]));
        return false;
    }

    /// <summary>Learns half-spaces of cones from steps that may be fractions, which is quick, before whole ones are sought.</summary>
    public void Approach(IReadOnlyList<int> requirements, SearchLimits limits, CancellationToken cancellation)
    {
        var cones = requirements.Select(r => (Requirement: r, Cone: _problem.Requirements[r] as DisparityRequirement)).Where(c => c.Cone is not null).ToList();
        for (var round = 0; cones.Count > 0 && round < Approaches && !limits.Spent && !cancellation.IsCancellationRequested; round++)
        {
            using var model = new FractionModel([.. Enumerable.Range(0, _costs.Length).Select(s => MostOf(s, null))], _costs);
            foreach (var requirement in _taken)
            {
                model.Require(_problem.Requirements[requirement]);
            }

            _rows.ForEach(r => model.Require(r.Row));
            var added = false;
            if (model.Solve() is { } steps)
            {
                foreach (var (requirement, cone) in cones)
                {
                    var values = cone!.Values.Select(v => (double)v.Constant + v.Gains.Sum(g => (double)g.Gain * steps[g.Step])).ToArray();
                    if (Disparity.Of(values, [.. cone.Pupils.Select(n => (double)n)])?.Cv > (double)cone.Limit + Near)
                    {
                        _rows.Add((requirement, TangentCut.Through(cone, [.. values.Select(v => (Fraction)(decimal)v)])));
                        added = true;
                    }
                }
            }

            if (!added)
            {
                return;
            }
        }
    }

    /// <param name="known">The cost of steps that fulfil everything; no step that alone costs more is taken.</param>
    public RelaxedAnswer Solve(decimal? known, int[]? hint, SearchLimits limits, CancellationToken cancellation)
    {
        var steps = new int[_problem.Steps.Count];
        var bound = 0L;
        var whole = true;
        foreach (var part in Parts())
        {
            var key = part.Key + (known is null || part.Rows.Count == 0 ? "" : $" {known}");
            if (!_solved.TryGetValue(key, out var answer))
            {
                answer = Model(part, known, hint).Solve(limits, cancellation);
                limits.Use(answer.Work);
                if (answer.Status is LeastChangeStatus.Optimal or LeastChangeStatus.Infeasible)
                {
                    _solved.Add(key, answer);
                }
            }

            if (answer.Status == LeastChangeStatus.Infeasible)
            {
                return new RelaxedAnswer(null, bound * _unit, part.Requirements);
            }

            bound += answer.Bound;
            whole &= answer.Steps is not null;
            foreach (var (step, count) in answer.Steps ?? new Dictionary<int, int>())
            {
                steps[step] = count;
            }
        }

        return new RelaxedAnswer(whole ? steps : null, bound * _unit, []);
    }

    private StepModel Model(Part part, decimal? known, int[]? hint)
    {
        var model = new StepModel(part.Steps.Select(s => (s, MostOf(s, known))), _costs);
        foreach (var requirement in part.Requirements.Where(_taken.Contains))
        {
            model.Require(_problem.Requirements[requirement]);
        }

        foreach (var row in part.Rows)
        {
            model.Require(_rows[row].Row);
        }

        foreach (var forbidden in part.Forbidden)
        {
            model.Forbid(_forbidden[forbidden].Steps);
        }

        if (hint is not null)
        {
            model.Hint(hint);
        }

        return model;
    }

    private int MostOf(int step, decimal? known)
    {
        var most = _problem.Steps[step].Most ?? LeastChangeProblem.MostSteps;
        return known is { } cost ? (int)Math.Min(most, Math.Floor(cost / _problem.Steps[step].Cost)) : most;
    }

    private IEnumerable<int> StepsOf(int requirement) =>
        _problem.Requirements[requirement].Quantities.SelectMany(q => q.Gains).Select(g => g.Step).Distinct().Order();

    /// <summary>Steps, requirements and rows that hang together; a requirement without steps is a part of its own.</summary>
    private List<Part> Parts()
    {
        var joined = new int[_problem.Steps.Count];
        for (var s = 0; s < joined.Length; s++)
        {
            joined[s] = s;
        }

        var active = _taken.Concat(_rows.Select(r => r.Requirement)).Concat(_forbidden.Select(f => f.Requirement)).Distinct().Order().ToList();
        var steps = active.ToDictionary(r => r, r => StepsOf(r).ToList());
        foreach (var of in steps.Values)
        {
            for (var i = 1; i < of.Count; i++)
            {
                joined[Root(joined, of[i])] = Root(joined, of[0]);
            }
        }

        return
        [
            .. active.GroupBy(r => steps[r].Count == 0 ? -1 - r : Root(joined, steps[r][0])).Select(group =>
            {
                var requirements = group.Order().ToList();
                return new Part(
                    [.. requirements.SelectMany(r => steps[r]).Distinct().Order()],
                    requirements,
                    [.. Enumerable.Range(0, _rows.Count).Where(i => requirements.Contains(_rows[i].Requirement))],
                    [.. Enumerable.Range(0, _forbidden.Count).Where(i => requirements.Contains(_forbidden[i].Requirement))]);
            }),
        ];
    }

    private static int Root(int[] joined, int step)
    {
        while (joined[step] != step)
        {
            step = joined[step] = joined[joined[step]];
        }

        return step;
    }

    private sealed record Part(IReadOnlyList<int> Steps, IReadOnlyList<int> Requirements, IReadOnlyList<int> Rows, IReadOnlyList<int> Forbidden)
    {
        public string Key { get; } = string.Join(',', Requirements) + "/" + string.Join(',', Rows) + "/" + string.Join(',', Forbidden);
    }
}
