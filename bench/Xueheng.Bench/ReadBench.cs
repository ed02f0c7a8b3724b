using System.Diagnostics;
using Xueheng.Engines.Text;
using Xueheng.Plans.Documents;

namespace Xueheng.Bench;

/// <summary>Documents read per minute on one core: each file of a folder again and again, from its bytes to its commitments.</summary>
internal static class ReadBench
{
    private const int WarmUp = 20;

    public static int Run(string folder, int rounds)
    {
        var rules = ReadReadingRules.From(Path.Combine(AppContext.BaseDirectory, "packs"), null);
        var files = Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(f => (Name: Path.GetFileName(f), Content: File.ReadAllBytes(f))).ToList();
        if (files.Count == 0)
        {
            Console.Error.WriteLine($"no .txt in {folder}");
            return 2;
        }

        var times = new List<double>();
        var characters = 0L;
        for (var round = -WarmUp; round < rounds; round++)
        {
            foreach (var (name, content) in files)
            {
                var clock = Stopwatch.StartNew();
                var opened = OpenDocument.Bytes(name, content).Value;
                ReadDocument.Run(opened.Visible, opened.Text, rules);
                if (round >= 0)
                {
                    times.Add(clock.Elapsed.TotalMilliseconds);
                    characters += opened.Text.Length;
                }
            }
        }

        times.Sort();
        var total = times.Sum();
        Console.WriteLine($"| read | {files.Count} documents of {characters / times.Count:N0} characters | median {times[times.Count / 2]:N2} ms, p95 {times[times.Count * 95 / 100]:N2} ms | {times.Count * 60_000 / total:N0} documents a minute on one core | peak {Machine.PeakMemory():N0} MiB | {Machine.Describe()} |");
        return 0;
    }
}
