using Google.OrTools.LinearSolver;

namespace Xueheng.Engines.Location.Areas;

/// <summary>Some units and some facilities as a linear or whole-number program: every unit in one area, capacities, and separators as they are found.</summary>
internal sealed class AreaModel : IDisposable
{
    private readonly LocationInstance _instance;
    private readonly Solver _solver;
    private readonly int[] _slot;
    private readonly Variable?[] _x;
    private readonly Variable[]? _opened;
    private readonly int[] _units;
    private readonly int[] _facilities;

    /// <param name="solver">The name OR-Tools knows the solver by.</param>
    /// <param name="allowed">Whether a unit may be in a facility's area.</param>
    /// <param name="open">How many of the facilities are opened, at their fixed costs: −1 as many as pays; null: all are, and cost nothing.</param>
    public AreaModel(LocationInstance instance, string solver, int[] units, int[] facilities, Func<int, int, bool> allowed, int? open)
    {
        (_instance, _units, _facilities) = (instance, units, facilities);
        _solver = Solver.CreateSolver(solver) ?? throw new InvalidOperationException($"{solver} is not in this build of OR-Tools.");
        _slot = new int[instance.Facilities];
        Array.Fill(_slot, -1);
        for (var s = 0; s < facilities.Length; s++)
        {
            _slot[facilities[s]] = s;
        }

        _x = new Variable?[instance.Units * facilities.Length];
        var objective = _solver.Objective();
        objective.SetMinimization();
        var loads = facilities.Select(j => _solver.MakeConstraint(double.NegativeInfinity, open is null ? instance.Capacity(j) : 0)).ToArray();
        foreach (var i in units)
        {
            var once = _solver.MakeConstraint(1, 1);
            for (var s = 0; s < facilities.Length; s++)
            {
                var j = facilities[s];
                if (instance.Facility(j).Site < 0 || !allowed(i, j))
                {
                    continue;
                }

                var x = _x[(i * facilities.Length) + s] = _solver.MakeBoolVar("");
                once.SetCoefficient(x, 1);
                loads[s].SetCoefficient(x, instance.Demand(i));
                objective.SetCoefficient(x, instance.Cost(i, j));
            }
        }

        if (open is { } count)
        {
            _opened = new Variable[facilities.Length];
            var exactly = count < 0 ? null : _solver.MakeConstraint(count, count);
            for (var s = 0; s < facilities.Length; s++)
            {
                var y = _opened[s] = _solver.MakeBoolVar("");
                loads[s].SetCoefficient(y, -instance.Capacity(facilities[s]));
                objective.SetCoefficient(y, instance.FixedCost(facilities[s]));
                exactly?.SetCoefficient(y, 1);
                if (At(instance.Facility(facilities[s]).Site, facilities[s]) is { } own)
                {
                    // Where the site is served elsewhere, nobody can be served here.
                    var row = _solver.MakeConstraint(double.NegativeInfinity, 0);
                    row.SetCoefficient(own, 1);
                    row.SetCoefficient(y, -1);
                }
            }
        }
    }

    public Solver Solver => _solver;

    public IReadOnlyList<int> Units => _units;

    public IReadOnlyList<int> Facilities => _facilities;

    public double Value => _solver.Objective().Value();

    public bool Allows(int unit, int facility) => At(unit, facility) is not null;

    /// <summary>Share of a unit in an area by the last solution; −1 where it may not be.</summary>
    public double Share(int unit, int facility) => At(unit, facility)?.SolutionValue() ?? -1;

    public double ReducedCost(int unit, int facility) => At(unit, facility)?.ReducedCost() ?? double.PositiveInfinity;

    public void Add(Separator separator)
    {
        if (At(separator.Unit, separator.Facility) is not { } x)
        {
            return;
        }

        var row = _solver.MakeConstraint(double.NegativeInfinity, 0);
        row.SetCoefficient(x, 1);
        foreach (var k in separator.Parting)
        {
            if (At(k, separator.Facility) is { } parting)
            {
                row.SetCoefficient(parting, -1);
            }
        }
    }

    /// <summary>Tells the solver an answer it may start from.</summary>
    public void Hint(int[] assign, bool[] open)
    {
        var (variables, values) = (new List<Variable>(), new List<double>());
        foreach (var i in _units)
        {
            foreach (var j in _facilities)
            {
                if (At(i, j) is { } x)
                {
                    variables.Add(x);
                    values.Add(assign[i] == j ? 1 : 0);
                }
            }
        }

        for (var s = 0; s < (_opened?.Length ?? 0); s++)
        {
            variables.Add(_opened![s]);
            values.Add(open[_facilities[s]] ? 1 : 0);
        }

        _solver.SetHint([.. variables], [.. values]);
    }

    /// <summary>Reads the whole assignment of the last solution into one of the whole instance.</summary>
    public void Read(int[] assign, bool[] open)
    {
        foreach (var i in _units)
        {
            foreach (var j in _facilities)
            {
                if (At(i, j) is { } x && x.SolutionValue() > 0.5)
                {
                    assign[i] = j;
                }
            }
        }

        for (var s = 0; s < (_opened?.Length ?? 0); s++)
        {
            open[_facilities[s]] = _opened![s].SolutionValue() > 0.5;
        }
    }

    public void Dispose() => _solver.Dispose();

    private Variable? At(int unit, int facility) => unit < 0 || _slot[facility] < 0 ? null : _x[(unit * _facilities.Length) + _slot[facility]];
}
