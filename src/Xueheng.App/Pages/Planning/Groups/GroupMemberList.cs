using Xueheng.App.Pages.Lists;
using Xueheng.Planning.Groups;
using Xueheng.Planning.Scenarios;

namespace Xueheng.App.Pages.Planning.Groups;

/// <summary>A school in a group of a stored scenario.</summary>
public sealed record GroupMemberRow(SchoolGroup Group, GroupMember School, GroupChange? Change, bool Pinned);

/// <summary>Every school of the groups of one stored scenario, one a row.</summary>
internal sealed class GroupMemberList(FindScenarios scenarios) : ListSource<GroupMemberRow>("group-members")
{
    public override async Task<Outcome<Listing<GroupMemberRow>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        if (!Guid.TryParse(at["scenario"], out var id))
        {
            return FindScenarios.None;
        }

        var found = await scenarios.FindAsync(at.Place.Published.County, id, cancellation);
        return !found.Succeeded ? found.Failure : found.Value.Plan is { } plan ? Of(GroupScenario.ReadPlan(plan), GroupsQuestion.Read(found.Value.Question), at) : FindScenarios.None;
    }

    public Listing<GroupMemberRow> Of(GroupPlan plan, GroupsQuestion question, ListAt at)
    {
        var changes = plan.Changes.ToDictionary(c => c.School);
        var pinned = question.Decisions.Pins.Select(p => p.School).ToHashSet();
        return new MemoryListing<GroupMemberRow>(
            Name,
            "集团名单",
            [
                new("group", "集团", r => r.Group.Title) { Wraps = true },
                new("name", "学校", r => r.School.Name) { Link = r => at.Place.Address.School(r.School.School) },
                new("leads", "牵头", r => r.School.School == r.Group.Leader),
                new("town", "乡镇", r => r.School.Town),
                new("pupils", "学生", r => r.School.Pupils) { Number = true, Format = "#,##0" },
                new("strength", "强度", r => r.School.Strength) { Number = true, Format = "0.000" },
                new("km", "到牵头校（公里）", r => r.School.Kilometres) { Number = true, Format = "0.0" },
                new("before", "现在的牵头校", r => r.Change is null ? (plan.Existing is null ? null : r.Group.Name) : r.Change.FromName),
                new("pinned", "人为指定", r => r.Pinned),
            ],
            [.. plan.Groups.SelectMany(g => g.Schools.Select(s => new GroupMemberRow(g, s, changes.GetValueOrDefault(s.School), pinned.Contains(s.School))))])
        {
            At = at,
            Prefix = Name + ".",
            Filters =
            [
                new("q", "学校", null) { Memory = (r, wanted) => r.School.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || r.School.School == wanted },
                new("group", "集团", [.. plan.Groups.Select(g => new ListChoice(g.Leader, g.Title))]) { Memory = (r, id) => r.Group.Leader == id },
            ],
        };
    }
}
