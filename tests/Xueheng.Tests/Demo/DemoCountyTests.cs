using Xueheng.Census;
using Xueheng.Demo;

namespace Xueheng.Tests.Demo;

public sealed class DemoCountyTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        var (again, other) = (DemoFiles.Write(1, "again"), DemoFiles.Write(2, "other"));

        for (var i = 0; i < DemoFiles.Small.Count; i++)
        {
            Assert.Equal(File.ReadAllBytes(DemoFiles.Small[i].Path), File.ReadAllBytes(again[i].Path));
            Assert.NotEqual(File.ReadAllBytes(DemoFiles.Small[i].Path), File.ReadAllBytes(other[i].Path));
        }
    }

    [Theory, InlineData(2022), InlineData(2023), InlineData(2024)]
    public void Every_identifier_is_valid_and_nobody_has_anothers(int period)
    {
        var (schools, teachers, pupils) = (DemoFiles.Rows(period, SheetKind.Schools), DemoFiles.Rows(period, SheetKind.Teachers), DemoFiles.Rows(period, SheetKind.Pupils));

        Assert.All(schools, s => Assert.NotNull(SchoolCode.Parse(s["学校标识码"])));
        Assert.All(pupils, p => Assert.NotNull(PupilNumber.Parse(p["学籍号"])));
        var identities = pupils.Concat(teachers).Where(p => p["身份证号"].Length > 0).ToList();
        Assert.All(identities, p => Assert.Equal(DateTime.Parse(p["出生日期"], null), IdentityNumber.Parse(p["身份证号"])!.Value.Born.ToDateTime(default)));
        Assert.All(identities, p => Assert.Equal(p["性别"] == "男", (p["身份证号"][16] - '0') % 2 == 1));
        Distinct(schools.Select(s => s["学校标识码"]));
        Distinct(pupils.Select(p => p["学籍号"]));
        Distinct(teachers.Select(t => t["工号"]));
        Distinct(identities.Select(p => p["身份证号"]));

        static void Distinct(IEnumerable<string> values) => Assert.Empty(values.GroupBy(v => v).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Theory, InlineData(2022), InlineData(2023)]
    public void The_same_pupils_are_a_grade_up_a_year_later(int period)
    {
        var grades = DemoFiles.Codes["grade"].Entries.Select(e => e.Name).Where(n => n is not ("托班" or "混合班" or "小学复式班" or "初中预备班" or "初四")).ToList();
        var next = DemoFiles.Rows(period + 1, SheetKind.Pupils).ToDictionary(p => p["学籍号"]);
        var before = DemoFiles.Rows(period, SheetKind.Pupils).Where(p => p["年级"] is not ("高三" or "中职三年级" or "九年级")).ToList();
        var stayed = before.Where(p => next.ContainsKey(p["学籍号"])).ToList();

        Assert.True(stayed.Count > before.Count * 0.95, $"{stayed.Count} of {before.Count}");
        Assert.All(stayed, p => Assert.Equal(grades.IndexOf(p["年级"]) + 1, grades.IndexOf(next[p["学籍号"]]["年级"])));
        Assert.All(stayed, p => Assert.Equal(p["姓名"], next[p["学籍号"]]["姓名"]));
    }

    [Fact]
    public void Most_teachers_are_there_the_next_year_and_some_have_moved()
    {
        var (before, after) = (DemoFiles.Rows(2022, SheetKind.Teachers), DemoFiles.Rows(2023, SheetKind.Teachers).ToDictionary(t => t["工号"]));
        var stayed = before.Where(t => after.ContainsKey(t["工号"])).ToList();

        Assert.InRange(stayed.Count, before.Count * 8 / 10, before.Count);
        Assert.Contains(stayed, t => after[t["工号"]]["学校标识码"] != t["学校标识码"] && after[t["工号"]]["本学年交流"] == "是");
        Assert.All(stayed, t => Assert.Equal(t["身份证号"], after[t["工号"]]["身份证号"]));
    }

    [Fact]
    public void A_county_is_as_large_as_the_average_one()
    {
        var plan = CountyPlan.Of(DemoSize.County, 1);
        var enrolment = new Enrolment(plan, 2024);

        Assert.Equal(70, plan.Schools.Count(s => s.Type is "211" or "311" or "312" or "341" or "345"));
        Assert.Equal(26, plan.Schools.Count(s => s.Type == "218"));
        Assert.Equal(100, plan.Schools.Count(s => s.Type == "111"));
        Assert.Single(plan.Schools, s => s.Type == "514");
        Assert.InRange(Count(Stage.Primary) + Count(Stage.Junior), 53_000, 57_000);
        Assert.InRange(Count(Stage.Preschool), 15_000, 17_000);
        Assert.Contains(plan.Schools, s => s.Type == "218" && enrolment.Count(s.Index, Stage.Primary, 2024) < 50);
        Assert.InRange(plan.Schools.Count(s => s.Stages.Any(stage => enrolment.Count(s.Index, stage, 2024) > 2000 && stage is Stage.Primary or Stage.Junior)), 1, 3);

        int Count(Stage stage) => plan.Schools.Where(s => s.Weights.ContainsKey(stage)).Sum(s => enrolment.Count(s.Index, stage, 2024));
    }

    [Fact]
    public void A_city_is_ten_counties_in_which_no_two_schools_share_a_name_or_a_code()
    {
        var plan = CountyPlan.Of(DemoSize.City, 1);

        Assert.Equal(CountyPlan.Of(DemoSize.County, 1).Schools.Count * 10, plan.Schools.Count);
        Assert.Empty(plan.Schools.GroupBy(s => s.Code).Concat(plan.Schools.GroupBy(s => s.Name)).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(plan.Towns.Where(t => !t.Outside).GroupBy(t => t.Name).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Nobody_is_at_two_schools_at_once()
    {
        var plan = CountyPlan.Of(DemoSize.County, 3);
        var enrolment = new Enrolment(plan, 2024);

        for (var birth = CountyPlan.FirstBirth; birth <= CountyPlan.LastBirth; birth++)
        {
            foreach (var town in plan.Schools.SelectMany(s => enrolment.At(s.Index, birth, 2024)).GroupBy(c => c.Town))
            {
                var ranges = town.OrderBy(c => c.From).ToList();
                for (var i = 1; i < ranges.Count; i++)
                {
                    Assert.True(ranges[i].From >= ranges[i - 1].To, $"{birth} {ranges[i - 1]} {ranges[i]}");
                }
            }
        }
    }

    [Fact]
    public void Declared_and_counted_differ_in_few_places()
    {
        var plan = CountyPlan.Of(DemoSize.County, 1);
        var enrolment = new Enrolment(plan, 2024);
        var (workforce, roll) = (new Workforce(plan), new PupilRoll(plan));
        var declarations = new Declarations(enrolment, workforce, new Dice(1));
        var differing = plan.Schools.Where(s => s.Role != SchoolRole.Kindergarten).SelectMany(s => s.Stages.Select(stage => (School: s, Stage: stage)))
            .Count(s => declarations.Of(s.School, s.Stage, 2024, Roll(s.School, s.Stage)).Pupils != enrolment.Count(s.School.Index, s.Stage, 2024));

        Assert.InRange(differing, 1, 5);

        List<PupilRow> Roll(DemoSchool school, Stage stage) =>
            [.. DemoClasses.Of(school, stage, 2024, enrolment).SelectMany(group => roll.Of(group, 2024))];
    }
}
