using Xueheng.Census;
using Xueheng.Engines.Seats;
using Xueheng.Planning.SeatMaps;
using Xueheng.Planning.Seats;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Planning;

/// <summary>Plans of seats for a county of two schools a kilometre apart, one full and one half empty.</summary>
public sealed class AdviseSeatsTests
{
    private const string Full = "2199000001";
    private const string Empty = "2199000002";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_area_of_the_full_school_goes_to_the_one_with_seats_and_nothing_is_built(DatabaseKind kind)
    {
        var plan = (await AdviseAsync(kind, County())).Value;
        Assert.Equal((SeatPlanStatus.Optimal, 0), (plan.Status, plan.Steps.Count));
        Assert.True(plan.Missing > 0);
        Assert.Equal(("东乡", "一小"), (plan.Areas[0].Town, plan.Areas[0].Now));
        Assert.All(plan.Areas[0].School, name => Assert.Equal("二小", name));
        Assert.All(plan.Schools, s => Assert.All(s.Children.Zip(s.Seats), both => Assert.True(both.First <= both.Second)));
        Assert.Equal(plan.Total, plan.Cost.Works + plan.Cost.Travel + plan.Cost.Change, 9);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Beyond_the_walk_rooms_are_built_and_the_year_before_they_count_is_named(DatabaseKind kind)
    {
        var plan = (await AdviseAsync(kind, County(latitude: 31.5, east: 0))).Value;
        Assert.Equal(SeatPlanStatus.Infeasible, plan.Status);
        var easing = Assert.Single(plan.Easings);
        Assert.Equal((EasingKind.Seats, "一小", 2025, 10.0), (easing.Kind, easing.School, easing.Period, easing.Amount));
        Assert.Contains("2025 学年一小还缺 10 个学位", easing.Words, StringComparison.Ordinal);
        var step = Assert.Single(plan.Steps);
        Assert.Equal((SeatStepKind.Expand, "一小", 1, 90, 2025, 2026, 120m), (step.Kind, step.Name, step.Times, step.Seats, step.Begins, step.Counts, step.Cost));
        Assert.Null(plan.Bound);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_bureaus_own_rules_stand_in_place_of_the_pack(DatabaseKind kind)
    {
        var plan = (await AdviseAsync(kind, County(latitude: 31.5, east: 0), rules => rules
            .Replace("kind: expand, rooms: 2, cost: 120, lead: 1", "kind: expand, rooms: 1, cost: 50, lead: 0", StringComparison.Ordinal)
            .Replace("budget: 3000", "budget: 40", StringComparison.Ordinal)
            .Replace("  sites: []", "  sites:\n    - { name: 新校, longitude: 120, latitude: 30, stage: primary, seats: 100, cost: 40, lead: 0 }", StringComparison.Ordinal))).Value;
        Assert.Equal(SeatPlanStatus.Optimal, plan.Status);
        Assert.Equal((SeatStepKind.Build, "新校", 2025), (plan.Steps[0].Kind, plan.Steps[0].Name, plan.Steps[0].Begins));
    }

    [Fact]
    public async Task A_small_school_is_merged_into_one_within_reach_and_its_areas_go_there()
    {
        var plan = (await AdviseAsync(DatabaseKind.Sqlite, County(), rules => rules.Replace("kind: merge, below: 1,", "kind: merge, below: 30,", StringComparison.Ordinal)
            .Replace("kind: expand, rooms: 2, cost: 120, lead: 1", "kind: expand, rooms: 2, cost: 20, lead: 0", StringComparison.Ordinal))).Value;
        var step = Assert.Single(plan.Steps, s => s.Kind == SeatStepKind.Merge);
        Assert.Equal(("二小", "一小", -25m), (step.Name, step.Into, step.Yearly));
        Assert.All(plan.Areas.Where(a => a.Now == "二小"), a => Assert.Equal("一小", a.School[^1]));
        Assert.Equal("XH9003", (await AdviseAsync(DatabaseKind.Sqlite, County(), rules => rules.Replace("within: 5, ", "", StringComparison.Ordinal))).Failure?.Code);
    }

    [Fact]
    public async Task Special_and_private_schools_are_left_as_they_are()
    {
        var plan = (await AdviseAsync(DatabaseKind.Sqlite, County(change: s => s.Public = false))).Value;
        Assert.DoesNotContain(plan.Areas, a => a.School.Contains("二小"));
        Assert.Contains(plan.Notes, n => n.StartsWith("1 所学校不在方案之内", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_keeps_a_plan_from_being_made_is_said_before_solving()
    {
        Assert.Equal("XH6209", (await AdviseAsync(DatabaseKind.Sqlite, County(change: s => s.Latitude = null))).Failure?.Code);
        Assert.Equal("XH6212", (await AdviseAsync(DatabaseKind.Sqlite, County(), stage: Stage.Junior)).Failure?.Code);
        Assert.Equal("XH6210", (await AdviseAsync(DatabaseKind.Sqlite, County(), rules => rules.Replace("primary: 5, ", "", StringComparison.Ordinal))).Failure?.Code);
        Assert.Equal("XH9003", (await AdviseAsync(DatabaseKind.Sqlite, County(), rules => rules.Replace("travel: 0.02", "travel: -1", StringComparison.Ordinal))).Failure?.Code);
    }

    [Fact]
    public async Task The_same_seed_and_work_give_the_same_plan()
    {
        var (one, two) = ((await AdviseAsync(DatabaseKind.Sqlite, County())).Value, (await AdviseAsync(DatabaseKind.Sqlite, County())).Value);
        Assert.Equal(SeatsJson.Write(one with { Seconds = 0 }), SeatsJson.Write(two with { Seconds = 0 }));
    }

    /// <summary>One class each: 55 children, some of them of 东乡, beside 20.</summary>
    internal static CountyBuilder County(double latitude = 30.01, int east = 10, Action<SchoolRow>? change = null) => new CountyBuilder()
        .School(Full, "一小", more: s => (s.Longitude, s.Latitude) = (120, 30))
        .School(Empty, "二小", more: s =>
        {
            (s.Longitude, s.Latitude, s.Town) = (120, latitude, "东乡");
            change?.Invoke(s);
        })
        .Class(Full, Stage.Primary, "1", 55).Class(Empty, Stage.Primary, "1", 20)
        .Pupils(Full, Stage.Primary, 55 - east, p => p.HomeTown = "青禾镇").Pupils(Full, Stage.Primary, east, p => p.HomeTown = "东乡")
        .Pupils(Empty, Stage.Primary, 20, p => p.HomeTown = "东乡");

    private static async Task<Outcome<SeatPlan>> AdviseAsync(DatabaseKind kind, CountyBuilder county, Func<string, string>? rules = null, Stage stage = Stage.Primary)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await county.PublishAsync(database);
        var file = Path.Combine(database.Folder.FullName, "rules.yaml");
        var shipped = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "packs", "planning", "seats.yaml"), TestContext.Current.CancellationToken);

        // One grade alone, taken as a total, so that the number of children stays.
        var steady = shipped.Replace("grade: \"11\", stage: primary, entry: 6, after: \"03\", anew: true", "grade: \"11\", stage: primary, mixed: true", StringComparison.Ordinal)
            .Replace("below: 20", "below: 1", StringComparison.Ordinal).Replace("below: 30", "below: 1", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, rules?.Invoke(steady) ?? steady, TestContext.Current.CancellationToken);
        await using var db = database.Open();
        var homes = new FindHomes(db);
        var advised = await new AdviseSeats(db, CountyBuilder.Packs, homes, new ReadAreas(homes)).RunAsync(new AdviseSeatsCommand("990101", 2024, stage, null, 20_000, Rules: file), TestContext.Current.CancellationToken);
        return advised.Succeeded ? advised.Value.Plan : advised.Failure;
    }
}
