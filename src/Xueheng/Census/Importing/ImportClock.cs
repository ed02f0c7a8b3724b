namespace Xueheng.Census;

/// <summary>Tells whoever watches how far an import is, a few times a second and never more.</summary>
internal sealed class ImportClock(CensusBooks books, TimeProvider clock, IProgress<ImportProgress>? watcher)
{
    private const int RowsBetweenLooks = 512;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly long _started = clock.GetTimestamp();
    private readonly double _weight = Math.Max(1, books.Weight);
    private long _told = clock.GetTimestamp();
    private string _tab = "";
    private double _here;
    private double _done;
    private long _rows;

    /// <param name="weight">How much of all there is to read this tab is.</param>
    public void Begin(string tab, double weight)
    {
        _done += _here;
        (_tab, _here) = (tab, weight);
    }

    /// <summary>Counts a row.</summary>
    /// <returns>True now and then, when it is time to look around.</returns>
    public bool Count(SheetRows rows)
    {
        if (++_rows % RowsBetweenLooks != 0)
        {
            return false;
        }

        if (watcher is not null && clock.GetElapsedTime(_told) >= Interval)
        {
            _told = clock.GetTimestamp();
            Tell((_done + (rows.Share * _here)) / _weight);
        }

        return true;
    }

    public void End()
    {
        _tab = "";
        Tell(1);
    }

    private void Tell(double share) =>
        watcher?.Report(new ImportProgress(_tab, _rows, _rows / Math.Max(0.001, clock.GetElapsedTime(_started).TotalSeconds), Math.Clamp(share, 0, 1)));
}
