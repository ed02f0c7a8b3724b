using System.Diagnostics;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.LeastChange;

/// <summary>One run of <see cref="SolveLeastChange"/>: relaxed, checked, sharpened, until the two bounds meet or the budget ends.</summary>
internal sealed class LeastChangeSearch
{
    /// <summary>A requirement over more kinds of steps than this ties schools together and waits until it is missed.</summary>
    private const int FewSteps = 40;

    private readonly LeastChangeProblem _problem;
    private readonly IProgress<LeastChangeProgress>? _progress;
    private readonly SearchLimits _limits;
    private readonly RepairSteps _repair;
    private readonly RelaxedProblem _relaxed;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly HashSet<int> _approached = [];
    private int[]? _best;
    private decimal _bound;
    private int _rounds;

    public LeastChangeSearch(LeastChangeProblem problem, Budget budget, IProgress<LeastChangeProgress>? progress)
    {
        (_problem, _progress) = (problem, progress);
        _limits = new SearchLimits(budget);
        _repair = new RepairSteps(problem);
        _relaxed = new RelaxedProblem(problem);
        for (var r = 0; r < problem.Requirements.Count; r++)
        {
            if (problem.Requirements[r] is BoundRequirement or CountRequirement
                && problem.Requirements[r].Quantities.SelectMany(q => q.Gains).Select(g => g.Step).Distinct().Count() <= FewSteps)
            {
                _relaxed.Add(r);
            }
        }
    }

    public LeastChangeAnswer Run(CancellationToken cancellation)
    {
        while (true)
        {
            _rounds++;
            var sharper = true;
            var relaxed = _relaxed.Solve(_best is null ? null : _problem.CostOf(_best), _best, _limits, cancellation);
            if (relaxed.Conflict.Count > 0)
            {
                return Answer(LeastChangeStatus.Infeasible, relaxed.Conflict);
            }

            _bound = Math.Max(_bound, relaxed.Bound);
            if (relaxed.Steps is { } steps)
            {
                if (Missed(steps) is { Count: > 0 } missed)
                {
                    sharper = Mend(steps, missed, cancellation);
                }
                else
                {
                    Better(steps);
                }
            }

            _progress?.Report(new LeastChangeProgress(_rounds, _bound, _best is null ? null : _problem.CostOf(_best)));
            if (_best is not null && _problem.CostOf(_best) <= _bound)
            {
                return Answer(LeastChangeStatus.Optimal, []);
            }

            if (_limits.Spent || cancellation.IsCancellationRequested || relaxed.Steps is null || !sharper)
            {
                return Answer(_best is null ? LeastChangeStatus.Unknown : LeastChangeStatus.Feasible, []);
            }
        }
    }

    private List<int> Missed(int[] steps) =>
        [.. Enumerable.Range(0, _problem.Requirements.Count).Where(r => !_problem.Requirements[r].Holds(steps))];

    /// <returns>False when nothing more can be said of what was missed than that it was, and there are too many steps to try them all.</returns>
    private bool Mend(int[] steps, List<int> missed, CancellationToken cancellation)
    {
        var repaired = cancellation.IsCancellationRequested ? null : _repair.From(steps, cancellation);
        if (repaired is not null)
        {
            Better(repaired);
        }

        _relaxed.Approach([.. missed.Where(_approached.Add)], _limits, cancellation);
        var sharper = steps.Length <= FewSteps;
        foreach (var r in missed)
        {
            sharper |= _relaxed.Sharpen(r, steps);
            if (repaired is not null && _problem.Requirements[r] is DisparityRequirement disparity)
            {
                _relaxed.Add(r, TangentCut.At(disparity, repaired));
            }
        }

        return sharper;
    }

    private void Better(int[] steps)
    {
        if (_best is null || _problem.CostOf(steps) < _problem.CostOf(_best))
        {
            _best = steps;
        }
    }

    private LeastChangeAnswer Answer(LeastChangeStatus status, IReadOnlyList<int> conflict)
    {
        decimal? cost = _best is null ? null : _problem.CostOf(_best);
        return new LeastChangeAnswer(
            status, _best, cost, cost is { } found ? Math.Min(found, _bound) : _bound, conflict, _rounds, Stopwatch.GetElapsedTime(_started));
    }
}
