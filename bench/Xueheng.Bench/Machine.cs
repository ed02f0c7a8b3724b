using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Xueheng.Bench;

/// <summary>What a result was measured on.</summary>
internal static class Machine
{
    public static int Print()
    {
        Console.WriteLine(Describe());
        return 0;
    }

    public static string Describe() =>
        $"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1 << 30)} GiB, {RuntimeInformation.OSDescription.Split(' ')[0]}, {RuntimeInformation.FrameworkDescription}, commit {Commit()}";

    /// <summary>Peak resident memory of this process so far, in MiB.</summary>
    public static double PeakMemory()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1048576.0;
    }

    private static string Commit()
    {
        using var git = Process.Start(new ProcessStartInfo("git", "rev-parse --short HEAD") { RedirectStandardOutput = true });
        return git?.StandardOutput.ReadToEnd().Trim() ?? "unknown";
    }
}
