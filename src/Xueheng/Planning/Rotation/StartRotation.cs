using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Planning.Scenarios;
using Xueheng.Storage;

namespace Xueheng.Planning.Rotation;

/// <param name="List">A list of people, read and kept without its reasons; null for none, or with <paramref name="From"/> for that scenario's.</param>
/// <param name="Change">Decisions over those of the scenario it is changed from; null for none.</param>
public sealed record StartRotationCommand(
    string County, int Period, string Name, string By, double Seconds, int Seed, IReadOnlyDictionary<string, decimal> Numbers, (string Name, string Path)? List = null, Guid? From = null, DecisionChange? Change = null);

/// <summary>One decision: exactly one of the three, or none to take decisions on the teacher back.</summary>
/// <param name="Goes">学校标识码.</param>
public sealed record DecisionChange(string Teacher, string? Goes, bool Stays, string? NotThere);

/// <summary>Stores the question of a rotation; the work is done apart from it (<see cref="WorkRotation"/>).</summary>
public sealed class StartRotation(XuehengDb db, ReadPeople people, TimeProvider clock)
{
    public const string Kind = "rotation";

    private const int LongestName = 60;

    public async Task<Outcome<Scenario>> RunAsync(StartRotationCommand command, CancellationToken cancellation)
    {
        if (command.Name.Trim() is { Length: 0 or > LongestName } || string.IsNullOrWhiteSpace(command.By))
        {
            return new Failure("XH6121", $"请写明推演方案的名称（不超过 {LongestName} 字）和您的姓名");
        }

        if (!(command.Seconds is >= 1 and <= 3600))
        {
            return new Failure("XH6122", "计算时间应当在 1 秒到 3600 秒之间");
        }

        var revision = await new Revisions(db).FindPublishedAsync(command.County, command.Period, cancellation);
        if (!revision.Succeeded)
        {
            return revision.Failure;
        }

        var from = command.From is { } id ? await db.Set<Scenario>().AsNoTracking().FirstOrDefaultAsync(s => s.County == command.County && s.Id == id && s.Kind == Kind, cancellation) : null;
        if (command.From is not null && from is null)
        {
            return FindScenarios.None;
        }

        var asked = from is null ? null : RotationQuestion.Read(from.Question);
        var listed = command.List is { } list ? await ListedAsync(revision.Value, list, cancellation) : (Outcome<IReadOnlyList<RotationPerson>>)(asked?.People ?? []).ToList();
        if (!listed.Succeeded)
        {
            return listed.Failure;
        }

        var now = clock.GetUtcNow();
        var scenario = new Scenario
        {
            County = command.County,
            Id = Guid.CreateVersion7(now),
            Kind = Kind,
            Period = command.Period,
            Revision = revision.Value.Number,
            Name = command.Name.Trim(),
            State = ScenarioState.Waiting,
            Question = new RotationQuestion(
                command.Seconds, null, command.Seed, asked is null ? command.Numbers : asked.Numbers, listed.Value, Changed(asked?.Decisions ?? new(), command.Change)).Write(),
            From = from?.Id,
            By = command.By.Trim(),
            At = now,
        };
        db.Add(scenario);
        await db.SaveChangesAsync(cancellation);
        return scenario;
    }

    private async Task<Outcome<IReadOnlyList<RotationPerson>>> ListedAsync(Revision revision, (string Name, string Path) list, CancellationToken cancellation)
    {
        var schools = await db.Set<SchoolRow>().AsNoTracking().Where(s => s.County == revision.County && s.Revision == revision.Number).ToListAsync(cancellation);
        var teachers = await db.Set<TeacherRow>().AsNoTracking()
            .Where(t => t.County == revision.County && t.Revision == revision.Number && (t.Stage == Stage.Primary || t.Stage == Stage.Junior)).Select(t => t.Teacher).ToListAsync(cancellation);
        return people.Run(list.Path, list.Name, schools, teachers.ToHashSet());
    }

    private static RotationDecisions Changed(RotationDecisions before, DecisionChange? change)
    {
        if (change is null)
        {
            return before;
        }

        var goes = before.Goes.Where(g => g.Key != change.Teacher).ToDictionary();
        if (change.Goes is { } school)
        {
            goes[change.Teacher] = school;
        }

        // What a teacher must not is kept beside where the teacher goes, unless everything is taken back.
        var forbidden = before.Forbidden.Where(f => f.Teacher != change.Teacher || change.NotThere is not null);
        return new RotationDecisions
        {
            Goes = goes,
            Stays = [.. before.Stays.Where(s => s != change.Teacher), .. change.Stays ? [change.Teacher] : Array.Empty<string>()],
            Forbidden = [.. change.NotThere is { } there ? forbidden.Append(new NotThere(change.Teacher, there)).Distinct() : forbidden],
        };
    }
}
