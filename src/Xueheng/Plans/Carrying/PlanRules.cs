using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Carrying;

/// <summary>What may be done to a plan in its state, and sentences several use cases say.</summary>
internal static class PlanRules
{
    public static readonly Failure NoPlan = new("XH5204", "没有这个方案，可能已被删除，请回到方案列表");

    public static readonly Failure NoItem = new("XH5205", "这一条已经不在了，可能刚被别人删除，请刷新页面");

    public static readonly Failure NoName = new("XH5206", "请写明经办人姓名");

    public static readonly Failure NotInForce = new("XH5207", "方案还没有批准生效，不能报送、验收或督办；请先批准方案");

    /// <summary>Somebody saved meanwhile; the page shows whose change it is and what.</summary>
    public static Failure Stale(Edited now) =>
        new(Edits.StaleCode, $"{now.EditedBy}在您打开之后改过这一条（{CountyClock.At(now.EditedAt):yyyy-MM-dd HH:mm}），您的改动还没有保存，请对照后再定");

    public static Task<Plan?> FindPlanAsync(this XuehengDb db, string county, Guid plan, CancellationToken cancellation) =>
        db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.County == county && p.Id == plan, cancellation);

    /// <summary>A goal stands at the top or under a goal, an action under goals and actions, a task under either; nothing under a task.</summary>
    public static Failure? Misplaced(PlanItemKind kind, PlanItemKind? under) => (kind, under) switch
    {
        (_, PlanItemKind.Task) => new Failure("XH5211", "任务下面不能再放别的，请选择目标或举措作为上级"),
        (PlanItemKind.Goal, PlanItemKind.Action) => new Failure("XH5212", "目标不能放在举措下面，请选择另一个目标或放在最上层"),
        _ => null,
    };
}
