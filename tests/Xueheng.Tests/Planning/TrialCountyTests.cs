using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Planning.Levers;
using Xueheng.Standards;

namespace Xueheng.Tests.Planning;

/// <summary>Trying a step measures little; it must say what measuring everything would say.</summary>
public sealed class TrialCountyTests
{
    [Theory]
    [InlineData("quality-balance-2017")]
    [InlineData("basic-balance-2012")]
    public void A_tried_step_says_what_measuring_the_whole_county_anew_says(string standard)
    {
        var told = 0;
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            var county = MadeCounty.Trial(seed, schools: 7, standard, missing: seed % 3 == 0 ? 0.03 : 0);
            var steps = LeverSteps.Of(county, MadeCounty.Packs.Levers);
            for (var i = 0; i < 12; i++)
            {
                var changes = random.Next(3) == 0 ? Move(random, county.Before) : [.. steps[random.Next(steps.Count)].Step.Changes(county.Facts.Pack, random.Next(1, 5))];
                var tried = county.Try(changes);
                var whole = county.Whole(changes);

                Assert.All(tried.Schools, s => Assert.Equal(Said(s), Said(whole.Schools.Single(w => w.School == s.School && w.Stage == s.Stage))));
                Assert.Equal(whole.Schools.Count(s => s.Verdict == Verdict.Meets), tried.Passing);
                Assert.All(whole.Disparity, d =>
                {
                    var own = tried.Disparity(d.Stage, d.Indicator);
                    Assert.Equal((d.Cv, d.Mean, d.Sd, d.Limit, d.Verdict), (own.Cv, own.Mean, own.Sd, own.Limit, own.Verdict));
                    Assert.Equal(d.Missing, own.Missing);
                });
                Assert.All(whole.CountyIndicators, c => Assert.Equal((c.Value, c.Verdict, c.Detail), Three(tried.County(c.Id))));
                told += whole.Disparity.Count(d => d.Cv != county.Before.Disparity.Single(b => b.Stage == d.Stage && b.Indicator == d.Indicator).Cv);
            }
        }

        Assert.True(told > 100, $"{told}");
    }

    [Fact]
    public void Steps_to_meet_are_the_least_number_after_which_the_indicator_meets()
    {
        var county = MadeCounty.Trial(3, schools: 8);
        var counted = 0;
        foreach (var step in LeverSteps.Of(county, MadeCounty.Packs.Levers).Where(s => s.Lever.Id is "teacher.backbone" or "rooms.multimedia"))
        {
            foreach (var school in county.Before.Schools.Where(s => s.School == step.Code && (step.Step.Stage is null || s.Stage == step.Step.Stage)))
            {
                var indicator = step.Lever.Id == "teacher.backbone" ? "L2" : "L7";
                if (county.Try([.. step.Step.Changes(county.Facts.Pack, 1)]).StepsToMeet(school.School, school.Stage, indicator) is > 0 and var needed)
                {
                    counted++;
                    Assert.Equal(Verdict.Meets, After(needed));
                    Assert.NotEqual(Verdict.Meets, After(needed - 1));
                }

                Verdict? After(int steps) => county.Whole([.. step.Step.Changes(county.Facts.Pack, steps)]).Schools
                    .Single(s => s.School == school.School && s.Stage == school.Stage).Indicators.Single(i => i.Id == indicator).Verdict;
            }
        }

        Assert.True(counted > 3);
    }

    private static (double?, Verdict, string) Three(CountyMeasurement measured) => (measured.Value, measured.Verdict, measured.Detail);

    private static string Said(SchoolMeasurement school) => System.Text.Json.JsonSerializer.Serialize(school);

    private static List<FactChange> Move(Random random, Measurement measurement)
    {
        var stage = random.Next(2) == 0 ? Stage.Primary : Stage.Junior;
        var schools = measurement.Schools.Where(s => s.Stage == stage).ToList();
        return schools.Count < 2 ? [] : [new(schools[0].School, stage, "pupils", -10), new(schools[^1].School, stage, "pupils", 10)];
    }
}
