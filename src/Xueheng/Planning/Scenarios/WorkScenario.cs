using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Storage;

namespace Xueheng.Planning.Scenarios;

/// <summary>Works a stored question out and stores what it comes to. What was cut off goes on from how far it was, where its kind hands that back; a scenario changed from another begins from that one's answer.</summary>
public sealed class WorkScenario(XuehengDb db, IEnumerable<IScenarioKind> kinds, TimeProvider clock)
{
    /// <param name="stop">Stopped by a person: the state says so. The other token is the program's end: the scenario is left to be taken up again.</param>
    public async Task RunAsync(string county, Guid id, IProgress<ScenarioProgress>? progress, CancellationToken stop, CancellationToken cancellation)
    {
        if (await db.Set<Scenario>().FirstOrDefaultAsync(s => s.County == county && s.Id == id, cancellation) is not { State: ScenarioState.Waiting or ScenarioState.Running } scenario)
        {
            return;
        }

        scenario.State = ScenarioState.Running;
        await db.SaveChangesAsync(cancellation);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, cancellation);
        var worked = await WorkAsync(scenario, progress, either.Token);
        if (either.IsCancellationRequested && worked is { Succeeded: true, Value.Answer: { } far })
        {
            scenario.Answer = far;
        }

        if (cancellation.IsCancellationRequested)
        {
            await db.SaveChangesAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
        }

        if (stop.IsCancellationRequested)
        {
            scenario.State = ScenarioState.Stopped;
        }
        else if (!worked.Succeeded)
        {
            (scenario.State, scenario.Message) = (ScenarioState.Failed, worked.Failure.Message);
        }
        else
        {
            (scenario.State, scenario.Plan, scenario.Answer, scenario.Message) = (worked.Value.State, worked.Value.Plan, worked.Value.Answer, worked.Value.Message);
        }

        scenario.DoneAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<Outcome<WorkedScenario>> WorkAsync(Scenario scenario, IProgress<ScenarioProgress>? progress, CancellationToken cancellation)
    {
        var revision = await new Revisions(db).FindAsync(scenario.County, scenario.Revision, CancellationToken.None);
        if (!revision.Succeeded)
        {
            return revision.Failure;
        }

        var from = await db.Set<Scenario>().AsNoTracking().FirstOrDefaultAsync(s => s.County == scenario.County && s.Id == scenario.From && s.Revision == scenario.Revision, CancellationToken.None);
        try
        {
            return await kinds.Of(scenario).WorkAsync(scenario, revision.Value, from, progress, cancellation);
        }
        catch (OperationCanceledException)
        {
            return new Failure("XH6123", "已经停止");
        }
    }
}

internal static class ScenarioKinds
{
    public static IScenarioKind Of(this IEnumerable<IScenarioKind> kinds, Scenario scenario) => kinds.First(k => k.Id == scenario.Kind);
}
