using Xueheng.Engines.Rotation;

namespace Xueheng.Planning.Rotation;

/// <summary>What a set of moves does to each place, counted from the teachers themselves.</summary>
internal sealed class EvaluateMoves(RotationCounty built)
{
    /// <summary>The places that give or take.</summary>
    public IReadOnlyList<PlaceBeforeAfter> Places(IReadOnlyList<RotationMove> moves)
    {
        var problem = built.Problem;
        var counts = new int[problem.Places.Count, problem.Subjects];
        foreach (var teacher in problem.Teachers)
        {
            counts[teacher.Place, teacher.Subject]++;
        }

        var after = (int[,])counts.Clone();
        foreach (var move in moves)
        {
            var subject = problem.Teachers[move.Teacher].Subject;
            after[move.From, subject]--;
            after[move.To, subject]++;
        }

        var (leave, come) = (moves.ToLookup(m => m.From), moves.ToLookup(m => m.To));
        return
        [
            .. Enumerable.Range(0, problem.Places.Count).Where(p => leave[p].Any() || come[p].Any()).Select(p => new PlaceBeforeAfter(
                built.Places[p].School,
                built.Places[p].Name,
                built.Places[p].Stage,
                leave[p].Count(),
                come[p].Count(),
                Enumerable.Range(0, problem.Subjects).Sum(s => counts[p, s]),
                Enumerable.Range(0, problem.Subjects).Sum(s => after[p, s]),
                Lacking(p, counts),
                Lacking(p, after),
                [
                    .. Enumerable.Range(0, problem.Subjects).Where(s => counts[p, s] != after[p, s])
                        .Select(s => new SubjectBeforeAfter(built.Subjects[s], counts[p, s], after[p, s], problem.Places[p].Need[s] / 100.0)),
                ])),
        ];

        double Lacking(int place, int[,] has) => Enumerable.Range(0, problem.Subjects).Sum(s => Math.Max(0, problem.Places[place].Need[s] - (100 * has[place, s]))) / 100.0;
    }
}
