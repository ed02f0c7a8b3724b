using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Planning.Scenarios;

/// <summary>Puts a scenario that was stopped or failed back to waiting.</summary>
public sealed class ResumeScenario(XuehengDb db)
{
    public async Task<Outcome<Guid>> RunAsync(string county, Guid id, CancellationToken cancellation) =>
        await db.Set<Scenario>().Where(s => s.County == county && s.Id == id && (s.State == ScenarioState.Stopped || s.State == ScenarioState.Failed))
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.State, ScenarioState.Waiting).SetProperty(s => s.Message, (string?)null).SetProperty(s => s.DoneAt, (DateTimeOffset?)null), cancellation) == 1
            ? id
            : new Failure("XH6124", "只有已停止或没有算完的推演方案可以接着算");
}
