using Xueheng.Census;
using Xueheng.Engines.Rotation;
using Xueheng.Packs;
using Xueheng.Planning.Scenarios;

namespace Xueheng.Planning.Rotation;

/// <summary>A level has been reached.</summary>
public sealed record RotationProgress(LevelResult Level) : ScenarioProgress;

/// <summary>交流轮岗 as a kept scenario; approved, it is a task for each receiving school.</summary>
public sealed class RotationScenario(PackLibrary packs, AdviseRotation advise) : IScenarioKind
{
    public string Id => StartRotation.Kind;

    public async Task<Outcome<WorkedScenario>> WorkAsync(Scenario scenario, Revision revision, Scenario? from, IProgress<ScenarioProgress>? progress, CancellationToken cancellation)
    {
        var question = RotationQuestion.Read(scenario.Question);
        var advised = await advise.RunAsync(
            revision,
            packs.Rotation with { Rules = RotationNumbers.Over(packs.Rotation.Rules, question.Numbers) },
            question.Command(scenario.County, scenario.Period),
            (scenario.Answer ?? from?.Answer) is { } before ? RotationQuestion.ReadAnswer(before) : null,
            progress is null ? null : new TellAs<LevelResult>(progress, level => new RotationProgress(level)),
            cancellation,
            question.People);
        if (!advised.Succeeded)
        {
            return advised.Failure;
        }

        var (plan, answer) = advised.Value;
        return new WorkedScenario(
            plan.Status switch { RotationStatus.Solved => ScenarioState.Solved, RotationStatus.Infeasible => ScenarioState.Infeasible, _ => ScenarioState.Failed },
            RotationJson.Write(plan),
            answer.Status == RotationStatus.Solved ? RotationQuestion.Write(answer) : null,
            plan.Status == RotationStatus.Unknown ? "在时限内没有找到符合全部规则的方案，请加长时间后重新推演" : null);
    }

    public ScenarioTasks TasksOf(Scenario scenario)
    {
        var moves = RotationQuestion.ReadPlan(scenario.Plan!).Moves;
        return new ScenarioTasks(
            $"交流轮岗：{scenario.Name}",
            $"交流教师 {moves.Count} 名",
            [
                .. moves.GroupBy(m => (m.To, m.ToName)).OrderBy(g => g.Key.To, StringComparer.Ordinal).Select(school => new ScenarioTask(
                    $"{school.Key.ToName}：接收交流教师 {school.Count()} 名，办好交接",
                    string.Join('\n', school.Select(m => $"{m.Name}（{m.Teacher}），{m.Subject}，来自{m.FromName}")))),
            ]);
    }
}
