using Xueheng.Engines.LeastChange;
using Xueheng.Planning.LeastChange;
using Xueheng.Planning.Levers;
using Xueheng.Standards;
using Xueheng.Standards.Trying;

namespace Xueheng.Tests.Planning;

/// <summary>Whole counties: what is promised is what measuring anew says, and nothing cheaper does it.</summary>
public sealed class AdviseLeastChangeTests
{
    private static readonly LeastChangeCommand Command = new("990101", 2024, null, null, Work: 60_000);

    [Fact]
    public void What_is_promised_is_what_the_standard_says_of_the_changed_county()
    {
        for (var seed = 0; seed < 8; seed++)
        {
            var county = MadeCounty.Trial(seed, schools: 10, missing: seed % 2 == 0 ? 0 : 0.02);
            var plan = AdviseLeastChange.Solve(county, MadeCounty.Packs.Levers, Command, null, TestContext.Current.CancellationToken);

            Assert.Equal((LeastChangeStatus.Optimal, plan.Bound), (plan.Status, plan.Cost));
            Assert.Equal(plan.Cost, plan.Steps.Sum(s => s.Cost));
            var after = county.Whole([.. plan.Steps.SelectMany(s => new FactStep(s.School, s.Stage, MadeCounty.Packs.Levers.Find(s.Lever)!.Adds, 1, null).Changes(county.Facts.Pack, s.Count))]);
            Assert.All(plan.Schools, s => Assert.Equal(s.After, after.Schools.Single(a => a.School == s.School && a.Stage == s.Stage).Verdict));
            Assert.Equal(plan.PassingAfter, after.Schools.Count(s => s.Verdict == Verdict.Meets));
            Assert.Equal(plan.CountyIndicators.Select(c => (c.Id, c.After)), after.CountyIndicators.Select(c => (c.Id, c.Verdict)));
            Assert.Equal(plan.Disparity.Select(d => (d.After, d.VerdictAfter)), after.Disparity.Select(d => (d.Cv, d.Verdict)));

            // Whatever still falls short is said among the obstacles; nothing else does.
            Assert.All(after.Schools.Where(s => s.Verdict != Verdict.Meets), s => Assert.Contains(plan.Obstacles, o => o.School == s.School && o.Stage == s.Stage));
            Assert.DoesNotContain(after.Schools, s => s.Verdict == Verdict.Fails);
            Assert.All(after.CountyIndicators.Where(c => c.Verdict != Verdict.Meets), c => Assert.Contains(plan.Obstacles, o => o.Indicator == c.Id));
            Assert.DoesNotContain(after.Disparity, d => d.Verdict == Verdict.Fails);
        }
    }

    [Fact]
    public void Nothing_cheaper_makes_a_small_county_pass_than_what_is_advised()
    {
        LeverPack levers = new("1", "", [.. new[] { "teacher.degree", "teacher.backbone", "rooms.multimedia" }.Select(id => MadeCounty.Packs.Levers.Find(id)! with { Most = new LeverLimit(2, null, null) })]);
        var (tried, coupled) = (0, 0);
        for (var seed = 0; seed < 40; seed++)
        {
            var county = OnlyThese(MadeCounty.Trial(seed, schools: 2), "L1", "L2", "L7");
            var steps = LeverSteps.Of(county, levers);
            if (steps.Count > 8)
            {
                continue;
            }

            var plan = AdviseLeastChange.Solve(county, levers, Command, null, TestContext.Current.CancellationToken);
            var least = Least(county, steps);
            tried++;
            coupled += county.Before.Disparity.Any(d => d.Verdict == Verdict.Fails) ? 1 : 0;
            Assert.Equal((least, least is null), (plan.Status == LeastChangeStatus.Infeasible ? null : plan.Cost, plan.Status == LeastChangeStatus.Infeasible));
        }

        Assert.True(tried > 10 && coupled > 2, $"{tried} {coupled}");
    }

    [Fact]
    public void A_room_of_a_nine_year_school_counts_for_both_its_stages()
    {
        var county = OnlyThese(
            Enumerable.Range(0, 200).Select(seed => MadeCounty.Trial(seed, schools: 1))
                .First(c => c.Before.Schools.Count == 2 && c.Before.Schools.All(s => s.Indicators.Single(i => i.Id == "L7").Verdict != Verdict.Meets)),
            "L7");
        var plan = AdviseLeastChange.Solve(county, MadeCounty.Packs.Levers, Command, null, TestContext.Current.CancellationToken);
        var step = Assert.Single(plan.Steps);
        Assert.Equal(("rooms.multimedia", null), (step.Lever, step.Stage));
        Assert.All(plan.Schools, s => Assert.Equal(Verdict.Meets, s.After));
    }

    [Fact]
    public void Limits_that_cannot_be_kept_are_named_with_the_school_and_what_to_raise()
    {
        var county = Enumerable.Range(0, 200).Select(seed => OnlyThese(MadeCounty.Trial(seed, schools: 3), "L7"))
            .First(c => c.Before.Schools.Count(s => s.Indicators[0].Verdict is Verdict.Fails or Verdict.Near) == 1);
        var levers = new LeverPack("1", "", [MadeCounty.Packs.Levers.Find("rooms.multimedia")! with { Most = new LeverLimit(0, null, null) }]);
        var plan = AdviseLeastChange.Solve(county, levers, Command, null, TestContext.Current.CancellationToken);
        var short_ = county.Before.Schools.Single(s => s.Indicators[0].Verdict != Verdict.Meets);

        Assert.Equal(LeastChangeStatus.Infeasible, plan.Status);
        Assert.Contains(plan.Conflicts, c => c.Contains(short_.Name, StringComparison.Ordinal));
        Assert.Equal((short_.School, 0), (Assert.Single(plan.Beyond).School, plan.Beyond[0].Most));
        Assert.Equal(plan.Beyond[0].Beyond, Assert.Single(plan.Steps).Count);
        Assert.All(plan.Schools, s => Assert.Equal(Verdict.Meets, s.After));
    }

    [Fact]
    public void Without_a_lever_for_it_a_school_is_said_to_be_beyond_mending_and_the_rest_is_still_worked_out()
    {
        var county = MadeCounty.Trial(1, schools: 8);
        var levers = MadeCounty.Packs.Levers with { Levers = [.. MadeCounty.Packs.Levers.Levers.Where(l => !l.Adds.ContainsKey("sports.outdoor_area") && !l.Adds.ContainsKey("sports.indoor_area"))] };
        var plan = AdviseLeastChange.Solve(county, levers, Command, null, TestContext.Current.CancellationToken);

        Assert.Equal(LeastChangeStatus.Optimal, plan.Status);
        Assert.Contains(plan.Obstacles, o => o.Kind == ObstacleKind.NoStep && o.School is not null && o.Words.Contains("运动场馆", StringComparison.Ordinal));
        Assert.NotEmpty(plan.Steps);
    }

    [Theory]
    [InlineData("basic-balance-2012")]
    [InlineData("preschool-universal-2020")]
    public void The_other_standards_are_answered_too(string standard)
    {
        var county = MadeCounty.Trial(5, schools: 9, standard);
        var plan = AdviseLeastChange.Solve(county, MadeCounty.Packs.Levers, Command, null, TestContext.Current.CancellationToken);
        Assert.NotNull(plan.Cost);
        Assert.True(plan.Bound <= plan.Cost);
        Assert.DoesNotContain(plan.Composite, c => c.VerdictAfter == Verdict.Fails);
        Assert.Null(plan.PassingBefore);
    }

    /// <summary>The county held to a few indicators, all of which must meet, and to their disparity.</summary>
    private static TrialCounty OnlyThese(TrialCounty county, params string[] indicators) => new(
        county.Standard with
        {
            Indicators = [.. county.Standard.Indicators.Where(i => indicators.Contains(i.Id)).Select(i => i with { Thresholds = i.Thresholds.ToDictionary(t => t.Key, t => t.Value with { DisparityLimit = 0.12m }) })],
            SchoolRule = county.Standard.SchoolRule! with { MeetsAtLeast = Math.Max(1, indicators.Length - 1) },
            CountyIndicators = [],
        },
        county.Facts,
        county.Name,
        new Dictionary<string, JudgementEntry>());

    /// <summary>Tries every number of every step, measuring the whole county each time.</summary>
    private static decimal? Least(TrialCounty county, IReadOnlyList<LeverStep> steps)
    {
        decimal? least = null;
        var counts = new int[steps.Count];
        while (true)
        {
            var cost = counts.Select((c, i) => c * steps[i].Lever.Cost).Sum();
            if (least is null || cost < least)
            {
                var after = county.Whole(LeverSteps.Changes(steps, counts, county.Facts.Pack));
                if (after.Schools.All(s => s.Verdict == Verdict.Meets) && after.Disparity.All(d => d.Verdict == Verdict.Meets || after.Schools.All(s => s.Stage != d.Stage)))
                {
                    least = cost;
                }
            }

            var at = 0;
            while (at < counts.Length && counts[at] == 2)
            {
                counts[at++] = 0;
            }

            if (at == counts.Length)
            {
                return least;
            }

            counts[at]++;
        }
    }
}
