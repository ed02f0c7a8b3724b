using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Planning.Scenarios;
using Xueheng.Storage;

namespace Xueheng.Planning.Groups;

/// <summary>Whence the groups there are are known.</summary>
public enum GroupsFrom
{
    /// <summary>None are there, or they do not matter.</summary>
    Nothing = 1,

    /// <summary>Those approved last.</summary>
    Approved = 2,

    /// <summary>A list.</summary>
    List = 3,
}

/// <param name="Numbers">In place of the pack's, or of those of <paramref name="From"/>; by <see cref="GroupNumbers"/>.</param>
/// <param name="List">With <see cref="GroupsFrom.List"/>.</param>
/// <param name="From">The scenario it is changed from: its stage, groups, numbers and decisions stand unless changed here.</param>
/// <param name="WithoutDecisions">All decisions on single schools are left out.</param>
public sealed record StartGroupsCommand(
    string County,
    int Period,
    string Name,
    string By,
    double Seconds,
    int Seed,
    Stage Stage,
    IReadOnlyDictionary<string, decimal> Numbers,
    GroupsFrom Existing = GroupsFrom.Nothing,
    (string Name, string Path)? List = null,
    Guid? From = null,
    GroupDecisionChange? Change = null,
    bool WithoutDecisions = false);

/// <summary>Stores the question of groups.</summary>
public sealed class StartGroups(XuehengDb db, PackLibrary packs, AskScenario ask, ReadExistingGroups reading, FindApprovedGroups approved)
{
    public const string Kind = "groups";

    public Task<Outcome<Scenario>> RunAsync(StartGroupsCommand command, CancellationToken cancellation) => ask.RunAsync(
        new AskedScenario(command.County, command.Period, Kind, command.Name, command.By, command.Seconds, command.From),
        async (revision, from) =>
        {
            var before = from is null ? null : GroupsQuestion.Read(from.Question);
            var existing = before is null ? await ExistingAsync(command, revision, cancellation) : (Outcome<ExistingGroups?>)before.Existing;
            if (!existing.Succeeded)
            {
                return existing.Failure;
            }

            var numbers = (before?.Numbers ?? new Dictionary<string, decimal>()).ToDictionary();
            foreach (var (key, number) in command.Numbers)
            {
                numbers[key] = number;
            }

            var decisions = command.WithoutDecisions ? new GroupDecisions() : (before?.Decisions ?? new()).With(command.Change);
            var holds = GroupNumbers.Over(packs.Groups, numbers);
            return holds.Succeeded
                ? new GroupsQuestion(command.Seconds, null, command.Seed, before?.Stage ?? command.Stage, numbers, existing.Value, decisions).Write()
                : holds.Failure;
        },
        cancellation);

    private async Task<Outcome<ExistingGroups?>> ExistingAsync(StartGroupsCommand command, Revision revision, CancellationToken cancellation)
    {
        if (command.Existing == GroupsFrom.Approved)
        {
            var groups = await approved.RunAsync(command.County, command.Stage, cancellation);
            return groups.Count == 0
                ? new Failure("XH6309", $"{StageNames.Chinese(command.Stage)}还没有批准过集团，请上传现有集团表，或选“没有现有集团”")
                : new ExistingGroups($"{groups[0].From:yyyy-MM-dd} 批准的集团", [.. groups.Select(g => new ExistingGroup(g.Title, g.Leader, g.Schools))]);
        }

        if (command.Existing == GroupsFrom.Nothing)
        {
            return (ExistingGroups?)null;
        }

        if (command.List is not { } list)
        {
            return new Failure("XH6310", "请选择现有集团表（.xlsx 或 .csv，列：集团、学校、牵头校）");
        }

        var schools = await db.Set<SchoolRow>().AsNoTracking().Where(s => s.County == revision.County && s.Revision == revision.Number).ToListAsync(cancellation);
        var read = reading.Run(list.Path, list.Name, schools);
        return read.Succeeded ? new ExistingGroups(list.Name, read.Value) : read.Failure;
    }
}
