namespace Xueheng.Plans.Targets;

public enum TargetState
{
    /// <summary>无法判断: it cannot be measured; never counted as reached.</summary>
    Unknown = 0,

    /// <summary>已达到.</summary>
    Reached = 1,

    /// <summary>按进度.</summary>
    OnPath = 2,

    /// <summary>落后于进度.</summary>
    Behind = 3,
}

/// <summary>Where a target stands by the census of a period.</summary>
/// <param name="Reading">What the census says; null when the county has no published census up to the period.</param>
/// <param name="Goal">What is to be reached in the end; null when an increase does not say from where.</param>
/// <param name="Expected">What the path asks for by the period; null before it begins.</param>
/// <param name="Reason">Why it is unknown; null otherwise.</param>
/// <param name="Overdue">The last day has passed and it is not reached.</param>
public sealed record TargetStanding(
    Target Target, MetricReading? Reading, decimal? Goal, decimal? Expected, TargetState State, string? Reason, bool Overdue)
{
    /// <summary>How much is lacking to the goal, in the target's unit; zero when reached, null when unknown.</summary>
    public double? Lacks => State switch
    {
        TargetState.Unknown => null,
        TargetState.Reached => 0,
        _ => Math.Abs((double)Goal!.Value - Reading!.Value!.Value),
    };

    /// <param name="today">The county's day.</param>
    public static TargetStanding Of(Target target, MetricReading? reading, DateOnly today)
    {
        var goal = TargetPath.Goal(target);
        var expected = reading is null ? null : TargetPath.Expected(target.Path, reading.Period);
        var reason = reading is null ? "还没有已发布的基础数据"
            : reading.Value is null ? reading.Missing ?? "没有数据"
            : goal is null ? "增加多少要有起点：请在进度里写明起始学年的数"
            : null;
        if (reason is not null)
        {
            return new TargetStanding(target, reading, goal, expected, TargetState.Unknown, reason, Overdue: false);
        }

        var (value, falls) = (reading!.Value!.Value, TargetPath.Falls(target));
        var state = Reaches(value, goal!.Value, falls) ? TargetState.Reached
            : target.Due >= today && (expected is null || Reaches(value, expected.Value, falls)) ? TargetState.OnPath
            : TargetState.Behind;
        return new TargetStanding(target, reading, goal, expected, state, null, state != TargetState.Reached && target.Due < today);
    }

    private static bool Reaches(double value, decimal bound, bool falls) => falls ? value <= (double)bound : value >= (double)bound;
}
