using Xueheng.Census;
using Xueheng.Engines.Groups;
using Xueheng.Facts;
using Xueheng.Planning.Groups;
using Xueheng.Standards;
using Xueheng.Storage;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Planning;

/// <summary>Groups of the schools of a published census on real databases.</summary>
public sealed class AdviseGroupsTests
{
    private const string Rules = """
        version: "1"
        standard: quality-balance-2017
        cap: 2
        strong: { share: 50 }
        size: { least: 2, most: 2 }
        reach: 12
        alike: 0
        """;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_weak_school_goes_to_the_strong_one_that_evens_it_and_what_their_gap_was_is_told(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        // Strengths of the four are in the order of their teachers: the strongest evens the weakest though the other is nearer.
        await Census(new CountyBuilder(period: 2023), 36, 36, 36, 36).PublishAsync(database);
        await Census(new CountyBuilder(revision: 2), 60, 50, 20, 30).PublishAsync(database);
        var plan = (await AdviseAsync(database, Rules)).Value;

        Assert.Equal((GroupStatus.Optimal, "2024", 2), (plan.Status, plan.Period, plan.Groups.Count));
        Assert.Equal(["2199000001+2199000003", "2199000002+2199000004"], plan.Groups.Select(g => string.Join('+', g.Schools.Select(s => s.School))).Order());
        var first = plan.Groups.Single(g => g.Leader == "2199000001");
        Assert.Equal(1800, first.Pupils);
        Assert.Equal(["2023", "2024"], first.Gaps.Select(g => g.Period));
        Assert.Equal(0, first.Gaps[0].Gap!.Value, 9);
        Assert.Equal(first.Gap, first.Gaps[1].Gap!.Value, 9);
        // 40 of 900 teachers more is 40 ÷ 900 × 100 ÷ 4.2 of one indicator of seven.
        Assert.Equal(40 / 9.0 / 4.2 / 7, first.Gap, 6);
        Assert.InRange(first.Schools[1].Kilometres!.Value, 10, 12);
        Assert.Equal(plan.Groups.SelectMany(g => g.Schools).Sum(s => s.Kilometres!.Value), plan.Kilometres!.Value, 6);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task What_keeps_schools_from_groups_is_said_of_each(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await Census(new CountyBuilder(), 60, 50, 20, 30).School("2199000005", "没有数的学校").Declare("2199000005", Stage.Primary, 500).PublishAsync(database);
        var plan = (await AdviseAsync(database, Rules.Replace("reach: 12", "reach: 3", StringComparison.Ordinal))).Value;
        Assert.Equal(GroupStatus.Infeasible, plan.Status);
        Assert.Equal(("没有数的学校", "没有一项指标有数"), (Assert.Single(plan.LeftOut).Name, plan.LeftOut[0].Reason));
        Assert.Contains("学校3 3 公里以内没有强校，最近的是 5.", plan.Faults[0], StringComparison.Ordinal);
        Assert.Empty(plan.Groups);

        Assert.Equal("XH6302", (await AdviseAsync(database, Rules.Replace("{ share: 50 }", "{ schools: [\"2199000009\"] }", StringComparison.Ordinal))).Failure?.Code);
        Assert.Equal("XH6301", (await AdviseAsync(database, Rules, Stage.Junior)).Failure?.Code);
    }

    /// <summary>Four schools on a line five or so kilometres apart: 1, 2, 3 and 4, alike in all but teachers above the degree.</summary>
    internal static CountyBuilder Census(CountyBuilder empty, params int[] teachers) => teachers.Index().Aggregate(empty, (county, school) =>
    {
        var code = $"219900000{school.Index + 1}";
        return county
            .School(code, $"学校{school.Index + 1}", more: s => (s.Longitude, s.Latitude) = (118 + (0.055 * school.Index), 34))
            .Declare(code, Stage.Primary, 900, s => (s.AboveDegreeTeachers, s.BackboneTeachers, s.ArtsSportsTeachers, s.FullTimeTeachers) = (school.Item, 9, 9, 60))
            .Resources(code, r => (r.TeachingArea, r.IndoorSportsArea, r.OutdoorSportsArea, r.EquipmentValue, r.MultimediaRooms) = (4500, 0, 6000, 200, 23));
    });

    internal static AdviseGroups Advise(XuehengDb db) =>
        new(db, CountyBuilder.Packs, new Measure(db, CountyBuilder.Packs, new CountFacts(db, CountyBuilder.Packs)), new ReadExistingGroups(CountyBuilder.Packs));

    private static async Task<Outcome<GroupPlan>> AdviseAsync(TestDatabase database, string rules, Stage stage = Stage.Primary)
    {
        var file = Path.Combine(database.Folder.FullName, Guid.CreateVersion7() + ".yaml");
        await File.WriteAllTextAsync(file, rules, TestContext.Current.CancellationToken);
        await using var db = database.Open();
        return await Advise(db).RunAsync(new AdviseGroupsCommand("990101", 2024, stage, null, Work: 60_000, Rules: file), TestContext.Current.CancellationToken);
    }
}
