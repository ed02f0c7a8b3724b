using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Planning.Staffing;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Planning;

public sealed class StaffingTests
{
    private const string A = "2199000001";
    private const string B = "2199000002";

    private static readonly Curriculum Curriculum = CountyBuilder.Packs.Curriculum;

    [Fact]
    public void The_lessons_of_nine_years_are_those_of_the_national_plan()
    {
        Assert.Equal(9522, Curriculum.Week.Sum(w => w.Value * Curriculum.Weeks[w.Key]));
        Assert.All(Curriculum.Shares, share => Assert.InRange(Curriculum.ShareOf(share), share.Least, share.Most));
    }

    [Theory]
    [InlineData(Stage.Primary, "121", 2024, 950, 20, 50, "950 名学生 ÷ 19")]
    [InlineData(Stage.Primary, "121", 2024, 951, 20, 51, "951 名学生 ÷ 19")]
    [InlineData(Stage.Junior, "220", 2024, 270, 6, 20, "270 名学生 ÷ 13.5")]
    [InlineData(Stage.Primary, "220", 2024, 120, 6, 11, "6 个班 × 1.7")]
    [InlineData(Stage.Primary, "220", 2024, 201, 6, 11, "201 名学生 ÷ 19")]
    [InlineData(Stage.Primary, "121", 2024, 120, 6, 7, "120 名学生 ÷ 19")]
    public void Posts_follow_pupils_and_in_small_village_schools_classes(Stage stage, string urbanRural, int period, int pupils, int classes, int posts, string words)
    {
        var quota = CountyBuilder.Packs.Staffing.Of(new SchoolRow { School = A, UrbanRural = urbanRural }, stage, period, pupils, classes)!;
        Assert.Equal((posts, words, words.Contains('÷', StringComparison.Ordinal)), (quota.Posts, quota.Words, quota.Confirmed));
    }

    [Fact]
    public void Before_the_first_dated_ratio_and_without_pupils_there_is_no_quota()
    {
        Assert.Null(CountyBuilder.Packs.Staffing.Of(new SchoolRow(), Stage.Primary, 2013, 100, 6));
        Assert.Null(CountyBuilder.Packs.Staffing.Of(new SchoolRow(), Stage.Primary, 2024, null, 6));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_subject_needs_its_lessons_by_load_and_has_its_teachers(DatabaseKind kind)
    {
        // One class of each grade: 42 lessons of Chinese a week, 14 of which make a post; sport 20 of 15; substitutes and part-time teachers count for nothing.
        var county = Graded(new CountyBuilder().School(A, "一小").Declare(A, Stage.Primary, 228), A)
            .Teachers(A, Stage.Primary, 2)
            .Teachers(A, Stage.Primary, 3, t => t.Subject = "体育")
            .Teachers(A, Stage.Primary, 1, t => t.StaffType = "6")
            .Teachers(A, Stage.Primary, 1, t => t.FullTime = false)
            .Teachers(A, Stage.Primary, 1, t => (t.StaffType, t.FullTime, t.Subject) = ("2", false, "其他"));
        var place = (await WorkOutAsync(kind, county)).Places.Single();
        Assert.Equal((228m, 12, 7, -5, 5), (place.Pupils!.Value, place.Quota!.Posts, place.Staff, place.OverQuota, place.FullTime));
        var chinese = place.Subjects.Single(s => s.Subject == "chinese");
        Assert.Equal((42m, 3m, 2, -1m), (chinese.Lessons, chinese.Need, chinese.Have, chinese.Surplus));
        var sport = place.Subjects.Single(s => s.Subject == "sport");
        Assert.Equal((20m, 3), (sport.Lessons, sport.Have));
        Assert.Equal(1.67m, Math.Round(sport.Surplus, 2));
        Assert.DoesNotContain(place.Subjects, s => s.Subject == "physics");
        Assert.Equal(0, place.Subjects.Single(s => s.Subject == "labour").Need);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Teachers_of_all_subjects_stand_in_where_their_school_lacks_most_and_campuses_count_with_their_school(DatabaseKind kind)
    {
        var county = Graded(new CountyBuilder().School(A, "一小").Declare(A, Stage.Primary, 228), A)
            .School(B, "一小分校", "218", s => s.Main = A).Declare(B, Stage.Primary, 20)
            .Class(B, Stage.Primary, "1", 20, "11")
            .Teachers(A, Stage.Primary, 2)
            .Teachers(B, Stage.Primary, 2, t => t.Subject = "全科");
        var place = (await WorkOutAsync(kind, county)).Places.Single();
        Assert.Equal((248m, 4), (place.Pupils!.Value, place.FullTime));

        // Chinese lacks 50 ÷ 14 − 2 = 1.57, mathematics 30 ÷ 14 = 2.14: one after the other stands in for mathematics first.
        Assert.Equal(50m / 14, place.Subjects.Single(s => s.Subject == "chinese").Need);
        Assert.Equal(2, place.Subjects.Sum(s => s.Covered));
        Assert.True(place.Subjects.Single(s => s.Subject == "mathematics").Covered >= 1);
        Assert.All(place.Subjects.Where(s => s.Covered > 0), s => Assert.True(s.Surplus <= 0));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Without_classes_by_grade_lessons_are_those_of_an_average_grade(DatabaseKind kind)
    {
        var county = new CountyBuilder().School(A, "一中", "311").Declare(A, Stage.Junior, 300, s => s.Classes = 6).Teachers(A, Stage.Junior, 1, t => t.Subject = "科学");
        var place = (await WorkOutAsync(kind, county)).Places.Single();
        Assert.False(place.ByGrade);
        Assert.Equal(10, place.Subjects.Single(s => s.Subject == "physics").Lessons);

        // The teacher of junior science covers physics, chemistry and biology: biology lacks 8 ÷ 12, physics 10 ÷ 12.
        Assert.Equal(1, place.Subjects.Where(s => s.Subject is "physics" or "chemistry" or "biology").Sum(s => s.Covered));
    }

    [Fact]
    public async Task Without_rows_of_teachers_it_says_what_to_do()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await new CountyBuilder().School(A, "一小").Declare(A, Stage.Primary, 100).PublishAsync(database);
        await using var db = database.Open();
        var refused = await new WorkOutStaffing(db, CountyBuilder.Packs, new CountFacts(db, CountyBuilder.Packs)).RunAsync("990101", 2024, TestContext.Current.CancellationToken);
        Assert.Equal("XH6101", refused.Failure?.Code);
    }

    private static CountyBuilder Graded(CountyBuilder county, string school)
    {
        foreach (var grade in new[] { "11", "12", "13", "14", "15", "16" })
        {
            county.Class(school, Stage.Primary, grade, 38, grade);
        }

        return county;
    }

    private static async Task<CountyStaffing> WorkOutAsync(DatabaseKind kind, CountyBuilder county)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await county.PublishAsync(database);
        await using var db = database.Open();
        return (await new WorkOutStaffing(db, CountyBuilder.Packs, new CountFacts(db, CountyBuilder.Packs)).RunAsync("990101", 2024, TestContext.Current.CancellationToken)).Value;
    }
}
