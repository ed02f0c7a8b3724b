using Xueheng.Census;

namespace Xueheng;

/// <summary>
/// Addresses of the site's pages, the one place that spells them: pages link with it, and every figure in a report does.
/// All are relative to the site's root and begin with a slash.
/// </summary>
/// <param name="County">Six-digit county code.</param>
/// <param name="Period">学年, the year it begins in.</param>
public readonly record struct PageAddress(string County, int Period)
{
    /// <summary>首页.</summary>
    public string Home => $"/c/{County}/{Period}";

    public string Schools => $"{Home}/schools";

    public string Classes => $"{Home}/classes";

    public string Teachers => $"{Home}/teachers";

    public string Pupils => $"{Home}/pupils";

    /// <summary>数据: revisions and imports.</summary>
    public string Data => $"{Home}/data";

    public string Import => $"{Data}/import";

    /// <summary>答卷.</summary>
    public string Answers => $"{Home}/answers";

    /// <summary>标准说明.</summary>
    public string Standards => $"{Home}/standards";

    public string Standard(string standard) => $"{Standards}/{standard}";

    /// <summary>体检.</summary>
    public string Check(string standard) => $"{Home}/check/{standard}";

    /// <summary>One indicator in one stage, every school against the threshold.</summary>
    public string Indicator(string standard, string indicator, Stage stage) => $"{Check(standard)}/{indicator}/{stage.Id()}";

    /// <summary>One indicator of the county, its conditions, its judgements.</summary>
    public string CountyIndicator(string standard, string indicator) => $"{Check(standard)}/county/{indicator}";

    /// <summary>最省的改进: every single step that moves an indicator of schools; at one school, or at all.</summary>
    public string Steps(string standard, string indicator, Stage stage, string? school = null) =>
        $"{Indicator(standard, indicator, stage)}/steps{(school is null ? "" : $"?school={school}")}";

    public string CountySteps(string standard, string indicator) => $"{CountyIndicator(standard, indicator)}/steps";

    /// <summary>达标最少要做什么.</summary>
    public string LeastChange(string? standard = null) => standard is null ? $"{Home}/least-change" : $"{Home}/least-change/{standard}";

    public string School(string school) => $"{Home}/school/{school}";

    /// <summary>The rows behind a fact; no stage for a fact of the whole school.</summary>
    public string Fact(string school, Stage? stage, string fact) => $"{School(school)}/{stage?.Id() ?? "all"}/fact/{fact}";

    public string ImportRun(Guid run) => $"{Data}/imports/{run}";

    public string Revision(int number) => $"{Data}/revisions/{number}";

    /// <summary>方案: every plan of the county.</summary>
    public string Plans => $"{Home}/plans";

    /// <summary>概览 of one plan; its other views stand below it.</summary>
    public string Plan(Guid plan) => $"{Plans}/{plan}";

    /// <summary>原文核对: the document beside what was found in it.</summary>
    public string Reading(Guid plan) => $"{Plan(plan)}/reading";

    public string Target(Guid plan, Guid target) => $"{Plan(plan)}/targets/{target}";

    /// <summary>举措树.</summary>
    public string PlanTree(Guid plan) => $"{Plan(plan)}/tree";

    /// <summary>任务表.</summary>
    public string PlanTable(Guid plan) => $"{Plan(plan)}/table";

    /// <summary>进度图.</summary>
    public string PlanGantt(Guid plan) => $"{Plan(plan)}/gantt";

    /// <summary>看板.</summary>
    public string PlanBoard(Guid plan) => $"{Plan(plan)}/board";

    /// <summary>一校一案.</summary>
    public string PlanSchools(Guid plan) => $"{Plan(plan)}/schools";

    /// <summary>One task, what was done for it and what happened to it.</summary>
    public string Task(Guid task) => $"{Home}/tasks/{task}";

    /// <summary>督办: tasks of all plans that are due or overdue.</summary>
    public string Supervision => $"{Home}/supervision";

    /// <summary>交流轮岗.</summary>
    public string Rotations => $"{Home}/rotation";

    /// <summary>集团化办学.</summary>
    public string Groups => $"{Home}/groups";

    /// <summary>A stored scenario.</summary>
    /// <param name="kind">Of the scenario; the part of the address all of its kind are under.</param>
    public string ScenarioOf(string kind, Guid scenario) => $"{Home}/{kind}/{scenario}";

    /// <summary>编制与学科.</summary>
    public string Staffing => $"{Home}/staffing";

    /// <summary>学位.</summary>
    public string Seats => $"{Home}/seats";

    /// <summary>学位布局.</summary>
    public string SeatPlans => $"{Seats}/plans";

    /// <summary>站内消息.</summary>
    public string Inbox => $"{Home}/inbox";
}
