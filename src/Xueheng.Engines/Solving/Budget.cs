using System.Diagnostics;

namespace Xueheng.Engines.Solving;

/// <summary>How long to search: by a clock, or by work, which gives the same answer on any machine.</summary>
/// <param name="Time">Seconds of the clock; null for none.</param>
/// <param name="Work">Units of work, about as many as a second of one core of 2020 does in milliseconds: 1,000 is about a second; null for none.</param>
/// <param name="Seed">Seeds everything that is drawn.</param>
/// <param name="Threads">Cores to use; the answer within a limit of work does not depend on it.</param>
public sealed record Budget(TimeSpan? Time, long? Work = null, int Seed = 1, int Threads = 1)
{
    /// <summary>Units of work in one deterministic second of a solver.</summary>
    internal const double WorkInSecond = 1000;

    private readonly long _start = Stopwatch.GetTimestamp();

    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>True when the same seed must give the same answer: then nothing may look at the clock.</summary>
    public bool Repeatable => Work is not null;

    /// <summary>Seconds left on the clock; infinite when work is the limit.</summary>
    public double SecondsLeft => Repeatable || Time is not { } time ? double.PositiveInfinity : (time - Elapsed).TotalSeconds;
}
