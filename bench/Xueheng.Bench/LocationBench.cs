using System.Globalization;
using Xueheng.Engines.Location;
using Xueheng.Engines.Location.Reading;
using Xueheng.Engines.Solving;

namespace Xueheng.Bench;

/// <summary>Public location instances, each beside plain OR-Tools models on the same machine for the same seconds.</summary>
/// <remarks>The folder holds <c>p-median</c> (with best_known.csv) and <c>school-location</c> (with published_solutions.csv).</remarks>
internal static class LocationBench
{
    /// <param name="seconds">Of each solver on each instance.</param>
    /// <param name="only">A part of the names to run; null for all.</param>
    /// <param name="plain">Whether the plain models run too.</param>
    public static int Run(string folder, int seconds, int threads, string? only, bool plain)
    {
        var known = Known(folder);
        Console.WriteLine("| instance | objective | bound | gap | seconds | best known | over it | CP-SAT objective (bound) | SCIP objective (bound) |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        foreach (var (file, problem) in Files(folder).Where(f => only is null || f.File.Contains(only, StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            var read = problem == LocationProblem.PMedian ? ReadPMedian.Run(text) : ReadUnits.Run(text, problem);
            var (name, instance) = (Path.GetFileNameWithoutExtension(file), read.Instance!);
            var budget = new Budget(TimeSpan.FromSeconds(seconds), Threads: threads);
            var answer = FindLocation.Run(instance, budget);
            var took = budget.Elapsed.TotalSeconds;
            var best = known.TryGetValue(name, out var value) ? value : double.NaN;
            string Plain(Func<LocationInstance, int, int, PlainAnswer> solve) => plain ? solve(instance, seconds, threads).ToString() : "not run";
            Console.WriteLine(answer is null
                ? $"| {name} | none | | | {Text(took, 1)} | {Text(best, 2)} | | {Plain(PlainLocation.CpSat)} | {Plain(PlainLocation.Scip)} |"
                : $"| {name} | {Text(answer.Objective, 2)} | {Text(answer.Bound, 2)} | {Text(answer.Gap * 100, 4)} % | {Text(took, 1)} | {Text(best, 2)} | {Text(((answer.Objective / best) - 1) * 100, 4)} % | {Plain(PlainLocation.CpSat)} | {Plain(PlainLocation.Scip)} |");
        }

        Console.WriteLine($"{seconds} s a solver, {threads} threads. Peak {Machine.PeakMemory():N0} MiB. {Machine.Describe()}");
        return 0;
    }

    private static IEnumerable<(string File, LocationProblem Problem)> Files(string folder) =>
        Directory.EnumerateFiles(Path.Combine(folder, "p-median"), "*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".txt" or ".dat").Order(StringComparer.Ordinal).Select(f => (f, LocationProblem.PMedian))
            .Concat(Directory.EnumerateFiles(Path.Combine(folder, "school-location"), "*.txt")
                .Where(f => Path.GetFileName(f) is ['z' or 'g', 'y', 'a' or 'b', _, '.', ..]).Order(StringComparer.Ordinal).Select(f => (f, LocationProblem.SingleSource)));

    /// <summary>Best known costs of the p-median; the published lower bounds of single-source location.</summary>
    private static Dictionary<string, double> Known(string folder)
    {
        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
        var known = File.ReadLines(Path.Combine(folder, "p-median", "best_known.csv")).Skip(1).Select(l => l.Split(',')).ToDictionary(c => c[0], c => Number(c[3]));
        foreach (var cells in File.ReadLines(Path.Combine(folder, "school-location", "published_solutions.csv")).Skip(1).Select(l => l.Split(',')).Where(c => c[0] == "SSCFLP"))
        {
            known[cells[1]] = Number(cells[3]);
        }

        return known;
    }

    private static string Text(double value, int digits) => value.ToString("N" + digits, CultureInfo.InvariantCulture);
}
