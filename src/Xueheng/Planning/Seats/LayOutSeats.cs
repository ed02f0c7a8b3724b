using Xueheng.Census;
using Xueheng.Engines.Location;
using Xueheng.Engines.Seats;
using Xueheng.Standards;

namespace Xueheng.Planning.Seats;

/// <summary>One stage of a county as the engine reads it, with what stands behind each number.</summary>
/// <param name="Sites">Schools, then places for new ones.</param>
/// <param name="Steps">What each option of the problem is.</param>
internal sealed record LaidOutSeats(SeatPlanProblem Problem, IReadOnlyList<SeatPlace> Sites, IReadOnlyList<SeatStep> Steps, IReadOnlyList<HomeOfSchool> Areas, IReadOnlyList<string> Notes);

/// <param name="School">Null for a place without a school yet.</param>
internal sealed record SeatPlace(PlaceSeats? School, string Name, Point At);

/// <summary>
/// Areas are the children of one home town who go to one school now: they live near that school where it is of their town, else at the
/// middle of their town's schools.
/// </summary>
internal static class LayOutSeats
{
    /// <summary>Schools one may be merged into, the nearest.</summary>
    private const int MostPartners = 4;

    public static Outcome<LaidOutSeats> Of(SeatRules rules, Stage stage, CountySeats seats, IReadOnlyList<SchoolRow> schools, IReadOnlyList<HomeOfSchool> homes)
    {
        var (planning, rows) = (rules.Planning, schools.ToDictionary(s => s.School));
        var all = seats.Places.Where(p => p.Stage == stage).ToList();
        var places = all.Where(p => !planning.LeavesOut(new SchoolSubject(rows[p.School], (decimal)p.Now, 0))).ToList();
        if (places.Count == 0)
        {
            return new Failure("XH6212", $"基础数据里没有{stage.Chinese()}，不能作布局方案，请检查学校和 planning.leave_out");
        }

        var lost = places.Where(p => rows[p.School] is not { Longitude: not null, Latitude: not null }).Select(p => p.Name).ToList();
        if (lost.Count > 0)
        {
            return new Failure("XH6209", $"{lost.Count} 所学校没有经纬度，不能算距离，请先补上：{string.Join("、", lost.Take(5))}{(lost.Count > 5 ? "等" : "")}");
        }

        List<SeatPlace> sites =
        [
            .. places.Select(p => new SeatPlace(p, p.Name, At(rows[p.School]))),
            .. planning.Sites.Where(s => s.Stage == stage).Select(s => new SeatPlace(null, s.Name, new Point(s.Longitude, s.Latitude))),
        ];
        var middle = schools.Where(s => s is { Longitude: not null, Latitude: not null }).GroupBy(s => s.Town)
            .ToDictionary(g => g.Key, g => new Point(g.Average(s => s.Longitude!.Value), g.Average(s => s.Latitude!.Value)));
        var years = places[0].Years.Count;
        var (areas, children, zones, kilometres, far) = (new List<HomeOfSchool>(), new List<IReadOnlyList<int>>(), new List<int?>(), new List<IReadOnlyList<double>>(), 0);
        var walk = (double)planning.Walk[stage];
        var homesOf = homes.ToLookup(h => h.School);
        for (var j = 0; j < places.Count; j++)
        {
            var place = places[j];
            List<HomeOfSchool> parts = homesOf[place.School].Any() ? [.. homesOf[place.School].OrderBy(h => h.Town, StringComparer.Ordinal)] : [new HomeOfSchool(place.School, place.Town, 1)];
            var byYear = Enumerable.Range(0, years).Select(t => Divide((int)Math.Ceiling(place.Years[t].Children.Expected - 1e-6), parts)).ToList();
            for (var k = 0; k < parts.Count; k++)
            {
                var home = parts[k].Town == place.Town || !middle.TryGetValue(parts[k].Town, out var town) ? sites[j].At : town;
                double[] ways = [.. sites.Select(s => GreatCircle.Kilometres(home, s.At))];
                far += ways[j] > walk ? 1 : 0;
                ways[j] = Math.Min(ways[j], walk);
                areas.Add(parts[k]);
                zones.Add(j);
                children.Add([.. byYear.Select(y => y[k])]);
                kilometres.Add(ways);
            }
        }

        var (steps, options) = Options(rules, stage, seats, places, sites);
        var problem = new SeatPlanProblem(
            [.. sites.Select(s => s.School is { } school ? (int)Math.Floor(school.Seats) : 0)],
            options,
            children,
            zones,
            kilometres,
            walk,
            [.. Enumerable.Repeat(planning.Budget is { } budget ? (double)budget : double.PositiveInfinity, years)],
            (double)planning.Travel,
            (double)planning.Change)
        {
            MostMoved = planning.MostMoved,
            MostChanges = planning.MostChanges,
        };
        List<string> notes = ["费用、距离和年限是出厂假设，由县里设定（packs/planning/seats.yaml）", "区域是现在同校、同一户籍乡镇的学生；同乡镇的按住在学校旁边，外乡镇的按住在该乡镇各校的中心"];
        if (places.Count < all.Count)
        {
            notes.Add($"{all.Count - places.Count} 所学校不在方案之内（民办、特殊教育等），学生和学位不变");
        }

        if (far > 0)
        {
            notes.Add($"{far} 个区域现在就读的学校比 {walk:0.#} 公里远，仍允许就读，距离按 {walk:0.#} 公里计");
        }

        return new LaidOutSeats(problem, sites, steps, areas, notes);
    }

    private static (List<SeatStep> Steps, List<SeatOption> Options) Options(SeatRules rules, Stage stage, CountySeats seats, List<PlaceSeats> places, List<SeatPlace> sites)
    {
        var (steps, options) = (new List<SeatStep>(), new List<SeatOption>());
        foreach (var step in rules.Planning.Options)
        {
            for (var j = 0; j < places.Count; j++)
            {
                var place = places[j];
                var room = place.Rooms > 0 ? place.Seats / place.Rooms : rules.LimitOf(stage, "");
                var most = step.Kind switch
                {
                    SeatStepKind.Convert => Math.Min(step.Most, Spare(place, seats) / step.Rooms),
                    SeatStepKind.Close or SeatStepKind.Merge => step.Below is { } below && place.Years.Any(y => y.Children.Expected >= (double)below) ? 0 : 1,
                    _ => step.Most,
                };
                if (most <= 0)
                {
                    continue;
                }

                foreach (var into in step.Kind == SeatStepKind.Merge ? Near(sites, places.Count, j, (double)step.Within!) : [null])
                {
                    steps.Add(step);
                    options.Add(new SeatOption(j, step.Closes ? 0 : (int)Math.Floor(step.Rooms * room), (double)step.Cost, step.Lead, (double)step.Yearly, most, step.Closes, Into: into));
                }
            }
        }

        foreach (var (site, i) in rules.Planning.Sites.Where(s => s.Stage == stage).Select((s, i) => (s, i)))
        {
            steps.Add(new SeatStep(SeatStepKind.Build, 0, null, site.Cost, site.Lead, site.Yearly, 1));
            options.Add(new SeatOption(places.Count + i, site.Seats, (double)site.Cost, site.Lead, (double)site.Yearly));
        }

        return (steps, options);
    }

    /// <summary>The nearest schools a school may be merged into.</summary>
    private static IEnumerable<int?> Near(List<SeatPlace> sites, int schools, int at, double within) => Enumerable.Range(0, schools)
        .Where(k => k != at && GreatCircle.Kilometres(sites[at].At, sites[k].At) <= within)
        .OrderBy(k => GreatCircle.Kilometres(sites[at].At, sites[k].At)).Take(MostPartners).Select(k => (int?)k);

    /// <summary>Classrooms that the other stages of the same school do not need in any year.</summary>
    private static int Spare(PlaceSeats place, CountySeats seats) => seats.Places
        .Where(p => p.School == place.School && p.Stage != place.Stage && p.Rooms > 0 && p.Seats > 0)
        .Sum(p => (int)Math.Max(0, Math.Floor((decimal)p.Years.Min(y => y.Surplus) / (p.Seats / p.Rooms))));

    /// <summary>A whole number divided by weights: the largest remainders are rounded up.</summary>
    private static int[] Divide(int all, List<HomeOfSchool> parts)
    {
        double weight = parts.Sum(p => p.Children);
        double[] exact = [.. parts.Select(p => all * p.Children / weight)];
        int[] whole = [.. exact.Select(e => (int)Math.Floor(e))];
        foreach (var i in Enumerable.Range(0, whole.Length).OrderByDescending(i => exact[i] - whole[i]).Take(all - whole.Sum()).ToList())
        {
            whole[i]++;
        }

        return whole;
    }

    private static Point At(SchoolRow school) => new(school.Longitude!.Value, school.Latitude!.Value);
}
