using Xueheng.Census;
using Xueheng.Facts;

namespace Xueheng.Tests.Facts;

public sealed class MergedSchoolTests
{
    [Fact]
    public void A_campus_counts_with_its_main_school()
    {
        var merged = MergedSchool.Merge([School("1", null, (null, 100, 98)), School("2", "1", (null, 20, 21))]).Single();

        Assert.Equal(["1", "2"], merged.Campuses.Prepend(merged.Main).Select(c => c.School.School));
        Assert.Equal(new FactValue(120, 119, null), merged["pupils", Stage.Primary]);
    }

    [Fact]
    public void A_campus_of_a_campus_counts_with_the_main_school_of_that_one()
    {
        var merged = MergedSchool.Merge([School("1", null, (null, 1, null)), School("2", "1", (null, 2, null)), School("3", "2", (null, 4, null))]);

        Assert.Equal(7, merged.Single()["pupils", Stage.Primary].Value);
    }

    [Fact]
    public void Schools_that_name_one_another_each_count_for_themselves()
    {
        var merged = MergedSchool.Merge([School("1", "2", (null, 1, null)), School("2", "1", (null, 2, null)), School("3", "3", (null, 4, null))]);

        Assert.Equal(["1", "2", "3"], merged.Select(m => m.School.School));
    }

    [Fact]
    public void A_main_school_that_does_not_exist_leaves_the_campus_alone() =>
        Assert.Equal("2", MergedSchool.Merge([School("2", "9", (null, 2, null))]).Single().School.School);

    [Fact]
    public void What_one_part_counts_and_another_declares_is_not_called_counted()
    {
        var merged = MergedSchool.Merge([School("1", null, (null, 100, 90)), School("2", "1", (null, null, 20))]).Single();

        Assert.Equal((null, 120m), (merged["pupils", Stage.Primary].Counted, merged["pupils", Stage.Primary].Value));
    }

    [Fact]
    public void What_one_part_lacks_is_missing_and_names_the_part()
    {
        var merged = MergedSchool.Merge([School("1", null, (null, 100, 90)), School("2", "1", ("没有填报", null, null))]).Single();

        Assert.Equal("学校2：没有填报", merged["pupils", Stage.Primary].Missing);
        Assert.Null(merged["pupils", Stage.Primary].Value);
    }

    [Fact]
    public void A_part_without_the_stage_takes_no_part()
    {
        var junior = new SchoolFacts(new SchoolRow { School = "2", Main = "1" }, [Stage.Junior], new Dictionary<(string, Stage?), FactValue>());
        var merged = MergedSchool.Merge([School("1", null, (null, 100, null)), junior]).Single();

        Assert.Equal(100, merged["pupils", Stage.Primary].Value);
        Assert.Equal([Stage.Primary, Stage.Junior], merged.Stages);
    }

    private static SchoolFacts School(string code, string? main, (string? Missing, decimal? Counted, decimal? Declared) pupils) => new(
        new SchoolRow { School = code, Name = $"学校{code}", Main = main },
        [Stage.Primary],
        new Dictionary<(string, Stage?), FactValue> { [("pupils", Stage.Primary)] = new(pupils.Counted, pupils.Declared, pupils.Missing) });
}
