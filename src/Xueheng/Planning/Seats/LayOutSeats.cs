using Xueheng.Census;
using Xueheng.Engines.Location;
using Xueheng.Engines.Seats;
using Xueheng.Planning.SeatMaps;
using Xueheng.Standards;

namespace Xueheng.Planning.Seats;

/// <summary>One stage of a county laid out to be planned, with what stands behind each number.</summary>
/// <param name="Layout">Nothing done yet, everybody where they are.</param>
internal sealed record LaidOutSeats(SeatLayout Layout, IReadOnlyList<PlaceSeats> Places, IReadOnlyList<string> Notes);

/// <summary>
/// Areas are the children of one home town who go to one school now: they live near that school where it is of their town, else at the
/// middle of their town's schools.
/// </summary>
internal static class LayOutSeats
{
    /// <summary>Schools one may be merged into, the nearest.</summary>
    private const int MostPartners = 4;

    public static readonly Failure NoBoundaries = new("XH6238", "要求每所学校的区域连成一片，就要有区域边界（面）的 .geojson 文件，请一并选择，或者去掉这项要求");

    public static Outcome<LaidOutSeats> Of(SeatRules rules, Stage stage, CountySeats seats, IReadOnlyList<SchoolRow> schools, IReadOnlyList<HomeOfSchool> homes, AreaFile? file, bool connected)
    {
        var (planning, rows, shapes) = (rules.Planning, schools.ToDictionary(s => s.School), file?.Shapes ?? []);
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

        List<SeatSite> sites =
        [
            .. places.Select(p => new SeatSite(p.School, p.Name, rows[p.School].Longitude!.Value, rows[p.School].Latitude!.Value, (int)Math.Floor(p.Seats))),
            .. planning.Sites.Where(s => s.Stage == stage).Select(s => new SeatSite("", s.Name, s.Longitude, s.Latitude, 0)),
        ];
        var areas = Areas(places, sites, homes, new Homes(schools, shapes));
        if (connected && !areas.Exists(a => a.Shape is { } s && shapes[s].Polygon is not null))
        {
            return NoBoundaries;
        }

        var walk = (double)planning.Walk[stage];
        var far = areas.Count(a => GreatCircle.Kilometres(a.Home, sites[a.Zone].At) > walk);
        var (steps, options) = Options(rules, stage, seats, places, sites);
        List<SeatArea> standing = connected ? [.. areas, .. AreaNeighbours.Grounds(sites, shapes, places[0].Years.Count)] : areas;
        var layout = new SeatLayout(
            stage,
            seats.Period + 1,
            sites,
            standing,
            walk,
            (double?)planning.Budget,
            (double)planning.Travel,
            (double)planning.Change,
            planning.MostMoved,
            planning.MostChanges,
            options,
            steps,
            shapes,
            connected ? AreaNeighbours.Of(standing, shapes) : null,
            [.. options.Select(_ => new int[places[0].Years.Count])],
            [.. standing.Select(a => Enumerable.Repeat(a.Zone, places[0].Years.Count).ToArray())]);
        List<string> notes =
        [
            "费用、距离和年限是出厂假设，由县里设定（packs/planning/seats.yaml）",
            areas.Exists(a => a.Shape is not null)
                ? "区域是现在同校、同一户籍乡镇的学生；按区域文件里的位置算距离"
                : "区域是现在同校、同一户籍乡镇的学生；同乡镇的按住在学校旁边，外乡镇的按住在该乡镇各校的中心",
        ];
        if (areas.Exists(a => a.Shape is not null) && areas.FindAll(a => a.Shape is null) is { Count: > 0 } without)
        {
            notes.Add($"区域文件里没有{string.Join("、", without.Select(a => a.Town).Distinct().Take(5))}，{without.Count} 个区域仍按学校的位置估计");
        }

        if (file?.Unused is { Count: > 0 } unused)
        {
            notes.Add($"{file.Name} 里的 {unused.Count} 个要素没有用上，名称和学生的户籍乡镇不一致：{string.Join("、", unused.Take(5))}{(unused.Count > 5 ? "等" : "")}");
        }

        if (places.Count < all.Count)
        {
            notes.Add($"{all.Count - places.Count} 所学校不在方案之内（民办、特殊教育等），学生和学位不变");
        }

        if (far > 0)
        {
            notes.Add($"{far} 个区域现在就读的学校比 {walk:0.#} 公里远，仍允许就读，距离按 {walk:0.#} 公里计");
        }

        return new LaidOutSeats(layout, places, notes);
    }

    private static List<SeatArea> Areas(List<PlaceSeats> places, List<SeatSite> sites, IReadOnlyList<HomeOfSchool> homes, Homes live)
    {
        var areas = new List<SeatArea>();
        var homesOf = homes.ToLookup(h => h.School);
        for (var j = 0; j < places.Count; j++)
        {
            var place = places[j];
            List<HomeOfSchool> parts = homesOf[place.School].Any() ? [.. homesOf[place.School].OrderBy(h => h.Town, StringComparer.Ordinal)] : [new HomeOfSchool(place.School, place.Town, 1)];
            var byYear = place.Years.Select(y => Divide((int)Math.Ceiling(y.Children.Expected - 1e-6), parts)).ToList();
            for (var k = 0; k < parts.Count; k++)
            {
                var (at, shape) = live.Of(parts[k], place.Town, sites[j].At);
                areas.Add(new SeatArea(parts[k].Id, parts[k].Town, j, at.X, at.Y, [.. byYear.Select(y => y[k])], shape));
            }
        }

        return areas;
    }

    private static (List<SeatStep> Steps, List<SeatOption> Options) Options(SeatRules rules, Stage stage, CountySeats seats, List<PlaceSeats> places, List<SeatSite> sites)
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
    private static IEnumerable<int?> Near(List<SeatSite> sites, int schools, int at, double within) => Enumerable.Range(0, schools)
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

    /// <summary>Where the children of an area are taken to live.</summary>
    private sealed class Homes(IReadOnlyList<SchoolRow> schools, IReadOnlyList<AreaShape> shapes)
    {
        private readonly Dictionary<string, int> _shapes = shapes.Index().ToDictionary(s => s.Item.Name, s => s.Index);

        private readonly Dictionary<string, Point> _middles = schools.Where(s => s is { Longitude: not null, Latitude: not null }).GroupBy(s => s.Town)
            .ToDictionary(g => g.Key, g => new Point(g.Average(s => s.Longitude!.Value), g.Average(s => s.Latitude!.Value)));

        /// <summary>An area's own shape goes before that of its town.</summary>
        public (Point At, int? Shape) Of(HomeOfSchool home, string town, Point school) =>
            _shapes.TryGetValue(home.Id, out var shape) || _shapes.TryGetValue(home.Town, out shape) ? (new Point(shapes[shape].Longitude, shapes[shape].Latitude), shape)
            : home.Town == town || !_middles.TryGetValue(home.Town, out var middle) ? (school, null)
            : (middle, null);
    }
}
