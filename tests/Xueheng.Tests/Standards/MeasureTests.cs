using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Standards;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Standards;

/// <summary>Whole measurements on real databases: what is split, merged, left out, unknown, judged.</summary>
public sealed class MeasureTests
{
    private const string Quality = "quality-balance-2017";
    private const string A = "2199000001";
    private const string B = "2199000002";
    private const string C = "3199000003";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_nine_year_school_is_split_by_weighted_pupils(DatabaseKind kind)
    {
        // 600 × 1 + 400 × 1.1 = 1040. L7: 104 rooms are 60 and 44; per 100 pupils 10 and 11.
        var county = School(new CountyBuilder(), A, "青禾九年制学校", "312", 600, 400)
            .Resources(A, r => (r.MultimediaRooms, r.TeachingArea, r.IndoorSportsArea, r.OutdoorSportsArea, r.EquipmentValue) = (104, 5300, 100, 9260, 208));
        var measured = await MeasureAsync(kind, county);

        Assert.Equal([10m, 5m, 9m, 2000m], Values(measured, A, Stage.Primary, "L7", "L4", "L5", "L6"));
        Assert.Equal([11m, 5.5m, 9.9m, 2200m], Values(measured, A, Stage.Junior, "L7", "L4", "L5", "L6"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_complete_secondary_school_is_split_with_its_senior_stage_which_is_not_judged(DatabaseKind kind)
    {
        // 500 × 1 + 1000 × 1.2 = 1700. 34 rooms: 10 for the junior stage.
        var county = new CountyBuilder().School(A, "青禾中学", "341").Declare(A, Stage.Junior, 500).Declare(A, Stage.Senior, 1000)
            .Resources(A, r => r.MultimediaRooms = 34);
        var measured = await MeasureAsync(kind, county);

        Assert.Equal([2m], Values(measured, A, Stage.Junior, "L7"));
        Assert.Equal([Stage.Junior], measured.Schools.Select(s => s.Stage));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_twelve_year_school_is_split_in_three(DatabaseKind kind)
    {
        // 1000 × 1 + 600 × 1.1 + 500 × 1.32 = 2320. 4640 ㎡: 2000 and 1320 (and 1320 for the senior stage).
        var county = new CountyBuilder().School(A, "青禾学校", "345")
            .Declare(A, Stage.Primary, 1000).Declare(A, Stage.Junior, 600).Declare(A, Stage.Senior, 500)
            .Resources(A, r => (r.TeachingArea, r.IndoorSportsArea) = (4640, 0));
        var measured = await MeasureAsync(kind, county);

        Assert.Equal([2m], Values(measured, A, Stage.Primary, "L4"));
        Assert.Equal([2.2m], Values(measured, A, Stage.Junior, "L4"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_split_school_exactly_at_its_threshold_meets_it_though_its_shares_are_endless_fractions(DatabaseKind kind)
    {
        // 300 × 1 + 700 × 1.1 = 1070; the primary share 300 ÷ 1070 has no end, yet 24.61 × 300 ÷ 1070 ÷ 300 × 100 is 2.3.
        var county = School(new CountyBuilder(), A, "青禾九年制学校", "312", 300, 700).Resources(A, r => r.MultimediaRooms = 24.61);
        var measured = await MeasureAsync(kind, county);

        Assert.Equal((2.3m, Verdict.Meets), (Of(measured, A, Stage.Primary, "L7").Value, Of(measured, A, Stage.Primary, "L7").Verdict));
        Assert.Equal(2.53m, Of(measured, A, Stage.Junior, "L7").Value);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_campus_counts_with_its_main_school_and_is_not_judged_alone(DatabaseKind kind)
    {
        var county = new CountyBuilder()
            .School(A, "青禾小学").Declare(A, Stage.Primary, 960, s => s.BackboneTeachers = 9)
            .School(B, "青禾小学石桥教学点", "218", s => s.Main = A).Declare(B, Stage.Primary, 40, s => s.BackboneTeachers = 1);
        var measured = await MeasureAsync(kind, county);

        var school = Assert.Single(measured.Schools);
        Assert.Equal((A, 1000m, 1m, Verdict.Meets), (school.School, school.Pupils, school.Indicators[1].Value, school.Indicators[1].Verdict));
        Assert.Equal([B], school.Merged);
        Assert.Empty(measured.Excluded);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Schools_left_out_are_listed_with_the_reason(DatabaseKind kind)
    {
        var county = new CountyBuilder()
            .School("2199000010", "四十九人教学点", "218").Declare("2199000010", Stage.Primary, 49)
            .School("2199000011", "五十人教学点", "218").Declare("2199000011", Stage.Primary, 50)
            .School("5199000012", "特殊教育学校", "514").Declare("5199000012", Stage.Primary, 120)
            .School("3299000013", "职业初中", "321").Declare("3299000013", Stage.Junior, 300)
            .School("2199000014", "停办小学").Declare("2199000014", Stage.Primary, 0)
            .School("2199000015", "错报学段小学").Declare("2199000015", Stage.Primary, 200).Teachers("2199000015", Stage.Junior, 2)
            .School("1199000016", "幼儿园", "111").Declare("1199000016", Stage.Preschool, 200);
        var measured = await MeasureAsync(kind, county);

        Assert.Equal(["2199000011", "2199000015"], measured.Schools.Select(s => s.School));
        Assert.Equal(
            [
                ("2199000010", Stage.Primary, "不足 50 人的教学点不参加评估"), ("2199000014", Stage.Primary, "该学段没有在校生"),
                ("5199000012", Stage.Primary, "特殊教育学校不参加评估"), ("2199000015", Stage.Junior, "该学段只有教师数据，没有学生、班级和填报数据"),
                ("3299000013", Stage.Junior, "职业学校不参加评估"),
            ],
            measured.Excluded.Select(e => (e.School, e.Stage, e.Reason)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_missing_fact_makes_the_indicator_the_school_and_the_disparity_unknown_and_is_never_a_pass(DatabaseKind kind)
    {
        var full = Complete(Complete(new CountyBuilder(), A, Stage.Primary), B, Stage.Primary);
        var lacking = Complete(Complete(new CountyBuilder(), A, Stage.Primary), B, Stage.Primary, s => s.BackboneTeachers = null);

        var (whole, measured) = (await MeasureAsync(kind, full), await MeasureAsync(kind, lacking));

        Assert.All(whole.Schools, s => Assert.True(s.Passes));
        var indicator = Of(measured, B, Stage.Primary, "L2");
        Assert.Equal((null, Verdict.Unknown), (indicator.Value, indicator.Verdict));
        Assert.Equal(["teachers.backbone"], indicator.Missing);
        Assert.Equal(["没有填报"], indicator.Reasons);
        Assert.Equal((Verdict.Unknown, false), (measured.Schools.Single(s => s.School == B).Verdict, measured.Schools.Single(s => s.School == B).Passes));
        var disparity = measured.Disparity.Single(d => d.Stage == Stage.Primary && d.Indicator == "L2");
        Assert.Equal((Verdict.Unknown, 1d, 0d), (disparity.Verdict, disparity.Mean, disparity.Cv));
        Assert.Equal([B], disparity.Missing);
        Assert.False(measured.Passes);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Six_indicators_met_and_the_last_at_its_floor_pass_and_a_hair_below_does_not(DatabaseKind kind)
    {
        var at = Complete(new CountyBuilder(), A, Stage.Primary, s => s.BackboneTeachers = 8.5);
        var below = Complete(new CountyBuilder(), A, Stage.Primary, s => s.BackboneTeachers = 8.499999);
        var two = Complete(new CountyBuilder(), A, Stage.Primary, s => (s.BackboneTeachers, s.ArtsSportsTeachers) = (9.9, 8.9));

        Assert.Equal(Verdict.Meets, (await MeasureAsync(kind, at)).Schools[0].Verdict);
        Assert.Equal(Verdict.Fails, (await MeasureAsync(kind, below)).Schools[0].Verdict);
        Assert.Equal(Verdict.Fails, (await MeasureAsync(kind, two)).Schools[0].Verdict);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task One_indicator_over_its_disparity_limit_fails_the_county_though_the_composite_is_low(DatabaseKind kind)
    {
        // Backbone teachers 1 and 3 per hundred with equal pupils: coefficient exactly 0.5, kept; 1 and 3.1 is over.
        var at = Complete(Complete(new CountyBuilder(), A, Stage.Primary), B, Stage.Primary, s => s.BackboneTeachers = 30);
        var over = Complete(Complete(new CountyBuilder(), A, Stage.Primary), B, Stage.Primary, s => s.BackboneTeachers = 31);

        var (kept, broken) = (await MeasureAsync(kind, at), await MeasureAsync(kind, over));

        Assert.Equal((0.5, Verdict.Meets), (kept.Disparity.Single(d => d.Stage == Stage.Primary && d.Indicator == "L2").Cv, kept.Disparity.Single(d => d.Stage == Stage.Primary && d.Indicator == "L2").Verdict));
        Assert.Equal(Verdict.Fails, broken.Disparity.Single(d => d.Stage == Stage.Primary && d.Indicator == "L2").Verdict);
        Assert.True(broken.Composite.Single(c => c.Stage == Stage.Primary).Cv < 0.1);
        Assert.Equal(Verdict.Fails, broken.Verdict);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_worked_example_comes_out_of_a_measured_county(DatabaseKind kind)
    {
        var county = new CountyBuilder();
        foreach (var (place, pupils, books) in (IEnumerable<(int, int, int)>)[(1, 45, 279), (2, 37, 137), (3, 89, 935), (4, 76, 160), (5, 55, 402)])
        {
            county.School($"219900000{place}", $"小学{place}").Declare($"219900000{place}", Stage.Primary, pupils).Resources($"219900000{place}", r => r.Books = books);
        }

        var books8 = (await MeasureAsync(kind, county, "basic-balance-2012")).Disparity.Single(d => d.Stage == Stage.Primary && d.Indicator == "B5");

        Assert.Equal(6.3344, books8.Mean!.Value, 4);
        Assert.Equal(3.2639, books8.Sd!.Value, 4);
        Assert.Equal(0.5153, books8.Cv!.Value, 4);
        Assert.Null(books8.Verdict);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Basic_balance_holds_the_county_to_its_composite_and_schools_to_nothing(DatabaseKind kind)
    {
        var county = Complete(Complete(new CountyBuilder(), A, Stage.Primary), C, Stage.Junior);
        var measured = await MeasureAsync(kind, county, "basic-balance-2012");

        Assert.All(measured.Schools, s => Assert.Null(s.Passes));
        Assert.All(measured.Schools.SelectMany(s => s.Indicators), i => Assert.Null(i.Verdict));
        Assert.Equal([(0d, 0.65, Verdict.Meets), (0d, 0.55, Verdict.Meets)], measured.Composite.Select(c => (c.Cv!.Value, c.Limit!.Value, c.Verdict!.Value)));
        Assert.True(measured.Passes);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Judged_indicators_are_unknown_until_a_person_judges_and_the_newest_judgement_counts(DatabaseKind kind)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync(kind);
        await Complete(new CountyBuilder(), A, Stage.Primary).PublishAsync(database);
        using var cache = new MeasurementCache();
        var clock = new SteppingClock();
        async Task<Verdict> Q6()
        {
            await using var db = database.Open();
            return (await new Measure(db, CountyBuilder.Packs, new CountFacts(db, CountyBuilder.Packs), cache).RunAsync("990101", 2024, Quality, cancellation))
                .Value.CountyIndicators.Single(i => i.Id == "Q6").Verdict;
        }

        async Task<Outcome<Judgement>> Judge(string indicator, Verdict verdict, string evidence)
        {
            await using var db = database.Open();
            return await new EnterJudgement(db, CountyBuilder.Packs, clock).RunAsync(new("990101", 2024, Quality, indicator, verdict, evidence, "督导室"), cancellation);
        }

        Assert.Equal(Verdict.Unknown, await Q6());
        Assert.True((await Judge("Q6", Verdict.Meets, "现场核查 12 所学校,见督导意见书")).Succeeded);
        Assert.Equal(Verdict.Meets, await Q6());
        Assert.True((await Judge("Q6", Verdict.Fails, "复查发现 1 所学校未达良好")).Succeeded);
        Assert.Equal(Verdict.Fails, await Q6());

        Assert.Equal("XH2006", (await Judge("Q6", Verdict.Meets, "  ")).Failure?.Code);
        Assert.Equal("XH2005", (await Judge("Q6", Verdict.Near, "依据")).Failure?.Code);
        Assert.Equal("XH2004", (await Judge("G5", Verdict.Meets, "依据")).Failure?.Code);
        await using var fresh = database.Open();
        Assert.Equal(
            [Verdict.Fails, Verdict.Meets],
            (await new JudgementHistory(fresh).ListAsync("990101", 2024, Quality, "Q6", cancellation)).Select(j => j.Verdict));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Without_a_published_census_or_a_known_standard_there_is_a_clear_failure(DatabaseKind kind)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync(kind);
        await new CountyBuilder().School(A, "青禾小学").PublishAsync(database);
        await using var db = database.Open();
        var measure = new Measure(db, CountyBuilder.Packs, new CountFacts(db, CountyBuilder.Packs));

        Assert.Equal("XH1001", (await measure.RunAsync("990101", 2023, Quality, cancellation)).Failure?.Code);
        Assert.Equal("XH2001", (await measure.RunAsync("990101", 2024, "quality-balance", cancellation)).Failure?.Code);
        var revision = await db.Set<Revision>().SingleAsync(cancellation);
        revision.State = RevisionState.Draft;
        Assert.Equal("XH2002", (await measure.RunAsync(revision, Quality, cancellation)).Failure?.Code);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_json_has_the_shape_of_the_contract(DatabaseKind kind)
    {
        var county = Complete(new CountyBuilder(), A, Stage.Primary, s => s.BackboneTeachers = null)
            .School("5199000012", "特殊教育学校", "514").Declare("5199000012", Stage.Primary, 120);
        using var json = JsonDocument.Parse(MeasurementJson.Write(await MeasureAsync(kind, county)));
        var root = json.RootElement;

        Assert.Equal(("990101", "2024", 1, Quality), (root.GetProperty("county").GetString(), root.GetProperty("period").GetString(), root.GetProperty("revision").GetInt32(), root.GetProperty("standard").GetString()));
        var school = root.GetProperty("schools")[0];
        Assert.Equal((A, "primary", 1000d, false), (school.GetProperty("school").GetString(), school.GetProperty("stage").GetString(), school.GetProperty("pupils").GetDouble(), school.GetProperty("passes").GetBoolean()));
        Assert.Equal("""{"id":"L1","value":4.2,"threshold":4.2,"floor":3.57,"verdict":"meets","shortfall":0,"missing":[],"reasons":[]}""", school.GetProperty("indicators")[0].GetRawText());
        Assert.Equal("""["teachers.backbone"]""", school.GetProperty("indicators")[1].GetProperty("missing").GetRawText());
        Assert.Equal("""{"stage":"primary","indicator":"L1","mean":4.2,"sd":0,"cv":0,"limit":0.5,"verdict":"meets","missing":[]}""", root.GetProperty("disparity")[0].GetRawText());
        Assert.Equal("primary", root.GetProperty("composite")[0].GetProperty("stage").GetString());
        Assert.Equal("特殊教育学校不参加评估", root.GetProperty("excluded")[0].GetProperty("reason").GetString());
        Assert.Equal(("G1", "unknown"), (root.GetProperty("county_indicators")[0].GetProperty("id").GetString(), root.GetProperty("county_indicators")[0].GetProperty("verdict").GetString()));
        Assert.False(root.GetProperty("passes").GetBoolean());
    }

    /// <summary>A school of 1,000 pupils that stands exactly at every primary threshold (and above every junior one where they are equal).</summary>
    private static CountyBuilder Complete(CountyBuilder county, string code, Stage stage, Action<StageRow>? more = null) => county
        .School(code, $"学校{code[^1]}")
        .Declare(code, stage, 1000, s =>
        {
            (s.AboveDegreeTeachers, s.BackboneTeachers, s.ArtsSportsTeachers, s.FullTimeTeachers, s.IntermediateTitleTeachers) = (42, 10, 9, 55, 30);
            more?.Invoke(s);
        })
        .Resources(code, r =>
        {
            (r.TeachingArea, r.IndoorSportsArea, r.OutdoorSportsArea, r.EquipmentValue) = (4500, 0, 7500, 200);
            (r.MultimediaRooms, r.Computers, r.Books) = (23, 100, 20000);
        });

    private static CountyBuilder School(CountyBuilder county, string code, string name, string type, double primary, double junior) =>
        county.School(code, name, type).Declare(code, Stage.Primary, primary).Declare(code, Stage.Junior, junior);

    private static IndicatorMeasurement Of(Measurement measured, string school, Stage stage, string indicator) =>
        measured.Schools.Single(s => s.School == school && s.Stage == stage).Indicators.Single(i => i.Id == indicator);

    private static IEnumerable<decimal> Values(Measurement measured, string school, Stage stage, params string[] indicators) =>
        indicators.Select(i => Of(measured, school, stage, i).Value!.Value);

    private static async Task<Measurement> MeasureAsync(DatabaseKind kind, CountyBuilder county, string standard = Quality)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await county.PublishAsync(database);
        await using var db = database.Open();
        return (await new Measure(db, CountyBuilder.Packs, new CountFacts(db, CountyBuilder.Packs)).RunAsync("990101", 2024, standard, TestContext.Current.CancellationToken)).Value;
    }

    /// <summary>Each reading of the clock is a second after the last.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private int _seconds;

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddSeconds(_seconds++);
    }
}
