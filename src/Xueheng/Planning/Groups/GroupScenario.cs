using System.Text.Json;
using Xueheng.Census;
using Xueheng.Engines.Groups;
using Xueheng.Packs;
using Xueheng.Planning.Scenarios;
using Xueheng.Storage;

namespace Xueheng.Planning.Groups;

/// <summary>集团化办学 as a kept scenario; approved, its groups are the county's from that day, with a task for each.</summary>
public sealed class GroupScenario(XuehengDb db, PackLibrary packs, AdviseGroups advise) : IScenarioKind
{
    public string Id => StartGroups.Kind;

    public static GroupPlan ReadPlan(string text) => JsonSerializer.Deserialize<GroupPlan>(text, ContractJson.Options)!;

    public async Task<Outcome<WorkedScenario>> WorkAsync(Scenario scenario, Revision revision, Scenario? from, IProgress<ScenarioProgress>? progress, CancellationToken cancellation)
    {
        var question = GroupsQuestion.Read(scenario.Question);
        var rules = GroupNumbers.Over(packs.Groups, question.Numbers);
        if (!rules.Succeeded)
        {
            return rules.Failure;
        }

        var advised = await advise.RunAsync(
            revision,
            new AskedGroups(question.Stage, rules.Value, question.Existing, question.Decisions, question.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null, question.Work, question.Seed),
            cancellation);
        if (!advised.Succeeded)
        {
            return advised.Failure;
        }

        var plan = advised.Value;
        return new WorkedScenario(
            plan.Status switch { GroupStatus.Optimal or GroupStatus.Feasible => ScenarioState.Solved, GroupStatus.Infeasible => ScenarioState.Infeasible, _ => ScenarioState.Failed },
            JsonSerializer.Serialize(plan, ContractJson.Options),
            Message: plan.Status == GroupStatus.Unknown ? plan.Faults[0] : null);
    }

    public ScenarioTasks TasksOf(Scenario scenario)
    {
        var plan = ReadPlan(scenario.Plan!);
        var changes = plan.Changes.ToDictionary(c => c.School);
        return new ScenarioTasks(
            $"集团化办学：{scenario.Name}",
            $"{plan.Stage.Chinese()} {plan.Groups.Count} 个集团，{plan.Groups.Sum(g => g.Schools.Count)} 所学校",
            [
                .. plan.Groups.Select(group => new ScenarioTask(
                    $"{group.Title}：{group.Name}牵头，成员校 {group.Schools.Count - 1} 所",
                    string.Join('\n', group.Schools.Where(s => s.School != group.Leader).Select(s =>
                        $"{s.Name}{(s.Kilometres is { } far ? $"，{far:0.0} 公里" : "")}{(changes.TryGetValue(s.School, out var change) ? change.FromName is { } before && change.From != s.School ? $"，原由{before}牵头" : "，新加入" : "")}")))),
            ]);
    }

    public async Task<Failure?> ApproveAsync(Scenario scenario, string by, DateTimeOffset at, CancellationToken cancellation)
    {
        var plan = ReadPlan(scenario.Plan!);
        db.AddRange(plan.Groups.Select(group => new ApprovedGroup
        {
            County = scenario.County,
            Scenario = scenario.Id,
            Leader = group.Leader,
            Stage = plan.Stage,
            Title = group.Title,
            Schools = [.. group.Schools.Select(s => s.School)],
            From = CountyClock.DayOf(at),
            By = by,
            At = at,
        }));
        await db.SaveChangesAsync(cancellation);
        return null;
    }
}
