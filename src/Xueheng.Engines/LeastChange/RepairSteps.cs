using Xueheng.Engines.Balance;

namespace Xueheng.Engines.LeastChange;

/// <summary>
/// Makes steps fulfil the requirements they miss: always the step that mends most for its cost, worked out in doubles; then takes back what turns out not to be
/// needed. Whether the result fulfils everything is decided exactly.
/// </summary>
internal sealed class RepairSteps
{
    private readonly LeastChangeProblem _problem;
    private readonly IReadOnlyList<int>[] _touched;

    public RepairSteps(LeastChangeProblem problem)
    {
        _problem = problem;
        var touched = new List<int>[problem.Steps.Count];
        for (var s = 0; s < touched.Length; s++)
        {
            touched[s] = [];
        }

        for (var r = 0; r < problem.Requirements.Count; r++)
        {
            foreach (var step in problem.Requirements[r].Quantities.SelectMany(q => q.Gains).Select(g => g.Step).Distinct())
            {
                touched[step].Add(r);
            }
        }

        _touched = touched;
    }

    /// <returns>Null when steps of one kind at a time do not lead to fulfilment.</returns>
    public int[]? From(IReadOnlyList<int> start, CancellationToken cancellation)
    {
        int[] steps = [.. start];
        foreach (var requirement in _problem.Requirements)
        {
            if (requirement is not CountRequirement && !requirement.Holds(steps) && !Mend(requirement, steps, cancellation))
            {
                return null;
            }
        }

        return _problem.Holds(steps) ? Trim(steps, cancellation) : null;
    }

    private bool Mend(Requirement requirement, int[] steps, CancellationToken cancellation)
    {
        var distance = new Distance(requirement, steps);
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var (best, gain) = (-1, 0d);
            foreach (var step in distance.Steps)
            {
                if (steps[step] < (_problem.Steps[step].Most ?? LeastChangeProblem.MostSteps))
                {
                    var mended = (distance.Now - distance.After(step)) / (double)_problem.Steps[step].Cost;
                    (best, gain) = mended > gain ? (step, mended) : (best, gain);
                }
            }

            if (best < 0)
            {
                return requirement.Holds(steps);
            }

            steps[best]++;
            distance.Take(best);
            if (distance.Now <= 1e-9 && requirement.Holds(steps))
            {
                return true;
            }
        }
    }

    /// <summary>Takes single steps back, the dearest first, while everything they touch still holds.</summary>
    private int[] Trim(int[] steps, CancellationToken cancellation)
    {
        foreach (var step in Enumerable.Range(0, steps.Length).Where(s => steps[s] > 0).OrderByDescending(s => _problem.Steps[s].Cost).ToList())
        {
            while (steps[step] > 0 && !cancellation.IsCancellationRequested)
            {
                steps[step]--;
                if (!_touched[step].All(r => _problem.Requirements[r].Holds(steps)))
                {
                    steps[step]++;
                    break;
                }
            }
        }

        return steps;
    }

    /// <summary>How far steps are from a requirement, in doubles, kept up as steps are taken.</summary>
    private sealed class Distance
    {
        private readonly Requirement _requirement;
        private readonly double[][] _values;
        private readonly double[][] _pupils;
        private readonly Dictionary<int, List<(int Indicator, int School, double Gain)>> _gains = [];

        public Distance(Requirement requirement, IReadOnlyList<int> steps)
        {
            _requirement = requirement;
            (IReadOnlyList<IReadOnlyList<Affine>> values, IReadOnlyList<IReadOnlyList<Fraction>> pupils) = requirement switch
            {
                DisparityRequirement d => ([d.Values], [d.Pupils]),
                CompositeRequirement c => (c.Indicators, c.Pupils),
                _ => ((IReadOnlyList<IReadOnlyList<Affine>>)[[.. requirement.Quantities]], (IReadOnlyList<IReadOnlyList<Fraction>>)[[Fraction.One]]),
            };
            _values = [.. values.Select(v => v.Select(a => (double)a.At(steps)).ToArray())];
            _pupils = [.. pupils.Select(p => p.Select(n => (double)n).ToArray())];
            for (var i = 0; i < values.Count; i++)
            {
                for (var s = 0; s < values[i].Count; s++)
                {
                    foreach (var (step, gain) in values[i][s].Gains)
                    {
                        if (!_gains.TryGetValue(step, out var list))
                        {
                            _gains.Add(step, list = []);
                        }

                        list.Add((i, s, (double)gain));
                    }
                }
            }

            Now = Measure();
        }

        public double Now { get; private set; }

        public IEnumerable<int> Steps => _gains.Keys.Order();

        public double After(int step)
        {
            Move(step, 1);
            var after = Measure();
            Move(step, -1);
            return after;
        }

        public void Take(int step)
        {
            Move(step, 1);
            Now = Measure();
        }

        private void Move(int step, int sign)
        {
            foreach (var (indicator, school, gain) in _gains[step])
            {
                _values[indicator][school] += sign * gain;
            }
        }

        private double Measure() => _requirement switch
        {
            BoundRequirement bound => Math.Max(0, (double)bound.AtLeast - _values[0][0]),
            DisparityRequirement disparity => Math.Max(0, Coefficient(0) - (double)disparity.Limit),
            CompositeRequirement composite => Math.Max(0, (Enumerable.Range(0, _values.Length).Sum(Coefficient) / _values.Length) - composite.Limit),
            _ => 0,
        };

        private double Coefficient(int indicator) => Disparity.Of(_values[indicator], _pupils[indicator])?.Cv ?? 10;
    }
}
