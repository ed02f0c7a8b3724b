using Microsoft.EntityFrameworkCore;
using Xueheng.Plans.Carrying;
using Xueheng.Storage;

namespace Xueheng.Plans.Confirming;

/// <param name="Edit">The edit of the plan the person had in front of them.</param>
public sealed record ApproveCommand(string County, Guid Plan, int Edit, string By);

/// <summary>批准: puts the county's plan in force, once every commitment was looked at.</summary>
public sealed class ApprovePlan(XuehengDb db, TimeProvider clock)
{
    public async Task<Outcome<Plan>> RunAsync(ApproveCommand command, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.By))
        {
            return ConfirmRules.NoName;
        }

        if (await db.Set<Plan>().FirstOrDefaultAsync(p => p.County == command.County && p.Id == command.Plan, cancellation) is not { } plan)
        {
            return ConfirmRules.NoPlan;
        }

        if (plan.Edit != command.Edit)
        {
            return PlanRules.Stale(plan);
        }

        if (plan.School is not null || plan.State != PlanState.Draft)
        {
            return new Failure("XH5119", "只有草稿状态的县级方案可以在这里批准");
        }

        var left = await db.Set<Commitment>().CountAsync(
            c => c.County == command.County && c.Plan == command.Plan && c.State == CommitmentState.Found, cancellation);
        if (left > 0)
        {
            return new Failure("XH5121", $"还有 {left} 条承诺没有核对，请在“原文核对”里接受或排除后再批准");
        }

        plan.State = PlanState.Approved;
        plan.Sign(command.By, clock);
        db.Add(new PlanReview
        {
            County = plan.County,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Plan = plan.Id,
            State = PlanState.Approved,
            By = command.By.Trim(),
            At = clock.GetUtcNow(),
        });
        return await db.TrySaveAsync(cancellation) ? plan
            : await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.County == command.County && p.Id == command.Plan, cancellation) is { } now
                ? PlanRules.Stale(now)
                : ConfirmRules.NoPlan;
    }
}
