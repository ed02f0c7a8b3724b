using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Engines.Rotation;
using Xueheng.Packs;
using Xueheng.Planning.Scenarios;
using Xueheng.Storage;

namespace Xueheng.Planning.Rotation;

/// <summary>Works a stored rotation out and stores what it comes to. What was cut off begins again; a scenario changed from another begins from that one's answer.</summary>
public sealed class WorkRotation(XuehengDb db, PackLibrary packs, AdviseRotation advise, TimeProvider clock)
{
    /// <param name="stop">Stopped by a person: the state says so. The other token is the program's end: the scenario is left to be taken up again.</param>
    public async Task RunAsync(string county, Guid id, IProgress<LevelResult>? progress, CancellationToken stop, CancellationToken cancellation)
    {
        if (await db.Set<Scenario>().FirstOrDefaultAsync(s => s.County == county && s.Id == id, cancellation) is not { State: ScenarioState.Waiting or ScenarioState.Running } scenario)
        {
            return;
        }

        scenario.State = ScenarioState.Running;
        await db.SaveChangesAsync(cancellation);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellation);
        var advised = await AdviseAsync(scenario, progress, either.Token);
        cancellation.ThrowIfCancellationRequested();
        if (stop.IsCancellationRequested)
        {
            scenario.State = ScenarioState.Stopped;
        }
        else if (!advised.Succeeded)
        {
            (scenario.State, scenario.Message) = (ScenarioState.Failed, advised.Failure.Message);
        }
        else
        {
            var (plan, answer) = advised.Value;
            scenario.Plan = RotationJson.Write(plan);
            scenario.Answer = RotationQuestion.Write(answer);
            scenario.State = plan.Status switch { RotationStatus.Solved => ScenarioState.Solved, RotationStatus.Infeasible => ScenarioState.Infeasible, _ => ScenarioState.Failed };
            scenario.Message = plan.Status == RotationStatus.Unknown ? "在时限内没有找到符合全部规则的方案，请加长时间后重新推演" : null;
        }

        scenario.DoneAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<Outcome<AdvisedRotation>> AdviseAsync(Scenario scenario, IProgress<LevelResult>? progress, CancellationToken cancellation)
    {
        var revision = await new Revisions(db).FindAsync(scenario.County, scenario.Revision, CancellationToken.None);
        if (!revision.Succeeded)
        {
            return revision.Failure;
        }

        var question = RotationQuestion.Read(scenario.Question);
        var before = await db.Set<Scenario>().AsNoTracking().Where(s => s.County == scenario.County && s.Id == scenario.From && s.Revision == scenario.Revision).Select(s => s.Answer).FirstOrDefaultAsync(CancellationToken.None);
        try
        {
            return await advise.RunAsync(
                revision.Value,
                packs.Rotation with { Rules = RotationNumbers.Over(packs.Rotation.Rules, question.Numbers) },
                question.Command(scenario.County, scenario.Period),
                before is null ? null : RotationQuestion.ReadAnswer(before),
                progress,
                cancellation,
                question.People);
        }
        catch (OperationCanceledException)
        {
            return new Failure("XH6123", "已经停止");
        }
    }
}
