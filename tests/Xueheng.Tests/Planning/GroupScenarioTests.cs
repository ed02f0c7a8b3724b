using Xueheng.Census;
using Xueheng.Engines.Groups;
using Xueheng.Planning.Groups;
using Xueheng.Planning.Scenarios;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Storage;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Planning;

/// <summary>Groups kept as scenarios: beside the groups there are, decided on, approved as the county's.</summary>
public sealed class GroupScenarioTests
{
    private const string County = "990101";

    private static readonly Dictionary<string, decimal> Numbers = new() { ["share"] = 50, ["pupils"] = 0, ["least"] = 2, ["most"] = 2, ["reach"] = 16, ["alike"] = 0, ["cap"] = 2 };

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Groups_there_are_stand_beside_those_proposed_and_those_approved_are_the_countys_from_that_day(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await AdviseGroupsTests.Census(new CountyBuilder(period: 2023), 60, 50, 30, 30).PublishAsync(database);
        await AdviseGroupsTests.Census(new CountyBuilder(revision: 2), 60, 50, 20, 30).PublishAsync(database);
        var list = Path.Combine(database.Folder.FullName, "list.csv");
        await File.WriteAllTextAsync(list, "集团,学校,牵头校\n东集团,学校1,学校1\n东集团,2199000002,学校1\n西集团,学校3,学校4\n", Now);
        await using var db = database.Open();
        var asked = new StartGroupsCommand(County, 2024, "方案", "王科长", 30, 1, Stage.Primary, Numbers, GroupsFrom.List, ("list.csv", list));
        var (scenario, plan) = await SolveAsync(db, asked);
        Assert.Equal(ScenarioState.Solved, scenario.State);
        Assert.Equal(["东集团 2199000001+2199000002", "西集团 2199000004+2199000003"], plan.Existing!.Groups.Select(g => $"{g.Title} {string.Join('+', g.Schools.Select(s => s.School))}"));
        Assert.True(plan.Existing.Unlikeness > plan.Unlikeness);
        // The strong ones drifted apart from 30 to 20 only in the group of 3 and 4.
        Assert.Equal([null, (bool?)false], plan.Existing.Groups.Select(g => g.Gaps[0].Gap == g.Gaps[1].Gap ? (bool?)null : g.Narrows));
        Assert.Equal(plan.Groups.SelectMany(g => g.Schools.Select(s => (s.School, g.Leader))).Count(p => Leader(plan.Existing, p.School) != p.Leader), plan.Changes.Count);

        // With nothing to change they stay as they are, a leader that is not strong too.
        var (_, kept) = await SolveAsync(db, asked with { From = scenario.Id, Numbers = new Dictionary<string, decimal> { ["changes"] = 0 } });
        Assert.Empty(kept.Changes);
        Assert.Equal(["东集团", "西集团"], kept.Groups.Select(g => g.Title).Order());

        var plans = new Plan { County = County, Id = Guid.CreateVersion7(), Title = "方案", State = PlanState.Approved, EditedBy = "王科长", EditedAt = DateTimeOffset.UnixEpoch };
        db.Add(plans);
        await db.SaveChangesAsync(Now);
        var approve = new ApproveScenario(db, Kinds(db), new AddItem(db, TimeProvider.System), TimeProvider.System);
        Assert.Equal("XH5204", (await approve.RunAsync(new ApproveScenarioCommand(County, scenario.Id, Guid.CreateVersion7(), null, "李局长"), Now)).Failure?.Code);
        await using var fresh = database.Open();
        Assert.Empty(await new FindApprovedGroups(fresh).RunAsync(County, Stage.Primary, Now));
        Assert.True((await new ApproveScenario(fresh, Kinds(fresh), new AddItem(fresh, TimeProvider.System), TimeProvider.System)
            .RunAsync(new ApproveScenarioCommand(County, scenario.Id, plans.Id, new DateOnly(2025, 8, 31), "李局长"), Now)).Succeeded);
        var approved = await new FindApprovedGroups(fresh).RunAsync(County, Stage.Primary, Now);
        Assert.Equal(plan.Groups.Select(g => (g.Leader, g.Title, string.Join('+', g.Schools.Select(s => s.School)))).Order(), approved.Select(g => (g.Leader, g.Title, string.Join('+', g.Schools))).Order());
        Assert.All(approved, g => Assert.Equal((TimeProvider.System.Today(), "李局长"), (g.From, g.By)));
        Assert.Empty(await new FindApprovedGroups(fresh).RunAsync(County, Stage.Junior, Now));
        Assert.Equal(plan.Groups.Count, fresh.Set<PlanItem>().Count(i => i.Kind == PlanItemKind.Task));

        // Approved groups are the ones there are for the next question.
        await using var later = database.Open();
        var (_, next) = await SolveAsync(later, asked with { Existing = GroupsFrom.Approved, List = null });
        Assert.EndsWith("批准的集团", next.Existing!.From, StringComparison.Ordinal);
        Assert.Empty(next.Changes);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_school_is_decided_on_and_solved_again_and_where_there_are_none_the_number_to_change_is_said(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await AdviseGroupsTests.Census(new CountyBuilder(), 60, 50, 20, 30).PublishAsync(database);
        await using var db = database.Open();
        var asked = new StartGroupsCommand(County, 2024, "方案", "王科长", 30, 1, Stage.Primary, Numbers);
        var (first, plan) = await SolveAsync(db, asked);
        Assert.Contains("2199000003", plan.Groups.Single(g => g.Leader == "2199000001").Schools.Select(s => s.School));

        var (pinned, to) = await SolveAsync(db, asked with { From = first.Id, Change = new GroupDecisionChange("2199000003", "2199000002", Not: false) });
        Assert.Contains("2199000003", to.Groups.Single(g => g.Leader == "2199000002").Schools.Select(s => s.School));
        var (_, not) = await SolveAsync(db, asked with { From = first.Id, Change = new GroupDecisionChange("2199000003", "2199000001", Not: true) });
        Assert.DoesNotContain("2199000003", not.Groups.Single(g => g.Leader == "2199000001").Schools.Select(s => s.School));
        var (_, back) = await SolveAsync(db, asked with { From = pinned.Id, Change = new GroupDecisionChange("2199000003", null, Not: false) });
        Assert.Equal(plan.Groups.Select(g => g.Leader + string.Join('+', g.Schools.Select(s => s.School))), back.Groups.Select(g => g.Leader + string.Join('+', g.Schools.Select(s => s.School))));

        var (narrow, none) = await SolveAsync(db, asked with { From = first.Id, Numbers = new Dictionary<string, decimal> { ["reach"] = 4 } });
        Assert.Equal((ScenarioState.Infeasible, GroupStatus.Infeasible), (narrow.State, none.Status));
        var reach = none.Easings.Single(e => e.Rule == "reach");
        Assert.Equal((4, "公里"), (reach.From, reach.Unit));
        var (_, eased) = await SolveAsync(db, asked with { From = narrow.Id, Numbers = new Dictionary<string, decimal> { ["reach"] = reach.To!.Value } });
        Assert.NotEmpty(eased.Groups);
        var (_, tenth) = await SolveAsync(db, asked with { From = narrow.Id, Numbers = new Dictionary<string, decimal> { ["reach"] = reach.To.Value - 0.1m } });
        Assert.Empty(tenth.Groups);

        Assert.Equal("XH6308", await CodeAsync(asked with { Numbers = new Dictionary<string, decimal> { ["least"] = 9, ["most"] = 2 } }));
        Assert.Equal("XH6309", await CodeAsync(asked with { Existing = GroupsFrom.Approved }));
        Assert.Equal("XH6310", await CodeAsync(asked with { Existing = GroupsFrom.List }));
        Assert.Equal(ScenarioState.Failed, (await SolveAsync(db, asked with { From = first.Id, Change = new GroupDecisionChange("2199000009", "2199000001", Not: false) })).Scenario.State);

        async Task<string?> CodeAsync(StartGroupsCommand command) => (await Start(db).RunAsync(command, Now)).Failure?.Code;
    }

    [Theory]
    [InlineData("集团,学校,牵头校\n东,学校9,学校1\n", "XH6303")]
    [InlineData("集团,学校,牵头校\n,学校2,学校1\n", "XH6304")]
    [InlineData("集团,学校,牵头校\n东,学校2,学校1\n东,学校3,学校2\n", "XH6305")]
    [InlineData("集团,学校,牵头校\n东,学校2,学校1\n西,学校2,学校3\n", "XH6306")]
    [InlineData("集团,学校\n东,学校2\n", "XH6110")]
    public void A_list_of_groups_that_contradicts_itself_is_refused_with_the_line(string text, string code)
    {
        var file = Path.GetTempFileName() + ".csv";
        File.WriteAllText(file, text);
        var schools = Enumerable.Range(1, 4).Select(i => new SchoolRow { School = $"219900000{i}", Name = $"学校{i}" }).ToList();
        var read = new ReadExistingGroups(CountyBuilder.Packs).Run(file, "list.csv", schools);
        File.Delete(file);
        Assert.Equal(code, read.Failure?.Code);
        Assert.Contains("list.csv", read.Failure?.Message, StringComparison.Ordinal);
    }

    private static string? Leader(GroupsNow now, string school) => now.Groups.FirstOrDefault(g => g.Schools.Any(s => s.School == school))?.Leader;

    private static IScenarioKind[] Kinds(XuehengDb db) => [new GroupScenario(db, CountyBuilder.Packs, AdviseGroupsTests.Advise(db))];

    private static StartGroups Start(XuehengDb db) => new(db, CountyBuilder.Packs, new AskScenario(db, TimeProvider.System), new ReadExistingGroups(CountyBuilder.Packs), new FindApprovedGroups(db));

    private static async Task<(Scenario Scenario, GroupPlan Plan)> SolveAsync(XuehengDb db, StartGroupsCommand command)
    {
        var started = await Start(db).RunAsync(command, Now);
        Assert.True(started.Succeeded, started.Failure?.Message);
        await new WorkScenario(db, Kinds(db), TimeProvider.System).RunAsync(County, started.Value.Id, null, CancellationToken.None, Now);
        var found = (await new FindScenarios(db).FindAsync(County, started.Value.Id, Now)).Value;
        return (found, found.Plan is { } text ? GroupScenario.ReadPlan(text) : null!);
    }
}
