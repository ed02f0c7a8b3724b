namespace Xueheng.App.Pages.Plans;

/// <summary>The views of one plan, in the order of the tabs.</summary>
public enum PlanTab
{
    Overview,
    Reading,
    Tree,
    Table,
    Gantt,
    Board,
    Schools,
}
