using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Planning;
using Xueheng.Planning.Levers;
using Xueheng.Planning.OneStep;
using Xueheng.Standards;
using Xueheng.Standards.Trying;

namespace Xueheng.Tests.Planning;

/// <summary>What is told of a single step is what measuring the whole county anew says, and the most useful comes first.</summary>
public sealed class RankStepsTests
{
    private static readonly LeverPack Levers = MadeCounty.Packs.Levers;

    [Theory]
    [InlineData("L2", Stage.Primary)]
    [InlineData("L4", Stage.Junior)]
    [InlineData("L7", Stage.Primary)]
    public void Every_effect_is_what_measuring_the_whole_county_says(string indicator, Stage stage)
    {
        var (told, moved) = (0, 0);
        for (var seed = 0; seed < 4; seed++)
        {
            var county = MadeCounty.Trial(seed, schools: 6);
            foreach (var effect in new RankSteps(county, Levers).OfIndicator(county.Standard.FindIndicator(indicator)!, stage, null))
            {
                var whole = county.Whole(Changes(county, effect, stage));
                var school = whole.Schools.SingleOrDefault(s => s.School == effect.Code && s.Stage == stage);
                Assert.Equal((double?)school?.Indicators.Single(i => i.Id == indicator).Value, effect.Indicator.After);
                Assert.Equal((school?.Indicators.Single(i => i.Id == indicator).Verdict, school?.Verdict), (effect.Verdict.After, effect.School.After));
                Assert.Equal(whole.Disparity.Single(d => d.Indicator == indicator && d.Stage == stage).Cv, effect.Disparity.After);
                Assert.Equal(whole.Schools.Count(s => s.Verdict == Verdict.Meets), effect.Passing.After);
                told++;
                moved += effect.Receiver is null ? 0 : 1;
            }
        }

        Assert.True(told > 10 && moved > 3, $"{told} {moved}");
    }

    [Fact]
    public void Pupils_go_to_the_school_that_leaves_most_passing_and_then_least_disparity()
    {
        var chosen = 0;
        for (var seed = 0; seed < 8; seed++)
        {
            var county = MadeCounty.Trial(seed, schools: 6);
            var indicator = county.Standard.FindIndicator("L2")!;
            foreach (var effect in new RankSteps(county, Levers).OfIndicator(indicator, Stage.Primary, null).Where(e => e.Receiver is not null))
            {
                var others = county.Before.Schools.Where(s => s.Stage == Stage.Primary && s.School != effect.Code)
                    .Select(s => county.Whole(Move(effect, Stage.Primary, s.School)))
                    .Select(m => (Passing: m.Schools.Count(s => s.Verdict == Verdict.Meets), m.Disparity.Single(d => d.Indicator == "L2" && d.Stage == Stage.Primary).Cv)).ToList();
                Assert.Equal(others.OrderByDescending(o => o.Passing).ThenBy(o => o.Cv ?? double.MaxValue).First(), (effect.Passing.After, effect.Disparity.After));
                chosen += others.Count > 1 ? 1 : 0;
            }
        }

        Assert.True(chosen > 5);
    }

    [Fact]
    public void At_one_school_what_makes_it_pass_comes_first_and_among_these_the_cheapest()
    {
        var ranked = 0;
        for (var seed = 0; seed < 12; seed++)
        {
            var county = MadeCounty.Trial(seed, schools: 6);
            foreach (var school in county.Before.Schools.Where(s => s.Verdict == Verdict.Fails))
            {
                foreach (var lacking in school.Indicators.Where(i => i.Verdict is Verdict.Near or Verdict.Fails))
                {
                    var steps = new RankSteps(county, Levers).OfIndicator(county.Standard.FindIndicator(lacking.Id)!, school.Stage, school.School);
                    Assert.All(steps, s => Assert.Equal(school.School, s.Code));
                    var passing = steps.Select(s => s.School.After == Verdict.Meets).ToList();
                    Assert.Equal(passing.OrderDescending(), passing);
                    ranked += passing.Contains(true) && passing.Contains(false) ? 1 : 0;
                }
            }
        }

        Assert.True(ranked > 0);
    }

    [Fact]
    public void A_lever_at_its_limit_is_not_offered()
    {
        var county = MadeCounty.Trial(2, schools: 4);
        var none = Levers with { Levers = [.. Levers.Levers.Select(l => l.Id == "rooms.multimedia" ? l with { Most = new LeverLimit(0, null, null) } : l)] };
        var indicator = county.Standard.FindIndicator("L7")!;
        Assert.Contains(new RankSteps(county, Levers).OfIndicator(indicator, Stage.Primary, null), e => e.Lever.Id == "rooms.multimedia");
        Assert.DoesNotContain(new RankSteps(county, none).OfIndicator(indicator, Stage.Primary, null), e => e.Lever.Id == "rooms.multimedia");
    }

    [Theory]
    [InlineData(118.30, 34.30, 118.30, 34.34, true)]
    [InlineData(118.30, 34.30, 118.30, 34.35, false)]
    [InlineData(118.30, 34.30, 118.354, 34.30, true)]
    [InlineData(118.30, 34.30, 118.36, 34.30, false)]
    public void Five_kilometres_are_as_the_crow_flies(double x1, double y1, double x2, double y2, bool near) =>
        Assert.Equal(near, NearSchools.Reach(At(x1, y1, "甲镇"), At(x2, y2, "乙镇"), 5));

    [Fact]
    public void Without_coordinates_pupils_stay_in_their_town()
    {
        Assert.True(NearSchools.Reach(At(118, 34, "甲镇"), At(null, null, "甲镇"), 5));
        Assert.False(NearSchools.Reach(At(null, null, "甲镇"), At(null, null, "乙镇"), 5));
        Assert.False(NearSchools.Reach(At(null, null, ""), At(null, null, ""), 5));
    }

    private static SchoolRow At(double? longitude, double? latitude, string town) => new() { Longitude = longitude, Latitude = latitude, Town = town };

    private static FactChange[] Changes(TrialCounty county, StepEffect effect, Stage stage) => effect.Receiver is { } receiver
        ? Move(effect, stage, receiver)
        : [.. new FactStep(effect.Code, effect.Stage, effect.Lever.Adds, 1, null).Changes(county.Facts.Pack, 1)];

    private static FactChange[] Move(StepEffect effect, Stage stage, string to) =>
        [new(effect.Code, stage, "pupils", -effect.Lever.Moves!.Pupils), new(to, stage, "pupils", effect.Lever.Moves.Pupils)];
}
