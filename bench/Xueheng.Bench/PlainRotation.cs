using Google.OrTools.Sat;
using Xueheng.Engines.Rotation;

namespace Xueheng.Bench;

/// <summary>What one writes first: a true-or-false for each teacher and school, given to CP-SAT; and a greedy one. The yardsticks of the rotation.</summary>
internal static class PlainRotation
{
    /// <summary>Counts further than this above the present one are not modelled: no answer has them.</summary>
    private const int Beyond = 60;

    /// <summary>Minimises the three levels of staffing and balance one after the other, an equal share of the seconds each. Couples, which need pairs, stay.</summary>
    /// <returns>Values of shortfall, worst and disparity; null where nothing was found.</returns>
    public static long[]? CpSat(RotationProblem problem, IReadOnlyList<RotationRule> rules, double seconds)
    {
        long[]? reached = null;
        var limits = new long?[3];
        for (var level = 0; level < 3; level++)
        {
            var model = new CpModel();
            var (goals, moves) = Build(model, problem, rules, limits);
            model.Minimize(goals[level]);
            using var solver = new CpSolver { StringParameters = FormattableString.Invariant($"max_time_in_seconds:{seconds / 3} num_workers:2") };
            var status = solver.Solve(model);
            if (status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
            {
                Console.WriteLine(FormattableString.Invariant($"  CP-SAT level {level}: {status}, {moves.Count} variables, bound {solver.BestObjectiveBound:F0}"));
                return reached;
            }

            List<RotationMove> chosen = [.. moves.Where(m => solver.BooleanValue(m.Var)).Select(m => m.Move)];
            var evaluated = EvaluateRotation.Run(problem, rules, RotationPins.None, chosen);
            reached = [.. evaluated.Values.Take(3)];
            limits[level] = (long)Math.Round(solver.ObjectiveValue);
            Console.WriteLine(FormattableString.Invariant($"  CP-SAT level {level}: {reached[level]} ({status}, bound {solver.BestObjectiveBound:F0}), {chosen.Count} moves, {evaluated.Broken.Count} rules broken"));
        }

        return reached;
    }

    private static (LinearExpr[] Goals, List<(BoolVar Var, RotationMove Move)> Moves) Build(CpModel model, RotationProblem problem, IReadOnlyList<RotationRule> rules, long?[] limits)
    {
        var (subjects, indicators) = (Empty(problem, problem.Subjects), Empty(problem, problem.Indicators));
        var moves = new List<(BoolVar Var, RotationMove Move)>();
        var (givers, total, backbone) = (problem.Places.Select(_ => new List<BoolVar>()).ToList(), problem.Places.Select(_ => new List<(BoolVar, int)>()).ToList(), problem.Places.Select(_ => new List<(BoolVar, int)>()).ToList());
        var (years, farthest) = (rules.OfType<YearsAtSchool>().Single().Years, rules.OfType<FarthestMove>().Single().Metres);
        for (var t = 0; t < problem.Teachers.Count; t++)
        {
            var teacher = problem.Teachers[t];
            if (teacher.MovedLastYear || teacher.Partner >= 0)
            {
                continue;
            }

            var ways = new List<BoolVar>();
            for (var q = 0; q < problem.Places.Count; q++)
            {
                var asked = teacher.Wishes.Contains(q);
                if (q == teacher.Place || problem.Places[q].Stage != problem.Places[teacher.Place].Stage
                    || !(asked || (teacher.Years >= years && !teacher.Exempt && problem.Between(teacher.Place, q) <= farthest)))
                {
                    continue;
                }

                var way = model.NewBoolVar("");
                ways.Add(way);
                moves.Add((way, new RotationMove(t, teacher.Place, q, asked)));
                foreach (var (place, by) in new[] { (teacher.Place, -1), (q, 1) })
                {
                    subjects[place][teacher.Subject].Add((way, by));
                    total[place].Add((way, by));
                    for (var i = 0; i < problem.Indicators; i++)
                    {
                        if (((teacher.Counts >> i) & 1) != 0)
                        {
                            indicators[place][i].Add((way, by));
                        }
                    }

                    if (teacher.Backbone)
                    {
                        backbone[place].Add((way, by));
                    }
                }

                givers[teacher.Place].Add(way);
            }

            if (ways.Count > 1)
            {
                model.AddAtMostOne(ways);
            }
        }

        var all = LinearExpr.Sum(moves.Select(m => m.Var));
        model.AddLinearConstraint(all, rules.OfType<LeastMovers>().Single().Teachers, rules.OfType<MostMovers>().Single().Teachers);
        var share = rules.OfType<LeastBackbone>().Single().Percent;
        model.Add(LinearExpr.WeightedSum(moves.Select(m => m.Var), moves.Select(m => problem.Teachers[m.Move.Teacher].Backbone ? 100 - share : -share)) >= 0);
        model.Add(LinearExpr.WeightedSum(moves.Select(m => m.Var), moves.Select(m => (long)problem.Between(m.Move.From, m.Move.To))) <= rules.OfType<FarthestTogether>().Single().Metres);
        var (lacking, worst, unequal) = (new List<LinearExpr>(), model.NewIntVar(0, 100_000, ""), new List<LinearExpr>());
        var has = Tally(problem);
        for (var p = 0; p < problem.Places.Count; p++)
        {
            var place = problem.Places[p];
            model.Add(LinearExpr.Sum(givers[p]) <= Math.Max(1, rules.OfType<MostGivers>().Single().Percent * has.All[p] / 100));
            if (place.Posts is { } posts)
            {
                model.Add(Sum(total[p]) <= Math.Max(posts - has.All[p], 0));
            }

            if (place.New)
            {
                model.Add(Sum(backbone[p]) >= rules.OfType<CoreOfNewSchool>().Single().Backbone - has.Backbone[p]);
            }

            for (var s = 0; s < problem.Subjects; s++)
            {
                var (need, now) = (place.Need[s], has.Subjects[p, s]);
                model.Add(Sum(subjects[p][s]) >= Math.Min(now, (need + 99) / 100) - now);
                if (need > 0)
                {
                    var short_ = model.NewIntVar(0, need, "");
                    model.Add(short_ >= need - (100 * now) - (Sum(subjects[p][s]) * 100));
                    model.Add(worst >= short_);
                    lacking.Add(short_);
                }
            }

            for (var i = 0; i < problem.Indicators; i++)
            {
                var (pupils, teachers) = Stage(problem, place.Stage, has, i);
                var cost = new DisparityCost(place.Pupils, pupils, teachers);
                var (low, high) = (Math.Max(0, has.Indicators[p, i] - indicators[p][i].Count(x => x.By < 0)), has.Indicators[p, i] + Math.Min(Beyond, indicators[p][i].Count(x => x.By > 0)));
                var count = model.NewIntVar(low, high, "");
                model.Add(Sum(indicators[p][i]) == count - has.Indicators[p, i]);
                var own = model.NewIntVar(0, Math.Max(cost.Of(low), cost.Of(high)), "");
                for (var n = low; n < high; n++)
                {
                    model.Add(own >= (count * cost.Step(n)) + (cost.Of(n) - (cost.Step(n) * n)));
                }

                unequal.Add(own);
            }
        }

        LinearExpr[] goals = [LinearExpr.Sum(lacking), worst, LinearExpr.Sum(unequal)];
        for (var level = 0; level < limits.Length; level++)
        {
            if (limits[level] is { } limit)
            {
                model.Add(goals[level] <= limit);
            }
        }

        return (goals, moves);
    }

    /// <summary>The single move that lowers shortfall, then disparity most, again and again, while the rules hold.</summary>
    public static long[] Greedy(RotationProblem problem, IReadOnlyList<RotationRule> rules)
    {
        var moves = new List<RotationMove>();
        var (most, years, farthest) = (rules.OfType<MostMovers>().Single().Teachers, rules.OfType<YearsAtSchool>().Single().Years, rules.OfType<FarthestMove>().Single().Metres);
        var has = Tally(problem);
        var costs = new Dictionary<(int Place, int Indicator), DisparityCost>();
        for (var p = 0; p < problem.Places.Count; p++)
        {
            for (var i = 0; i < problem.Indicators; i++)
            {
                var (pupils, teachers) = Stage(problem, problem.Places[p].Stage, has, i);
                costs[(p, i)] = new DisparityCost(problem.Places[p].Pupils, pupils, teachers);
            }
        }

        var (gone, gave, start) = (new HashSet<int>(), new int[problem.Places.Count], (int[])has.All.Clone());
        while (moves.Count < most)
        {
            (long Lacking, long Unequal, int Teacher, int To)? best = null;
            for (var t = 0; t < problem.Teachers.Count; t++)
            {
                var one = problem.Teachers[t];
                if (gone.Contains(t) || one.MovedLastYear || one.Partner >= 0 || one.Exempt || !(one.Years >= years)
                    || gave[one.Place] >= Math.Max(1, rules.OfType<MostGivers>().Single().Percent * start[one.Place] / 100)
                    || (has.Subjects[one.Place, one.Subject] - 1) * 100 < problem.Places[one.Place].Need[one.Subject])
                {
                    continue;
                }

                for (var q = 0; q < problem.Places.Count; q++)
                {
                    if (q == one.Place || problem.Places[q].Stage != problem.Places[one.Place].Stage || problem.Between(one.Place, q) > farthest
                        || (problem.Places[q].Posts is { } posts && has.All[q] + 1 > Math.Max(posts, start[q])))
                    {
                        continue;
                    }

                    var lacking = Lack(q, one.Subject, 1) - Lack(q, one.Subject, 0);
                    long unequal = 0;
                    for (var i = 0; i < problem.Indicators; i++)
                    {
                        unequal += ((one.Counts >> i) & 1) == 0 ? 0 : costs[(q, i)].Step(has.Indicators[q, i]) - costs[(one.Place, i)].Step(has.Indicators[one.Place, i] - 1);
                    }

                    if ((lacking < 0 || (lacking == 0 && unequal < 0)) && (best is not { } b || (lacking, unequal).CompareTo((b.Lacking, b.Unequal)) < 0))
                    {
                        best = (lacking, unequal, t, q);
                    }
                }
            }

            if (best is not { } found)
            {
                break;
            }

            var mover = problem.Teachers[found.Teacher];
            gone.Add(found.Teacher);
            gave[mover.Place]++;
            foreach (var (place, by) in new[] { (mover.Place, -1), (found.To, 1) })
            {
                has.Subjects[place, mover.Subject] += by;
                has.All[place] += by;
                for (var i = 0; i < problem.Indicators; i++)
                {
                    has.Indicators[place, i] += (int)((mover.Counts >> i) & 1) * by;
                }
            }

            moves.Add(new RotationMove(found.Teacher, mover.Place, found.To, false));
        }

        var evaluated = EvaluateRotation.Run(problem, rules, RotationPins.None, moves);
        Console.WriteLine($"  greedy: {moves.Count} moves, {evaluated.Broken.Count} rules broken");
        return [.. evaluated.Values.Take(3)];

        long Lack(int place, int subject, int more) => Math.Max(0L, problem.Places[place].Need[subject] - (100L * (has.Subjects[place, subject] + more)));
    }

    private static (double Pupils, double Teachers) Stage(RotationProblem problem, int stage, (int[,] Subjects, int[,] Indicators, int[] All, int[] Backbone) has, int indicator)
    {
        var places = Enumerable.Range(0, problem.Places.Count).Where(p => problem.Places[p].Stage == stage).ToList();
        return (places.Sum(p => problem.Places[p].Pupils), places.Sum(p => has.Indicators[p, indicator]));
    }

    private static (int[,] Subjects, int[,] Indicators, int[] All, int[] Backbone) Tally(RotationProblem problem)
    {
        var has = (Subjects: new int[problem.Places.Count, problem.Subjects], Indicators: new int[problem.Places.Count, problem.Indicators], All: new int[problem.Places.Count], Backbone: new int[problem.Places.Count]);
        foreach (var teacher in problem.Teachers)
        {
            has.Subjects[teacher.Place, teacher.Subject]++;
            has.All[teacher.Place]++;
            has.Backbone[teacher.Place] += teacher.Backbone ? 1 : 0;
            for (var i = 0; i < problem.Indicators; i++)
            {
                has.Indicators[teacher.Place, i] += (int)((teacher.Counts >> i) & 1);
            }
        }

        return has;
    }

    private static List<(BoolVar Var, int By)>[][] Empty(RotationProblem problem, int kinds) =>
        [.. problem.Places.Select(_ => Enumerable.Range(0, kinds).Select(_ => new List<(BoolVar, int)>()).ToArray())];

    private static LinearExpr Sum(List<(BoolVar Var, int By)> terms) => LinearExpr.WeightedSum(terms.Select(t => t.Var), terms.Select(t => (long)t.By));
}
