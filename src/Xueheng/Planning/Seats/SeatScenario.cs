using System.Globalization;
using Xueheng.Census;
using Xueheng.Engines.Solving;
using Xueheng.Packs;
using Xueheng.Planning.Scenarios;

namespace Xueheng.Planning.Seats;

/// <summary>Children and seats are laid out, the search has begun.</summary>
/// <param name="Seconds">How long it takes at the most.</param>
public sealed record SeatProgress(int Areas, int Schools, int Years, double Seconds, DateTimeOffset Began) : ScenarioProgress;

/// <summary>学位布局 as a kept scenario; approved, it is a task for each thing done and for each school that takes children of others.</summary>
public sealed class SeatScenario(PackLibrary packs, AdviseSeats advise, TimeProvider clock) : IScenarioKind
{
    public const string Kind = "seats";

    public string Id => Kind;

    public async Task<Outcome<WorkedScenario>> WorkAsync(Scenario scenario, Revision revision, Scenario? from, IProgress<ScenarioProgress>? progress, CancellationToken cancellation)
    {
        var question = SeatQuestion.Read(scenario.Question);
        if (question.Moves.Count > 0)
        {
            return Changed(question, from);
        }

        var advised = await advise.RunAsync(
            revision,
            SeatNumbers.Over(packs.Seats, question.Stage, question.Numbers, question.Sites),
            question.Stage,
            question.Births?.File,
            question.Areas,
            question.Connected,
            new Budget(TimeSpan.FromSeconds(question.Seconds), question.Work, question.Seed, 2),
            progress is null ? null : new TellAs<LaidOutSeats>(progress, l => new SeatProgress(l.Layout.Lived, l.Layout.Sites.Count, l.Layout.Years, question.Seconds, clock.GetUtcNow())),
            cancellation);
        return advised.Succeeded ? new WorkedScenario(ScenarioState.Solved, SeatsJson.Write(advised.Value.Plan), advised.Value.Layout.Write()) : advised.Failure;
    }

    public ScenarioTasks TasksOf(Scenario scenario)
    {
        var plan = SeatsJson.ReadPlan(scenario.Plan!);
        var took = plan.Areas.SelectMany(a => a.School.Index().Where(s => s.Item != (s.Index == 0 ? a.Now : a.School[s.Index - 1])).Select(s => (School: s.Item, Year: plan.Period + 1 + s.Index, Area: a, Children: a.Children[s.Index])))
            .Where(t => t is { Children: > 0, School.Length: > 0 });
        return new ScenarioTasks(
            $"学位布局：{scenario.Name}",
            $"{plan.Stage.Chinese()}，工程 {plan.Steps.Count} 项，费用 {Number(plan.Steps.Sum(s => s.Cost))} 万元，调整 {plan.Areas.Count} 个区域",
            [
                .. plan.Steps.Select(s => new ScenarioTask(
                    s.Into.Length > 0 ? $"{s.Name}：{s.Begins} 学年起准备并入{s.Into}" : s.Kind == SeatStepKind.Close ? $"{s.Name}：{s.Begins} 学年起准备撤并" : $"{s.Name}：{s.Begins} 学年{s.Kind.Chinese()}，{s.Counts} 学年增加 {s.Seats} 个学位",
                    $"费用 {Number(s.Cost)} 万元{(s.Yearly == 0 ? "" : $"，以后每年 {Number(s.Yearly)} 万元")}")),
                .. took.GroupBy(t => (t.School, t.Year)).OrderBy(g => g.Key.Year).ThenBy(g => g.Key.School, StringComparer.Ordinal).Select(g => new ScenarioTask(
                    $"{g.Key.School}：{g.Key.Year} 学年接收调整来的学生 {g.Sum(t => t.Children)} 人",
                    string.Join('\n', g.Select(t => $"{t.Area.Town}（原在{t.Area.Now}）{t.Children} 人")))),
            ]);
    }

    private static Outcome<WorkedScenario> Changed(SeatQuestion question, Scenario? from)
    {
        if (from is not { Plan: { } plan, Answer: { } answer })
        {
            return new Failure("XH6234", "原方案还没有结果，或者基础数据已经换了版本，请重新推演");
        }

        var moved = MoveAreas.Apply(SeatLayout.Read(answer), question.Moves);
        return moved.Succeeded
            ? new WorkedScenario(ScenarioState.Solved, SeatsJson.Write(DescribeSeatPlan.Changed(SeatsJson.ReadPlan(plan), moved.Value, question.Moves)), moved.Value.Write())
            : moved.Failure;
    }

    private static string Number(decimal money) => money.ToString("0.##", CultureInfo.InvariantCulture);
}
