namespace Xueheng.Plans.Carrying;

/// <summary>Whether the tree of a plan can be changed in the plan's state.</summary>
public static class PlanLock
{
    /// <summary>Why it cannot; null when it can.</summary>
    public static Failure? Of(Plan plan) => (plan.School, plan.State) switch
    {
        (_, PlanState.Superseded) => new Failure("XH5208", "这一版方案已被新版替代，只能查看"),
        (not null, PlanState.Submitted) => new Failure("XH5209", "方案已报送，正在等待审批；要修改请先由县里退回"),
        (not null, PlanState.Approved) => new Failure("XH5210", "方案已批准；要修改请先“做新版本”，旧版在新版批准前继续有效"),
        _ => null,
    };
}
