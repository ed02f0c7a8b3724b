using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Planning.Scenarios;

/// <summary>A scenario without its texts.</summary>
public sealed record ScenarioListed(
    Guid Id, string Name, ScenarioState State, int Revision, string By, DateTimeOffset At, DateTimeOffset? DoneAt, Guid? From, string? ApprovedBy, DateTimeOffset? ApprovedAt);

/// <summary>Stored scenarios of a county.</summary>
public sealed class FindScenarios(XuehengDb db)
{
    public static readonly Failure None = new("XH6120", "没有这个推演方案，请从“决策”里选择");

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<ScenarioListed>> ListAsync(string county, string kind, int period, CancellationToken cancellation) =>
        await db.Set<Scenario>().AsNoTracking().Where(s => s.County == county && s.Kind == kind && s.Period == period).OrderByDescending(s => s.At).ThenByDescending(s => s.Id)
            .Select(s => new ScenarioListed(s.Id, s.Name, s.State, s.Revision, s.By, s.At, s.DoneAt, s.From, s.ApprovedBy, s.ApprovedAt)).ToListAsync(cancellation);

    /// <summary>What each was asked, JSON of its part, by id.</summary>
    public Task<Dictionary<Guid, string>> QuestionsAsync(string county, string kind, int period, CancellationToken cancellation) =>
        db.Set<Scenario>().AsNoTracking().Where(s => s.County == county && s.Kind == kind && s.Period == period).ToDictionaryAsync(s => s.Id, s => s.Question, cancellation);

    public async Task<Outcome<Scenario>> FindAsync(string county, Guid id, CancellationToken cancellation) =>
        await db.Set<Scenario>().AsNoTracking().FirstOrDefaultAsync(s => s.County == county && s.Id == id, cancellation) is { } found ? found : None;

    /// <summary>What was waiting or at work when the program ended, the oldest first.</summary>
    public async Task<IReadOnlyList<(string County, Guid Id)>> UnfinishedAsync(CancellationToken cancellation) =>
        (await db.Set<Scenario>().AsNoTracking().Where(s => s.State == ScenarioState.Waiting || s.State == ScenarioState.Running).OrderBy(s => s.At)
            .Select(s => new { s.County, s.Id }).ToListAsync(cancellation)).ConvertAll(s => (s.County, s.Id));
}
