namespace Xueheng.Demo.Plans;

/// <summary>The clock of a year that is told afterwards: it stands where it is set.</summary>
internal sealed class DemoClock : TimeProvider
{
    private DateTimeOffset _now;

    /// <summary>Ten in the morning of a day in the county; never back, so that ids stay in the order of what happened.</summary>
    public void Set(DateOnly day)
    {
        var morning = new DateTimeOffset(day.ToDateTime(new TimeOnly(10, 0)), CountyClock.Offset).ToUniversalTime();
        _now = morning > _now ? morning : _now.AddMinutes(1);
    }

    public override DateTimeOffset GetUtcNow() => _now;
}
