using Xueheng.Census;
using Xueheng.Engines.Projection;
using Xueheng.Planning.Seats;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Planning;

public sealed class SeatsTests
{
    private const string A = "2199000001";
    private const string B = "2199000002";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Seats_are_the_class_limit_by_the_rooms_and_what_is_beyond_them_is_missing(DatabaseKind kind)
    {
        // Two classes of 47 in each year, all of whom stay: 94 children move up beside 94, seats are 45 for each of six rooms.
        var found = await WorkOutAsync(kind, Year(2023, 1), Year(2024, 2));
        var place = found.Places.Single(p => p.Stage == Stage.Primary);
        Assert.Equal((282.0, 6, 6, 270m, true), (place.Now, place.Classes, place.Rooms, place.Seats, place.ByGrade));
        Assert.Equal([2025, 2026, 2027, 2028, 2029, 2030], place.Years.Select(y => y.Period));
        Assert.Equal(282, place.Years[0].Children.Expected, 6);
        Assert.Equal((12.0, 0.0, 0), (Math.Round(place.Years[0].Missing, 6), place.Years[0].Surplus, place.Years[0].Oversized));
        Assert.Equal([2023, 2024], found.History);
        Assert.Equal(StepBasis.Trend, found.Basis.Single(b => b.Grade == "11").Basis);
        Assert.Equal(12, found.Stages.Single(s => s.Stage == Stage.Primary).Years[0].Missing, 6);

        static CountyBuilder Year(int period, int revision)
        {
            var county = new CountyBuilder(period: period, revision: revision).School(A, "一小");
            foreach (var (grade, i) in new[] { "11", "12", "13" }.Select((g, i) => (g, i)))
            {
                county.Class(A, Stage.Primary, $"{i}a", 47, grade).Class(A, Stage.Primary, $"{i}b", 47, grade);
            }

            return county;
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Oversized_classes_come_about_where_no_room_is_left_and_rooms_of_the_past_are_still_there(DatabaseKind kind)
    {
        // One class of each grade in A, the first of 70 children; B had two classes and has one, so it has two rooms.
        var found = await WorkOutAsync(
            kind,
            new CountyBuilder(period: 2023, revision: 1).School(A, "一小").School(B, "二小")
                .Class(A, Stage.Primary, "1", 70, "11").Class(A, Stage.Primary, "2", 40, "12").Class(B, Stage.Primary, "1", 30, "11").Class(B, Stage.Primary, "2", 30, "12"),
            new CountyBuilder(period: 2024, revision: 2).School(A, "一小").School(B, "二小")
                .Class(A, Stage.Primary, "1", 70, "11").Class(A, Stage.Primary, "2", 70, "12").Class(B, Stage.Primary, "1", 30, "12"));
        var (a, b) = (found.Places.Single(p => p.School == A), found.Places.Single(p => p.School == B));
        Assert.Equal((2, 90m), (a.Rooms, a.Seats));
        Assert.Equal((2, 1), (a.Years[0].Oversized, a.Years[0].Severe)); // entrants go on falling: 62 after 70
        Assert.Equal((1, 2, 90m), (b.Classes, b.Rooms, b.Seats));
        Assert.Equal(0, b.Years[0].Oversized);
        Assert.True(b.Years[0].Surplus >= 60);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Areas_are_the_home_towns_of_pupils_and_add_up_to_the_county(DatabaseKind kind)
    {
        var found = await WorkOutAsync(kind, Year(2023, 1), Year(2024, 2));
        Assert.Equal(AreaBasis.HomeTowns, found.AreasFrom);
        Assert.Equal([("东乡", 20.0), ("西乡", 10.0)], found.Areas.Select(a => (a.Area, a.Now)));
        Assert.All(Enumerable.Range(0, 6), h => Assert.Equal(found.Stages[0].Years[h].Children.Expected, found.Areas.Sum(a => a.Years[h].Expected), 6));

        static CountyBuilder Year(int period, int revision) => new CountyBuilder(period: period, revision: revision).School(A, "一小").Class(A, Stage.Primary, "1", 30)
            .Pupils(A, Stage.Primary, 20, p => p.HomeTown = "东乡").Pupils(A, Stage.Primary, 10, p => p.HomeTown = "西乡");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_file_of_births_says_who_enters_and_without_rows_of_classes_the_declared_sum_is_spread(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await new CountyBuilder().School(A, "一小").Declare(A, Stage.Primary, 600, s => s.Classes = 12).PublishAsync(database);
        var file = Path.Combine(database.Folder.FullName, "births.csv");
        await File.WriteAllLinesAsync(file, ["区域,年份,出生人数", .. Enumerable.Range(2016, 9).Select(y => $"全县,{y},{(y == 2018 ? 100 : 50)}")], TestContext.Current.CancellationToken);
        await using var db = database.Open();
        var found = (await new WorkOutSeats(db, CountyBuilder.Packs).RunAsync(new SeatsCommand("990101", 2024, file), TestContext.Current.CancellationToken)).Value;
        Assert.Equal(new KnownBirths("births.csv", 2016, 2024, false), found.Births);
        Assert.Null(found.Tested);

        // A hundred entered of those born in 2018; half as many are born after.
        Assert.Equal(550, found.Stages[0].Years[0].Children.Expected, 6);
        Assert.Equal(300, found.Stages[0].Years[5].Children.Expected, 6);
        var place = Assert.Single(found.Places);
        Assert.Equal((12, 540m, false), (place.Rooms, place.Seats, place.ByGrade));
    }

    [Theory]
    [InlineData("区域,年份\n全县,2020", "XH6110", "第 1 行表头里没有“出生人数”")]
    [InlineData("区域,年份,出生人数\n全县,20,5", "XH6204", "第 2 行的年份“20”不对")]
    [InlineData("区域,年份,出生人数\n全县,2020,-5", "XH6205", "第 2 行的出生人数“-5”不对")]
    [InlineData("区域,年份,出生人数\n东乡,2020,5\n东乡,2020,6", "XH6206", "第 3 行与前面重复")]
    [InlineData("区域,年份,出生人数\n", "XH6207", "没有出生人数")]
    public async Task A_file_of_births_that_does_not_hold_is_refused_with_its_line(string text, string code, string words)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await new CountyBuilder().School(A, "一小").Declare(A, Stage.Primary, 600).PublishAsync(database);
        var file = Path.Combine(database.Folder.FullName, "births.csv");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        await using var db = database.Open();
        var refused = await new WorkOutSeats(db, CountyBuilder.Packs).RunAsync(new SeatsCommand("990101", 2024, file), TestContext.Current.CancellationToken);
        Assert.Equal(code, refused.Failure?.Code);
        Assert.Contains(words, refused.Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_children_it_says_what_to_do()
    {
        var builder = new CountyBuilder().School(A, "一小");
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await builder.PublishAsync(database);
        await using var db = database.Open();
        var work = new WorkOutSeats(db, CountyBuilder.Packs);
        Assert.Equal("XH6208", (await work.RunAsync(new SeatsCommand("990101", 2024), TestContext.Current.CancellationToken)).Failure?.Code);
        Assert.Equal("XH1001", (await work.RunAsync(new SeatsCommand("990101", 2025), TestContext.Current.CancellationToken)).Failure?.Code);
        Assert.Equal("XH1010", (await work.RunAsync(new SeatsCommand("990101", 2024, "没有.csv"), TestContext.Current.CancellationToken)).Failure?.Code);
    }

    private static async Task<CountySeats> WorkOutAsync(DatabaseKind kind, params CountyBuilder[] years)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        foreach (var year in years)
        {
            await year.PublishAsync(database);
        }

        await using var db = database.Open();
        return (await new WorkOutSeats(db, CountyBuilder.Packs).RunAsync(new SeatsCommand("990101", 2024), TestContext.Current.CancellationToken)).Value;
    }
}
