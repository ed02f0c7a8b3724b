using Xueheng.Census;
using Xueheng.Engines.Projection;

namespace Xueheng.Planning.Seats;

/// <summary>Turns counted children into what the projection reads: a row for each school, or for each area.</summary>
internal sealed class SeatProblem(SeatRules rules, IReadOnlyList<PeriodChildren> history, BirthFile? births)
{
    private readonly List<LadderGrade> _ladder = Present(rules, history);

    /// <summary>Grades some child of the history is in, those they come from before them.</summary>
    public IReadOnlyList<LadderGrade> Ladder => _ladder;

    public IReadOnlyList<Stage> Stages => [.. _ladder.Select(g => g.Stage).Distinct()];

    public bool HasChildren => _ladder.Count > 0;

    /// <summary>The schools of the last period, in order of code.</summary>
    public IReadOnlyList<SchoolRow> Schools { get; } = [.. history[^1].Schools.OrderBy(s => s.School, StringComparer.Ordinal)];

    /// <summary>Children by school: they choose one anew where a stage begins.</summary>
    public ProjectionProblem OfSchools()
    {
        var at = Schools.Select((s, i) => (s.School, i)).ToDictionary(p => p.School, p => p.i);
        var counts = history.Select(period => Table(at, period.Grades.Select(g => (g.School, g.Grade, g.Children)))).ToList();
        return Problem(counts, anew: true, byArea: null);
    }

    /// <summary>Children by area, each area's own cohorts climbing from kindergarten on.</summary>
    public ProjectionProblem OfAreas(IReadOnlyList<string> areas, AreaBasis basis)
    {
        var at = areas.Select((a, i) => (a, i)).ToDictionary(p => p.a, p => p.i);
        var counts = history.Select(period => Table(at, basis == AreaBasis.HomeTowns
            ? period.Homes.Select(h => (h.Town, h.Grade, (double)h.Children))
            : period.Grades.Join(period.Schools, g => g.School, s => s.School, (g, s) => (s.Town, g.Grade, g.Children)))).ToList();
        return Problem(counts, anew: false, byArea: areas);
    }

    /// <summary>Home towns where nearly all pupils of every period say one, else the towns of the schools.</summary>
    public (AreaBasis Basis, IReadOnlyList<string> Areas) Areas()
    {
        var homes = history.All(p =>
            p.Grades.Sum(g => g.Children) is var all && p.Homes.Where(h => h.Town.Length > 0).Sum(h => h.Children) >= 0.95 * all);
        var names = homes ? history.SelectMany(p => p.Homes).Select(h => h.Town) : history.SelectMany(p => p.Schools).Select(s => s.Town);
        return (homes ? AreaBasis.HomeTowns : AreaBasis.TownsOfSchools, [.. names.Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>Births without a gap; null when they do not reach back to who enters next year.</summary>
    public BirthSeries? Births(IReadOnlyList<string>? areas)
    {
        if (births is null)
        {
            return null;
        }

        var total = births.County.Count > 0 ? births.County : births.Areas.GroupBy(b => b.Key.Year).ToDictionary(g => g.Key, g => g.Sum(b => b.Value));
        var last = total.Keys.Max();
        var first = last;
        while (total.ContainsKey(first - 1))
        {
            first--;
        }

        var years = Enumerable.Range(first, last - first + 1).ToList();
        var byArea = areas is not null && areas.All(a => years.TrueForAll(y => births.Areas.ContainsKey((a, y))));
        return new BirthSeries(first, [.. years.Select(y => total[y])], byArea ? [.. years.Select(y => areas!.Select(a => births.Areas[(a, y)]).ToArray())] : null);
    }

    private ProjectionProblem Problem(List<double[][]> counts, bool anew, IReadOnlyList<string>? byArea)
    {
        var (known, stages) = (Births(byArea), Stages.ToList());
        var steps = _ladder.Select((grade, g) =>
        {
            var (group, from) = (stages.IndexOf(grade.Stage), _ladder.FindIndex(l => l.Grade == grade.After));
            if (grade.Mixed)
            {
                return new GradeStep(StepKind.Stock, group);
            }

            // A grade before that nobody was in somewhere (no kindergartens in the census) says nothing.
            var follows = from >= 0 && counts.TrueForAll(c => c.Sum(a => a[from]) > 0);
            var born = grade.Entry is { } age && known is not null && counts.Count > 0 && known.FirstYear <= history[^1].Period - age && known.LastYear >= history[^1].Period - age;
            return born || !follows
                ? new GradeStep(StepKind.Entry, group, Age: grade.Entry ?? 0)
                : new GradeStep(anew && grade.Anew ? StepKind.Spread : StepKind.Follow, group, from);
        }).ToList();
        return new ProjectionProblem(steps, history[0].Period, counts, rules.Years) { Births = known };
    }

    private double[][] Table(Dictionary<string, int> at, IEnumerable<(string Row, string Grade, double Children)> children)
    {
        var table = at.Select(_ => new double[_ladder.Count]).ToArray();
        foreach (var (row, grade, count) in children)
        {
            if (at.TryGetValue(row, out var a) && _ladder.FindIndex(l => l.Grade == grade) is var g and >= 0)
            {
                table[a][g] += count;
            }
        }

        return table;
    }

    private static List<LadderGrade> Present(SeatRules rules, IReadOnlyList<PeriodChildren> history)
    {
        var there = history.SelectMany(p => p.Grades).Where(g => g.Children > 0).Select(g => g.Grade).ToHashSet();
        return [.. rules.Ladder.Where(g => there.Contains(g.Grade))];
    }
}
