using Xueheng.Engines.Projection;

namespace Xueheng.Engines.Tests.Projection;

public sealed class ProjectChildrenTests
{
    /// <summary>Six grades entered at six.</summary>
    private static readonly GradeStep[] School = [new(StepKind.Entry, 0, Age: 6), .. Enumerable.Range(0, 5).Select(g => new GradeStep(StepKind.Follow, 0, From: g))];

    [Fact]
    public void A_closed_county_keeps_its_cohorts_to_the_child()
    {
        // Births 100, 110 … enter six years later and nobody comes or goes.
        var births = new BirthSeries(2008, [.. Enumerable.Range(0, 16).Select(i => 100.0 + (10 * i))], [.. Enumerable.Range(0, 16).Select(i => new[] { 60.0 + (6 * i), 40 + (4 * i) })]);
        double[] Area(int year, double share) => [.. Enumerable.Range(0, 6).Select(g => share * births.Total[year - 6 - g - 2008])];
        var problem = new ProjectionProblem(School, 2019, [.. Enumerable.Range(2019, 3).Select(y => new[] { Area(y, 0.6), Area(y, 0.4) })], 8) { Births = births, Paths = 50 };
        var found = ProjectChildren.Run(problem);
        for (var h = 0; h < 8; h++)
        {
            Assert.Equal(Area(2022 + h, 0.6), found.Grades[h][0].Select(v => Math.Round(v, 9)));
            Assert.Equal(Area(2022 + h, 0.4).Sum(), found.Groups[1][0][h].Expected, 9);
        }
    }

    [Fact]
    public void Without_births_for_six_years_no_child_is_left()
    {
        var births = new BirthSeries(2010, [100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 0, 0, 0, 0, 0, 0]);
        double[][] full = [[100, 100, 100, 100, 100, 100]];
        var found = ProjectChildren.Run(new ProjectionProblem(School, 2022, [full, full], 11) { Births = births, Paths = 50 });
        Assert.Equal(200, found.Total[0][5].Expected, 9);
        Assert.Equal(new Estimate(0, 0, 0, 0, 0), found.Total[0][8]);
    }

    [Fact]
    public void A_ratio_pools_years_the_later_weighing_more()
    {
        // 100 → 90, then 200 → 200: (0.7 × 90 + 200) ÷ (0.7 × 100 + 200).
        GradeStep[] two = [new(StepKind.Entry, 0, Age: 6), new(StepKind.Follow, 0, From: 0)];
        var found = ProjectChildren.Run(new ProjectionProblem(two, 2020, [[[100, 0]], [[200, 90]], [[50, 200]]], 1) { Paths = 10 });
        Assert.Equal(263.0 / 270, found.Steps[1].Ratio, 12);
        Assert.Equal(50 * 263.0 / 270, found.Grades[0][0][1], 9);
    }

    [Fact]
    public void One_year_alone_moves_up_as_it_is_with_wide_intervals()
    {
        double[][] only = [[30, 40, 50, 60, 70, 80], [10, 10, 10, 10, 10, 10]];
        var found = ProjectChildren.Run(new ProjectionProblem(School, 2024, [only], 2));
        Assert.Equal([30.0, 30, 40, 50, 60, 70], found.Grades[0][0].Select(v => Math.Round(v, 9)));
        Assert.Equal(0, found.Steps[1].Transitions);
        var estimate = found.Total[0][0];
        Assert.True(estimate.Low95 < estimate.Low80 && estimate.Low80 < estimate.Expected && estimate.Expected < estimate.High80 && estimate.High80 < estimate.High95);
    }

    [Fact]
    public void An_area_with_few_children_is_drawn_towards_the_county_and_one_with_many_is_not()
    {
        // Great areas keep all or lose a fifth; the small one lost all of its four.
        GradeStep[] two = [new(StepKind.Entry, 0, Age: 6), new(StepKind.Follow, 0, From: 0)];
        double[][] before = [[2000, 0], [2000, 0], [4, 0]];
        double[][] now = [[2000, 2000], [2000, 1600], [4, 0]];
        var found = ProjectChildren.Run(new ProjectionProblem(two, 2023, [before, now], 1) { Paths = 10 });
        Assert.InRange(found.Grades[0][0][1], 1985, 2000);
        Assert.InRange(found.Grades[0][1][1], 1600, 1615);
        Assert.InRange(found.Grades[0][2][1], 2.5, 3.8);
    }

    [Fact]
    public void Children_who_choose_a_school_anew_are_divided_by_the_schools_shares()
    {
        GradeStep[] two = [new(StepKind.Entry, 0, Age: 6), new(StepKind.Spread, 1, From: 0)];
        double[][] years = [[100, 0], [100, 0], [0, 150], [0, 50]];
        var found = ProjectChildren.Run(new ProjectionProblem(two, 2023, [years, years], 1) { Paths = 10 });
        Assert.Equal(150, found.Groups[2][1][0].Expected, 9);
        Assert.Equal(50, found.Groups[3][1][0].Expected, 9);
        Assert.Equal(0, found.Groups[0][1][0].Expected);
    }

    [Fact]
    public void More_births_never_make_fewer_children_and_the_seed_decides_everything()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            double[][] Year() => [.. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 6).Select(_ => (double)random.Next(5, 90)).ToArray())];
            var births = Enumerable.Range(0, 14).Select(_ => (double)random.Next(50, 300)).ToArray();
            var problem = new ProjectionProblem(School, 2022, [Year(), Year(), Year()], 5) { Births = new BirthSeries(2012, births), Paths = 40, Seed = seed };
            var found = ProjectChildren.Run(problem);
            Assert.Equal(found.Total[0], ProjectChildren.Run(problem).Total[0]);
            births[^1] *= 1.5;
            var more = ProjectChildren.Run(problem with { Births = new BirthSeries(2012, births) });
            Assert.All(found.Total[0].Zip(more.Total[0]), both => Assert.True(both.Second.Expected >= both.First.Expected - 1e-9));
        }
    }
}
