namespace Xueheng.Plans.Progress;

/// <summary>How far a number of tasks is. Progress is what was accepted, never what somebody says.</summary>
/// <param name="Overdue">Past their last day and neither handed in nor accepted.</param>
/// <param name="First">The first day any begins, or is due where no beginning is given.</param>
/// <param name="Last">The last day any is due.</param>
public sealed record TaskCount(int All, int Accepted, int Submitted, int Returned, int Overdue, DateOnly? First, DateOnly? Last)
{
    public static readonly TaskCount None = new(0, 0, 0, 0, 0, null, null);

    public int Open => All - Accepted - Submitted - Returned;

    /// <summary>Accepted of all, 0 to 1; null where there are no tasks, which is neither done nor not.</summary>
    public double? Share => All == 0 ? null : (double)Accepted / All;

    public static TaskCount operator +(TaskCount a, TaskCount b) => new(
        a.All + b.All,
        a.Accepted + b.Accepted,
        a.Submitted + b.Submitted,
        a.Returned + b.Returned,
        a.Overdue + b.Overdue,
        a.First is null || b.First < a.First ? b.First ?? a.First : a.First,
        a.Last is null || b.Last > a.Last ? b.Last ?? a.Last : a.Last);

    public static TaskCount Add(TaskCount left, TaskCount right) => left + right;
}
