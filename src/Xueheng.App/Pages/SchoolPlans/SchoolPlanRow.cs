using Xueheng.Plans;
using Xueheng.Plans.SchoolPlans;

namespace Xueheng.App.Pages.SchoolPlans;

/// <summary>A school under an action, with its plan or without one.</summary>
/// <param name="Plan">Null for a school that has none yet.</param>
public sealed record SchoolPlanRow(string School, string Name, string? Town, SchoolPlan? Plan)
{
    /// <summary>How it stands in a word: missing, draft, submitted, returned, approved.</summary>
    public string State => Plan?.Newest.State switch
    {
        null => "还没有方案",
        PlanState.Draft => "草稿",
        PlanState.Submitted => "已报送",
        PlanState.Returned => "已退回",
        PlanState.Approved => "已批准",
        _ => "已有新版本",
    };
}
