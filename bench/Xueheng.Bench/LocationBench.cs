using System.Globalization;
using Xueheng.Engines.Location;
using Xueheng.Engines.Location.Reading;
using Xueheng.Engines.Solving;

namespace Xueheng.Bench;

/// <summary>Public location instances, each beside plain OR-Tools models on the same machine for the same seconds.</summary>
/// <remarks>The folder holds <c>p-median</c> (with best_known.csv) and <c>school-location</c> and <c>service-areas</c> (each with published_solutions.csv). Names of instances with connected areas begin with <c>sap</c> or <c>cflsap</c>.</remarks>
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
        foreach (var (file, problem) in Files(folder).Where(f => only is null || Name(f.File, f.Problem).Contains(only, StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(file);
            var read = problem == LocationProblem.PMedian ? ReadPMedian.Run(text) : ReadUnits.Run(text, problem, problem.AsksConnectedAreas() ? File.ReadAllText(Pairs(file)) : null);
            var (name, instance) = (Name(file, problem), read.Instance!);
            var budget = new Budget(TimeSpan.FromSeconds(seconds), Threads: threads);
            var answer = FindLocation.Run(instance, budget);
            var took = budget.Elapsed.TotalSeconds;
            var best = known.TryGetValue(name, out var value) ? value : double.NaN;
            string Plain(Func<LocationInstance, int, int, PlainAnswer> solve) =>
                !plain ? "not run" : !instance.AsksConnectedAreas ? solve(instance, seconds, threads).ToString()
                : solve == PlainLocation.Scip ? PlainAreas.Scip(instance, seconds, threads).ToString() : "";
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
                .Where(f => Path.GetFileName(f) is ['z' or 'g', 'y', 'a' or 'b', _, '.', ..]).Order(StringComparer.Ordinal).SelectMany(f => new[] { (f, LocationProblem.SingleSource), (f, LocationProblem.ConnectedSingleSource) }))
            .Concat(Directory.EnumerateFiles(Path.Combine(folder, "service-areas"), "*_??[a-e].txt").Order(StringComparer.Ordinal).Select(f => (f, LocationProblem.ServiceAreas)));

    private static string Name(string file, LocationProblem problem) =>
        (problem == LocationProblem.ServiceAreas ? "sap " : problem == LocationProblem.ConnectedSingleSource ? "cflsap " : "") + Path.GetFileNameWithoutExtension(file);

    /// <summary>The neighbours of a file's units stand beside it, one file a place.</summary>
    private static string Pairs(string file)
    {
        var name = Path.GetFileNameWithoutExtension(file);
        var place = name.StartsWith("zy", StringComparison.Ordinal) ? "zy" : name.StartsWith("gy_", StringComparison.Ordinal) ? "gy" : "gy2";
        return Path.Combine(Path.GetDirectoryName(file)!, place + "_connectivity.txt");
    }

    /// <summary>Best known costs of the p-median; the published lower bounds of single-source location, connected or not; the published costs of service areas.</summary>
    private static Dictionary<string, double> Known(string folder)
    {
        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
        var known = File.ReadLines(Path.Combine(folder, "p-median", "best_known.csv")).Skip(1).Select(l => l.Split(',')).ToDictionary(c => c[0], c => Number(c[3]));
        foreach (var cells in File.ReadLines(Path.Combine(folder, "school-location", "published_solutions.csv")).Skip(1).Select(l => l.Split(',')).Where(c => c[0] is "SSCFLP" or "CFLSAP"))
        {
            known[cells[0] == "SSCFLP" ? cells[1] : "cflsap " + cells[1]] = Number(cells[3]);
        }

        foreach (var cells in File.ReadLines(Path.Combine(folder, "service-areas", "published_solutions.csv")).Skip(1).Select(l => l.Split(',')))
        {
            known["sap " + cells[0]] = Number(cells[1]);
        }

        return known;
    }

    private static string Text(double value, int digits) => value.ToString("N" + digits, CultureInfo.InvariantCulture);
}
