using Microsoft.EntityFrameworkCore;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Confirming;
using Xueheng.Storage;

namespace Xueheng.Plans.Targets;

/// <param name="Edit">The edit the person had in front of them.</param>
/// <param name="Path">The steps as corrected; null to draw the straight line anew.</param>
public sealed record EditPathCommand(string County, Guid Plan, Guid Target, int Edit, IReadOnlyList<PathStep>? Path, string By);

/// <summary>Corrects the yearly steps of a target, or draws them anew from the census.</summary>
public sealed class EditTargetPath(XuehengDb db, DrawPath draw, TimeProvider clock)
{
    public async Task<Outcome<Target>> RunAsync(EditPathCommand command, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.By))
        {
            return ConfirmRules.NoName;
        }

        var plan = await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.County == command.County && p.Id == command.Plan, cancellation);
        var target = await db.Set<Target>().FirstOrDefaultAsync(t => t.County == command.County && t.Plan == command.Plan && t.Id == command.Target, cancellation);
        if (plan is null || target is null)
        {
            return new Failure("XH5122", "没有这个目标，可能已随承诺的改动取消，请回到方案");
        }

        if (target.Edit != command.Edit)
        {
            return PlanRules.Stale(target);
        }

        if (command.Path is { } path && (path.Count == 0 || path.Select(s => s.Period).Distinct().Count() < path.Count || path.Any(s => s.Period is < 1978 or > 2200)))
        {
            return new Failure("XH5123", "每个学年填一个数，至少填一年，同一学年不能填两次");
        }

        target.Path = command.Path is { } steps
            ? [.. steps.OrderBy(s => s.Period).Select(s => new PathStep { Period = s.Period, Value = s.Value })]
            : await draw.RunAsync(target, plan.From, cancellation);
        target.Sign(command.By, clock);
        return await db.TrySaveAsync(cancellation) ? target
            : await db.Set<Target>().AsNoTracking().FirstOrDefaultAsync(t => t.County == command.County && t.Id == command.Target, cancellation) is { } now
                ? PlanRules.Stale(now)
                : new Failure("XH5122", "没有这个目标，可能已随承诺的改动取消，请回到方案");
    }
}
