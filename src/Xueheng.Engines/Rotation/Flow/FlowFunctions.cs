namespace Xueheng.Engines.Rotation.Flow;

/// <summary>Makes the convex costs: shortfall of each subject at each place, disparity of each indicator at each measured place.</summary>
internal static class FlowFunctions
{
    /// <returns>The functions, and where each place's subject or indicator stands among them; −1 where nothing depends on it.</returns>
    public static (IReadOnlyList<FlowFunction> All, int[,] Subjects, int[,] Indicators) Of(
        RotationProblem problem, IReadOnlyList<RotationRule> rules, IReadOnlyList<MoveGroup> groups)
    {
        var places = problem.Places.Count;
        var (subjects, indicators) = (Filled(places, problem.Subjects), Filled(places, problem.Indicators));
        var (hasSubject, outSubject, inSubject) = (new int[places, problem.Subjects], new int[places, problem.Subjects], new int[places, problem.Subjects]);
        var (hasIndicator, outIndicator, inIndicator) = (new int[places, problem.Indicators], new int[places, problem.Indicators], new int[places, problem.Indicators]);
        foreach (var teacher in problem.Teachers)
        {
            hasSubject[teacher.Place, teacher.Subject]++;
            Count(hasIndicator, teacher.Place, teacher.Counts, 1);
        }

        foreach (var group in groups)
        {
            var each = group.Other is null ? group.Members.Length : 1;
            foreach (var leg in group.Other is null ? [group.First] : new[] { group.First, group.Other })
            {
                outSubject[leg.From, leg.Subject] += each;
                Count(outIndicator, leg.From, leg.Counts, each);
                foreach (var to in leg.To)
                {
                    inSubject[to, leg.Subject] += each;
                    Count(inIndicator, to, leg.Counts, each);
                }
            }
        }

        var most = rules.OfType<MostMovers>().Select(r => r.Teachers).DefaultIfEmpty(int.MaxValue).Min();
        var keep = rules.OfType<KeepNeed>().Any();
        var all = new List<FlowFunction>();
        for (var p = 0; p < places; p++)
        {
            for (var s = 0; s < problem.Subjects; s++)
            {
                var (need, has, outs, ins) = (problem.Places[p].Need[s], hasSubject[p, s], outSubject[p, s], inSubject[p, s]);
                if ((need > 0 || keep) && (outs > 0 || ins > 0 || need > 100 * has))
                {
                    subjects[p, s] = all.Count;
                    all.Add(Subject(p, s, need, has, outs, Math.Min(ins, most), keep));
                }
            }
        }

        foreach (var stage in Enumerable.Range(0, places).Where(p => problem.Places[p] is { Measured: true, Pupils: > 0 }).GroupBy(p => problem.Places[p].Stage))
        {
            var pupils = stage.Sum(p => problem.Places[p].Pupils);
            for (var i = 0; i < problem.Indicators; i++)
            {
                var teachers = stage.Sum(p => hasIndicator[p, i]);
                foreach (var p in teachers == 0 ? [] : stage.AsEnumerable())
                {
                    indicators[p, i] = all.Count;
                    all.Add(Indicator(p, i, new DisparityCost(problem.Places[p].Pupils, pupils, teachers), hasIndicator[p, i], outIndicator[p, i], Math.Min(inIndicator[p, i], most)));
                }
            }
        }

        return (all, subjects, indicators);
    }

    private static FlowFunction Subject(int place, int subject, int need, int has, int outs, int ins, bool keep)
    {
        var least = has - outs;
        var full = Math.Max((need + 99) / 100, least);
        var steps = Enumerable.Range(least, full - least + 1).Select(n => Math.Max(0L, need - (100L * (n + 1))) - Math.Max(0L, need - (100L * n))).ToArray();
        var floor = keep ? Math.Max(least, Math.Min(has, (need + 99) / 100)) : least;
        return new FlowFunction(FlowFunctionKind.Subject, place, subject, has, least, has + ins, floor, Math.Max(0L, need - (100L * least)), steps);
    }

    private static FlowFunction Indicator(int place, int indicator, DisparityCost cost, int has, int outs, int ins)
    {
        var least = has - outs;
        var steps = Enumerable.Range(least, Math.Max(1, has + ins - least)).Select(cost.Step).ToArray();
        return new FlowFunction(FlowFunctionKind.Disparity, place, indicator, has, least, has + ins, least, cost.Of(least), steps);
    }

    private static void Count(int[,] counts, int place, uint bits, int by)
    {
        for (var i = 0; bits != 0; i++, bits >>= 1)
        {
            counts[place, i] += (int)(bits & 1) * by;
        }
    }

    private static int[,] Filled(int rows, int columns)
    {
        var filled = new int[rows, columns];
        for (var i = 0; i < filled.Length; i++)
        {
            filled[i / columns, i % columns] = -1;
        }

        return filled;
    }
}
