using Xueheng.Census;
using Xueheng.Engines.LeastChange;
using Xueheng.Packs;
using Xueheng.Planning.Scenarios;

namespace Xueheng.Planning.LeastChange;

/// <summary>How far a least set of changes is.</summary>
public sealed record LeastChangeTold(LeastChangeProgress Progress) : ScenarioProgress;

/// <summary>达标最少要做什么 as a kept scenario; approved, it is a task for each school.</summary>
public sealed class LeastChangeScenario(PackLibrary packs, AdviseLeastChange advise) : IScenarioKind
{
    public string Id => StartLeastChange.Kind;

    public async Task<Outcome<WorkedScenario>> WorkAsync(Scenario scenario, Revision revision, Scenario? from, IProgress<ScenarioProgress>? progress, CancellationToken cancellation)
    {
        var question = LeastChangeQuestion.Read(scenario.Question);
        var levers = LeverTerms.Over(packs.Levers, question.Levers);
        if (!levers.Succeeded)
        {
            return levers.Failure;
        }

        var advised = await advise.RunAsync(
            revision,
            levers.Value,
            new LeastChangeCommand(scenario.County, scenario.Period, question.Standard, question.Seconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null, question.Work, question.Seed),
            progress is null ? null : new TellAs<LeastChangeProgress>(progress, told => new LeastChangeTold(told)),
            cancellation);
        if (!advised.Succeeded)
        {
            return advised.Failure;
        }

        var plan = advised.Value;
        return new WorkedScenario(
            plan.Status switch { LeastChangeStatus.Optimal or LeastChangeStatus.Feasible => ScenarioState.Solved, LeastChangeStatus.Infeasible => ScenarioState.Infeasible, _ => ScenarioState.Failed },
            LeastChangeJson.Write(plan),
            Message: plan.Status == LeastChangeStatus.Unknown ? plan.Notes[0] : null);
    }

    public ScenarioTasks TasksOf(Scenario scenario)
    {
        var plan = LeastChangeQuestion.ReadPlan(scenario.Plan!);
        var standard = packs.FindStandard(plan.Standard);
        var schools = plan.Schools.ToLookup(s => s.School);
        return new ScenarioTasks(
            $"达标最少要做什么：{scenario.Name}",
            $"{standard?.Name ?? plan.Standard}：{plan.Steps.Select(s => s.School).Distinct().Count()} 所学校，合计 {plan.Cost:0.##} 万元",
            [
                .. plan.Steps.GroupBy(s => (s.School, s.Name)).OrderBy(g => g.Key.School, StringComparer.Ordinal).Select(school => new ScenarioTask(
                    $"{school.Key.Name}：{school.Count()} 项举措，{school.Sum(s => s.Cost):0.##} 万元",
                    string.Join('\n', school.Select(Line).Concat(schools[school.Key.School].SelectMany(Changes))),
                    [.. schools[school.Key.School].SelectMany(s => s.Indicators.Where(i => i.Before != i.After).Select(i => new ServedIndicator(plan.Standard, i.Id, s.Stage, s.School)))])),
            ]);

        IEnumerable<string> Changes(SchoolBeforeAfter school) => school.Indicators.Where(i => i.VerdictBefore != i.VerdictAfter).Select(i =>
            $"{school.Stage.Chinese()}{i.Id}{(standard?.FindIndicator(i.Id) is { } known ? $" {known.Name}" : "")}：{i.Before:0.####} → {i.After:0.####}");
    }

    private static string Line(PlannedStep step) =>
        $"{step.LeverName} {step.Amount:0.##} {step.Unit}{(step.Stage is { } stage ? $"（{stage.Chinese()}）" : "")}，{step.Cost:0.##} 万元";
}
