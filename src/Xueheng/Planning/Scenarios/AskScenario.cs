using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Storage;

namespace Xueheng.Planning.Scenarios;

/// <param name="Kind">An <see cref="IScenarioKind.Id"/>.</param>
/// <param name="Seconds">How long to search at the most.</param>
/// <param name="From">The scenario it is changed from; null for a new one.</param>
public sealed record AskedScenario(string County, int Period, string Kind, string Name, string By, double Seconds, Guid? From = null);

/// <summary>Stores a question over the published census of a school year; the work is done apart from it (<see cref="WorkScenario"/>).</summary>
public sealed class AskScenario(XuehengDb db, TimeProvider clock)
{
    public const int LongestName = 60;

    /// <param name="question">The question's JSON, from the census it is asked of and the scenario it is changed from.</param>
    public async Task<Outcome<Scenario>> RunAsync(AskedScenario asked, Func<Revision, Scenario?, Task<Outcome<string>>> question, CancellationToken cancellation)
    {
        if (asked.Name.Trim() is { Length: 0 or > LongestName } || string.IsNullOrWhiteSpace(asked.By))
        {
            return new Failure("XH6121", $"请写明推演方案的名称（不超过 {LongestName} 字）和您的姓名");
        }

        if (!(asked.Seconds is >= 1 and <= 3600))
        {
            return new Failure("XH6122", "计算时间应当在 1 秒到 3600 秒之间");
        }

        var revision = await new Revisions(db).FindPublishedAsync(asked.County, asked.Period, cancellation);
        if (!revision.Succeeded)
        {
            return revision.Failure;
        }

        var from = asked.From is { } id ? await db.Set<Scenario>().AsNoTracking().FirstOrDefaultAsync(s => s.County == asked.County && s.Id == id && s.Kind == asked.Kind, cancellation) : null;
        if (asked.From is not null && from is null)
        {
            return FindScenarios.None;
        }

        var text = await question(revision.Value, from);
        if (!text.Succeeded)
        {
            return text.Failure;
        }

        var now = clock.GetUtcNow();
        var scenario = new Scenario
        {
            County = asked.County,
            Id = Guid.CreateVersion7(now),
            Kind = asked.Kind,
            Period = asked.Period,
            Revision = revision.Value.Number,
            Name = asked.Name.Trim(),
            State = ScenarioState.Waiting,
            Question = text.Value,
            From = from?.Id,
            By = asked.By.Trim(),
            At = now,
        };
        db.Add(scenario);
        await db.SaveChangesAsync(cancellation);
        return scenario;
    }
}
