using Microsoft.EntityFrameworkCore;
using Xueheng.Plans.Carrying;
using Xueheng.Storage;

namespace Xueheng.Plans.SchoolPlans;

/// <param name="Action">An action of the county's plan; what stands under it is the pattern of the schools' plans.</param>
/// <param name="Schools">学校标识码 and names.</param>
public sealed record MakeSchoolPlansCommand(string County, Guid Action, IReadOnlyList<(string Code, string Name)> Schools, string By);

/// <summary>一校一案: makes a plan for each of some schools under an action of the county's plan, with copies of what stands under the action.</summary>
public sealed class MakeSchoolPlans(XuehengDb db, TimeProvider clock)
{
    /// <returns>How many were made; schools that have one already are passed over.</returns>
    public async Task<Outcome<int>> RunAsync(MakeSchoolPlansCommand command, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.By))
        {
            return PlanRules.NoName;
        }

        if (await db.Set<PlanItem>().AsNoTracking().FirstOrDefaultAsync(i => i.County == command.County && i.Id == command.Action && i.Kind == PlanItemKind.Action, cancellation) is not { } action)
        {
            return new Failure("XH5250", "请选择县级方案里的一条举措");
        }

        var plan = (await db.FindPlanAsync(command.County, action.Plan, cancellation))!;
        if (plan.School is not null || plan.State != PlanState.Approved)
        {
            return new Failure("XH5251", "县级方案批准生效以后，才能为学校建方案");
        }

        var have = (await db.Set<Plan>().Where(p => p.County == command.County && p.Under == action.Id && p.State != PlanState.Superseded)
            .Select(p => p.School!).ToListAsync(cancellation)).ToHashSet();
        var pattern = await db.Set<PlanItem>().AsNoTracking().Where(i => i.County == command.County && i.Plan == plan.Id).ToListAsync(cancellation);
        var (by, now) = (command.By.Trim(), clock.GetUtcNow());
        var missing = command.Schools.DistinctBy(s => s.Code).Where(s => !have.Contains(s.Code)).ToList();
        foreach (var (code, name) in missing)
        {
            var made = new Plan
            {
                County = command.County,
                Id = Guid.CreateVersion7(now),
                Title = $"{name}：{action.Title}",
                From = plan.From,
                Until = plan.Until,
                State = PlanState.Draft,
                School = code,
                Under = action.Id,
                EditedBy = by,
                EditedAt = now,
            };
            db.Add(made);
            var items = CopiedItems.Of(pattern, action.Id, made.Id, name, keep: false, by, now).ToList();
            db.AddRange(items);
            db.AddRange(items.Where(i => i.Kind == PlanItemKind.Task).Select(t => TaskEvents.Of(t, TaskEventKind.Assigned, by, clock)));
        }

        return await db.TryAddAsync(cancellation) ? missing.Count : new Failure("XH5257", "正有别人在建这些学校的方案，请刷新页面看看");
    }
}
