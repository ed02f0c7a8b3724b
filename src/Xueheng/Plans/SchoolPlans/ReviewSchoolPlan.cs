using Microsoft.EntityFrameworkCore;
using Xueheng.Plans.Carrying;
using Xueheng.Storage;

namespace Xueheng.Plans.SchoolPlans;

/// <param name="Edit">The edit of the plan the person had in front of them.</param>
/// <param name="Reason">Why it is sent back; only needed then.</param>
public sealed record ReviewCommand(string County, Guid Plan, int Edit, string? Reason, string By);

/// <summary>Hands a school's plan in (报送), sends it back with a reason (退回) or approves it (批准). Each step stays on record.</summary>
public sealed class ReviewSchoolPlan(XuehengDb db, TimeProvider clock)
{
    public Task<Outcome<Plan>> SubmitAsync(ReviewCommand command, CancellationToken cancellation) =>
        RunAsync(command, [PlanState.Draft, PlanState.Returned], PlanState.Submitted, cancellation);

    public async Task<Outcome<Plan>> ReturnAsync(ReviewCommand command, CancellationToken cancellation) =>
        string.IsNullOrWhiteSpace(command.Reason)
            ? new Failure("XH5252", "请写明退回的理由，好让学校知道要改什么")
            : await RunAsync(command, [PlanState.Submitted], PlanState.Returned, cancellation);

    /// <summary>Puts it in force. The version before, in force until now, is replaced; what was done for its tasks goes on in the new one.</summary>
    public Task<Outcome<Plan>> ApproveAsync(ReviewCommand command, CancellationToken cancellation) =>
        RunAsync(command, [PlanState.Submitted], PlanState.Approved, cancellation);

    private async Task<Outcome<Plan>> RunAsync(ReviewCommand command, PlanState[] from, PlanState to, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.By))
        {
            return PlanRules.NoName;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Set<Plan>().FirstOrDefaultAsync(p => p.County == command.County && p.Id == command.Plan && p.School != null, cancellation) is not { } plan)
        {
            return PlanRules.NoPlan;
        }

        if (plan.Edit != command.Edit || !from.Contains(plan.State))
        {
            return new Failure("XH5253", $"{plan.EditedBy}刚刚办过这个方案，请看过现在的状态再办");
        }

        if (to == PlanState.Submitted && !await db.Set<PlanItem>().AnyAsync(i => i.County == plan.County && i.Plan == plan.Id && i.Kind == PlanItemKind.Task, cancellation))
        {
            return new Failure("XH5254", "方案里还没有任务，请先添加任务再报送");
        }

        if (to == PlanState.Approved && plan.Replaces is { } before)
        {
            await new ReplaceVersion(db, clock).RunAsync(plan, before, command.By, cancellation);
        }

        plan.State = to;
        plan.Sign(command.By, clock);
        db.Add(new PlanReview
        {
            County = plan.County,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Plan = plan.Id,
            State = to,
            Reason = to == PlanState.Returned ? command.Reason!.Trim() : null,
            By = command.By.Trim(),
            At = clock.GetUtcNow(),
        });
        if (!await db.TrySaveAsync(cancellation))
        {
            return new Failure("XH5253", "刚刚有人办过这个方案，请看过现在的状态再办");
        }

        await transaction.CommitAsync(cancellation);
        return plan;
    }
}
