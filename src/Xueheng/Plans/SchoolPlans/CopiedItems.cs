namespace Xueheng.Plans.SchoolPlans;

/// <summary>Copies goals, actions and tasks into another plan, each under the copy of what it stood under.</summary>
internal static class CopiedItems
{
    /// <param name="items">All of the plan copied from.</param>
    /// <param name="under">Whose children are copied to the top; null for everything.</param>
    /// <param name="lead">Who leads the copied tasks; null to keep who does.</param>
    /// <param name="keep">Whether a copy remembers what it was copied from.</param>
    public static IEnumerable<PlanItem> Of(IReadOnlyList<PlanItem> items, Guid? under, Guid plan, string? lead, bool keep, string by, DateTimeOffset now)
    {
        var children = items.OrderBy(i => i.Order).ThenBy(i => i.Id).ToLookup(i => i.Parent);
        return Under(under, null);

        IEnumerable<PlanItem> Under(Guid? from, Guid? to)
        {
            foreach (var (order, item) in children[from].Index())
            {
                var copy = new PlanItem
                {
                    County = item.County,
                    Id = Guid.CreateVersion7(now),
                    Plan = plan,
                    Parent = to,
                    Order = order,
                    Kind = item.Kind,
                    Title = item.Title,
                    Detail = item.Detail,
                    Lead = lead ?? item.Lead,
                    Supporting = lead is null || item.Lead is null || item.Lead == lead ? [.. item.Supporting] : [.. item.Supporting.Prepend(item.Lead).Distinct()],
                    Head = lead is null ? item.Head : null,
                    Start = item.Start,
                    Due = item.Due,
                    CopiedFrom = keep ? item.Id : null,
                    EditedBy = by,
                    EditedAt = now,
                };
                yield return copy;
                foreach (var below in Under(item.Id, copy.Id))
                {
                    yield return below;
                }
            }
        }
    }
}
