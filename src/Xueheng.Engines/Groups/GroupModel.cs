using Google.OrTools.Sat;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Groups;

/// <param name="Leader">Null when none was found.</param>
/// <param name="Metres">The least that is still possible.</param>
internal sealed record GroupModelAnswer(CpSolverStatus Status, int[]? Leader, double Metres);

/// <summary>
/// Groups no less alike than a tolerance, as a model of whole numbers for CP-SAT. That a group's mean lies within a tolerance t of the mean m of all is linear
/// for a given t: Σ n (q − m − t) ≤ 0 and Σ n (q − m + t) ≥ 0 over its schools.
/// </summary>
internal sealed class GroupModel
{
    /// <summary>Strengths are whole numbers of this part; with a million pupils the sums stay far from overflowing.</summary>
    private const double Scale = 1e6;

    private readonly GroupProblem _problem;
    private readonly CpModel _model = new();
    private readonly Dictionary<int, BoolVar> _leads = [];
    private readonly Dictionary<(int Leader, int School), BoolVar> _follows = [];

    /// <param name="tolerance">Of a group's mean strength to the mean of all.</param>
    public GroupModel(GroupProblem problem, double tolerance)
    {
        _problem = problem;
        var all = Enumerable.Range(0, problem.Schools.Count).ToList();
        var mean = problem.MeanOf(all);
        foreach (var leader in all.Where(i => problem.Schools[i].Strong))
        {
            _leads[leader] = _model.NewBoolVar("");
            foreach (var school in all.Where(s => problem.Reaches(leader, s)))
            {
                _follows[(leader, school)] = leader == school ? _leads[leader] : _model.NewBoolVar("");
            }
        }

        var leaders = _follows.ToLookup(f => f.Key.School, f => f.Value);
        foreach (var school in all)
        {
            _model.AddExactlyOne(leaders[school]);
        }

        var groups = _follows.ToLookup(f => f.Key.Leader);
        foreach (var (leader, leads) in _leads)
        {
            var group = groups[leader].ToList();
            var variables = group.Select(f => f.Value).ToList();
            foreach (var follows in variables)
            {
                _model.AddImplication(follows, leads);
            }

            _model.Add(LinearExpr.Sum(variables) <= problem.Most * leads);
            _model.Add(LinearExpr.Sum(variables) >= problem.Least * leads);
            // Rounded so that what the exact tolerance allows is never cut off.
            _model.Add(LinearExpr.WeightedSum(variables, [.. group.Select(f => Excess(f.Key.School, mean + tolerance, up: false))]) <= 0);
            _model.Add(LinearExpr.WeightedSum(variables, [.. group.Select(f => Excess(f.Key.School, mean - tolerance, up: true))]) >= 0);
        }

        Decide();
        foreach (var (one, other) in problem.Together)
        {
            foreach (var leader in _leads.Keys)
            {
                var (first, second) = (_follows.GetValueOrDefault((leader, one)), _follows.GetValueOrDefault((leader, other)));
                if (first is not null && second is not null)
                {
                    _model.Add(first == second);
                }
                else if ((first ?? second) is { } alone)
                {
                    _model.Add(alone == 0);
                }
            }
        }
    }

    /// <summary>What a person has decided, and how much of the groups there are is to stay.</summary>
    private void Decide()
    {
        foreach (var pin in _problem.Pins)
        {
            if (_follows.GetValueOrDefault((pin.Leader, pin.School)) is { } follows)
            {
                _model.Add(follows == 1);
            }
            else
            {
                // A leader that is not strong leads nobody.
                _model.AddBoolOr([]);
            }
        }

        foreach (var (school, leader) in _problem.Forbidden)
        {
            if (_follows.GetValueOrDefault((leader, school)) is { } follows)
            {
                _model.Add(follows == 0);
            }
        }

        if (_problem is { Now: { } now, MostChanges: { } most })
        {
            var known = now.Index().Where(s => s.Item is not null).ToList();
            var stay = known.Select(s => _follows.GetValueOrDefault((s.Item!.Value, s.Index))).OfType<BoolVar>().ToList();
            _model.Add(LinearExpr.Sum(stay) >= known.Count - most);
        }
    }

    private long Excess(int school, double from, bool up)
    {
        var excess = _problem.Schools[school].Pupils * (_problem.Schools[school].Strength - from) * Scale;
        return (long)(up ? Math.Ceiling(excess) : Math.Floor(excess));
    }

    /// <summary>The nearest of them, not only some.</summary>
    public void Nearest() => _model.Minimize(LinearExpr.WeightedSum(
        [.. _follows.Values], [.. _follows.Keys.Select(f => (long)Math.Round(_problem.Apart(f.Leader, f.School) * 1000))]));

    public void Hint(IReadOnlyList<int> leader)
    {
        foreach (var (pair, follows) in _follows)
        {
            _model.AddHint(follows, leader[pair.School] == pair.Leader);
        }
    }

    public GroupModelAnswer Solve(SearchLimits limits, CancellationToken cancellation)
    {
        using var solver = new CpSolver { StringParameters = limits.Parameters() };
        using var stop = cancellation.Register(solver.StopSearch);
        var status = solver.Solve(_model);
        int[]? leader = null;
        if (status is CpSolverStatus.Optimal or CpSolverStatus.Feasible)
        {
            leader = new int[_problem.Schools.Count];
            foreach (var (pair, _) in _follows.Where(f => solver.BooleanValue(f.Value)))
            {
                leader[pair.School] = pair.Leader;
            }
        }

        limits.Use(solver.Response!.DeterministicTime);
        return new GroupModelAnswer(status, leader, solver.BestObjectiveBound);
    }
}
