using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Planning.Scenarios;
using Xueheng.Storage;

namespace Xueheng.Planning.Rotation;

/// <param name="List">A list of people, read and kept without its reasons; null for none, or with <paramref name="From"/> for that scenario's.</param>
/// <param name="Price">Whether to work out what each rule costs.</param>
/// <param name="Change">Decisions over those of the scenario it is changed from; null for none.</param>
public sealed record StartRotationCommand(
    string County, int Period, string Name, string By, double Seconds, int Seed, IReadOnlyDictionary<string, decimal> Numbers, (string Name, string Path)? List = null, Guid? From = null, DecisionChange? Change = null, bool Price = false);

/// <summary>One decision: exactly one of the three, or none to take decisions on the teacher back.</summary>
/// <param name="Goes">学校标识码.</param>
public sealed record DecisionChange(string Teacher, string? Goes, bool Stays, string? NotThere);

/// <summary>Stores the question of a rotation.</summary>
public sealed class StartRotation(XuehengDb db, ReadPeople people, AskScenario ask)
{
    public const string Kind = "rotation";

    public Task<Outcome<Scenario>> RunAsync(StartRotationCommand command, CancellationToken cancellation) => ask.RunAsync(
        new AskedScenario(command.County, command.Period, Kind, command.Name, command.By, command.Seconds, command.From),
        async (revision, from) =>
        {
            var asked = from is null ? null : RotationQuestion.Read(from.Question);
            var listed = command.List is { } list ? await ListedAsync(revision, list, cancellation) : (Outcome<IReadOnlyList<RotationPerson>>)(asked?.People ?? []).ToList();
            return listed.Succeeded
                ? new RotationQuestion(
                    command.Seconds, null, command.Seed, asked is null ? command.Numbers : asked.Numbers, listed.Value, Changed(asked?.Decisions ?? new(), command.Change), command.Price).Write()
                : listed.Failure;
        },
        cancellation);

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
