using System.Diagnostics;
using System.Globalization;
using Xueheng.Engines.Balance;
using Xueheng.Engines.Location;
using Xueheng.Engines.Rotation;
using Xueheng.Engines.Solving;

namespace Xueheng.Bench;

/// <summary>The rotation of a county of any size, beside a plain assignment model and a greedy one; and the schools of Chicago.</summary>
internal static class RotationBench
{
    public static int Run(int schools, int teachers, int seconds, bool alone)
    {
        var problem = RotationCounty.Make(schools, teachers, 1);
        var rules = RotationCounty.Rules(problem);
        var before = EvaluateRotation.Run(problem, [], RotationPins.None, []);
        Console.WriteLine($"{problem.Teachers.Count} teachers, {schools} schools, {problem.Places.Count} places, {rules.Count} rules; before: {string.Join(' ', before.Values.Take(3))}");
        var answer = Solve(problem, rules, RotationPins.None, seconds, null);
        var pins = new RotationPins { Stays = new HashSet<int> { answer.Moves[0].Teacher } };
        Console.WriteLine("after a pin");
        var again = Solve(problem, rules, pins, 4, answer);
        Console.WriteLine($"  {again.Moves.Count(answer.Moves.Contains)} of {answer.Moves.Count} moves as before");
        if (!alone)
        {
            var began = Stopwatch.GetTimestamp();
            Console.WriteLine($"  CP-SAT, one variable for each teacher and school: {string.Join(' ', PlainRotation.CpSat(problem, rules, seconds) ?? [])} in {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
            began = Stopwatch.GetTimestamp();
            Console.WriteLine($"  greedy: {string.Join(' ', PlainRotation.Greedy(problem, rules))} in {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s");
        }

        Console.WriteLine($"  peak {Machine.PeakMemory():F0} MiB");
        return 0;
    }

    /// <summary>Teachers per pupil over all schools brought to the proven least disparity, at most one in ten moving, at most ten kilometres.</summary>
    public static int Chicago(string folder, int seconds)
    {
        var rows = Rows(Path.Combine(folder, "cps_teachers_2016_2019.csv")).Where(r => r["year"] == "2019").ToList();
        var staffed = rows.Select(r => r["school_id"]).ToHashSet();
        var schools = Rows(Path.Combine(folder, "cps_schools_sy1819.csv")).Where(r => Number(r["students"]) > 0 && staffed.Contains(r["school_id"])).ToList();
        var index = schools.Index().ToDictionary(s => s.Item["school_id"], s => s.Index);
        var staff = rows.Where(r => index.ContainsKey(r["school_id"])).DistinctBy(r => (r["person"], r["school_id"]))
            .Select(r => new RotationTeacher(index[r["school_id"]], 0, 1)).ToList();
        var metres = new int[schools.Count, schools.Count];
        for (var i = 0; i < metres.Length; i++)
        {
            metres[i / schools.Count, i % schools.Count] = (int)Math.Round(1000 * GreatCircle.Kilometres(At(schools[i / schools.Count]), At(schools[i % schools.Count])));
        }

        var problem = new RotationProblem([.. schools.Select((s, i) => new RotationPlace(i, 0, Number(s["students"]), [0]))], staff, 1, 1, metres);
        RotationRule[] rules = [new MostMovers("most", staff.Count / 10), new FarthestMove("farthest", 10_000)];
        Console.WriteLine($"{staff.Count} teachers, {schools.Count} schools; {Said(problem, [])}");
        var answer = Solve(problem, rules, RotationPins.None, seconds, null);
        Console.WriteLine($"  {answer.Moves.Count} moves, {answer.Moves.Max(m => problem.Between(m.From, m.To))} m at most; {Said(problem, answer.Moves)}; peak {Machine.PeakMemory():F0} MiB");
        return 0;
    }

    private static string Said(RotationProblem problem, IReadOnlyList<RotationMove> moves)
    {
        var counts = new double[problem.Places.Count];
        foreach (var teacher in problem.Teachers)
        {
            counts[teacher.Place]++;
        }

        foreach (var move in moves)
        {
            (counts[move.From], counts[move.To]) = (counts[move.From] - 1, counts[move.To] + 1);
        }

        var pupils = problem.Places.Select(p => p.Pupils).ToArray();
        var official = Disparity.Of([.. counts.Zip(pupils, (c, p) => c / p)], pupils)!.Value.Cv;
        var each = pupils.Zip(counts, (p, c) => p / c).ToArray();
        var mean = each.Average();
        return string.Create(CultureInfo.InvariantCulture, $"disparity of teachers per pupil {official:F4}, CV of pupils per teacher over schools {Math.Sqrt(each.Average(x => (x - mean) * (x - mean))) / mean:F4}");
    }

    private static RotationAnswer Solve(RotationProblem problem, IReadOnlyList<RotationRule> rules, RotationPins pins, int seconds, RotationAnswer? start)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = SolveRotation.Run(problem, rules, pins, new Budget(TimeSpan.FromSeconds(seconds), null, 1, 2), start);
        var taken = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var evaluated = EvaluateRotation.Run(problem, rules, pins, answer.Moves);
        foreach (var level in answer.Levels)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {level.Level} | {level.Value} | {level.Bound} | {level.Gap:P3} | {level.Seconds:F1} s |"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {answer.Status} in {taken:F1} s, {answer.Moves.Count} moves, worked out from scratch: {string.Join(' ', evaluated.Values)}, {evaluated.Broken.Count} rules broken"));
        return answer;
    }

    private static List<Dictionary<string, string>> Rows(string path)
    {
        using var reader = Sylvan.Data.Csv.CsvDataReader.Create(path);
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetString));
        }

        return rows;
    }

    private static Point At(Dictionary<string, string> school) => new(Number(school["lon"]), Number(school["lat"]));

    private static double Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
