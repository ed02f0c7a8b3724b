namespace Xueheng.Tests.CensusImports;

/// <summary>Looks at the managed heap while something runs; for tests that run alone in the process.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly long _before = GC.GetTotalMemory(forceFullCollection: true);
    private readonly Timer _timer;
    private long _most;

    public MemoryWatch() => _timer = new Timer(_ => _most = Math.Max(_most, GC.GetTotalMemory(false)), null, 0, 20);

    public double MegabytesTaken() => Math.Max(0, _most - _before) / 1048576.0;

    public void Dispose() => _timer.Dispose();
}
