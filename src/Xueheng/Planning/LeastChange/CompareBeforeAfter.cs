using Xueheng.Engines.LeastChange;
using Xueheng.Planning.Levers;
using Xueheng.Standards;
using Xueheng.Standards.Trying;

namespace Xueheng.Planning.LeastChange;

/// <summary>Puts an answer of the engine beside the county as it stands.</summary>
internal sealed class CompareBeforeAfter(TrialCounty county, LeverPack levers, LeastChangeCommand command)
{
    public LeastChangePlan Plan(
        StandardRequirements asked,
        IReadOnlyList<LeverStep> steps,
        LeastChangeAnswer answer,
        RelaxedLimits? relaxed,
        IReadOnlyList<int>? counts,
        Measurement after)
    {
        var before = county.Before;
        decimal? cost = counts is null ? null : asked.Problem.CostOf(counts);
        var rule = county.Standard.SchoolRule is not null;
        return new LeastChangePlan(
            before.County,
            before.Name,
            before.Period,
            before.Revision,
            before.Standard,
            before.StandardHash,
            before.FactHash,
            levers.Hash,
            answer.Status,
            cost,
            relaxed is null ? answer.Bound : null,
            relaxed is null ? answer.Gap : null,
            (answer.Elapsed + (relaxed?.Answer.Elapsed ?? TimeSpan.Zero)).TotalSeconds,
            answer.Rounds,
            command.Seed,
            command.Work,
            asked.Obstacles,
            [.. answer.Conflict.Select(c => asked.Names[c].Words)],
            [.. (relaxed?.Beyond ?? []).Select(b => Beyond(steps[b.Step], b.Beyond))],
            [.. (counts ?? []).Select((count, i) => (count, i)).Where(c => c.count > 0).Select(c => Step(steps[c.i], c.count))],
            Schools(before, after),
            [.. before.Disparity.Zip(after.Disparity, DisparityBeforeAfter.Of)],
            [.. before.Composite.Select((c, i) => new CompositeBeforeAfter(c.Stage, c.Cv, after.Composite[i].Cv, c.Limit, c.Verdict, after.Composite[i].Verdict))],
            [.. before.CountyIndicators.Select((c, i) => new CountyBeforeAfter(c.Id, c.Verdict, after.CountyIndicators[i].Verdict, c.Detail, after.CountyIndicators[i].Detail))],
            rule ? before.Schools.Count(s => s.Verdict == Verdict.Meets) : null,
            rule ? after.Schools.Count(s => s.Verdict == Verdict.Meets) : null,
            before.Verdict,
            after.Verdict,
            [.. Notes(asked, answer, relaxed)]);
    }

    /// <summary>Schools that the steps change and schools that do not pass, each with the indicators that change or fall short.</summary>
    private static List<SchoolBeforeAfter> Schools(Measurement before, Measurement after) =>
    [
        .. before.Schools.Zip(after.Schools)
            .Select(pair => SchoolBeforeAfter.Of(pair.First, pair.Second, i => i.Before != i.After || i.VerdictBefore is Verdict.Near or Verdict.Fails or Verdict.Unknown))
            .Where(s => s.Before is not (null or Verdict.Meets) || s.Indicators.Any(i => i.Before != i.After)),
    ];

    private static PlannedStep Step(LeverStep step, int count) => new(
        step.Code, step.Name, step.Step.Stage, step.Lever.Id, step.Lever.Name, step.Lever.Unit, count, step.Lever.Step * count, step.Lever.Cost * count);

    private static BeyondLimit Beyond(LeverStep step, int beyond) => new(
        step.Code, step.Name, step.Step.Stage, step.Lever.Id, step.Lever.Name, step.Step.Most ?? 0, beyond);

    private static IEnumerable<string> Notes(StandardRequirements asked, LeastChangeAnswer answer, RelaxedLimits? relaxed)
    {
        if (answer.Status == LeastChangeStatus.Infeasible)
        {
            yield return relaxed?.Answer.Steps is null
                ? "在举措的上限以内做不到，放宽上限也没有找到办法"
                : "在举措的上限以内做不到；下面是放宽上限后的办法，放宽的部分单独列出";
        }
        else if (answer.Status == LeastChangeStatus.Feasible)
        {
            yield return asked.Problem.Requirements.Any(r => r is CompositeRequirement)
                ? "综合差异系数是几项系数的平均，不是凸的：这里给出可行的办法和成本的下限，不证明它最省"
                : "时间用完时还没有证明最省：给出的是可行的办法和成本的下限，可以加长时间再算";
        }
        else if (answer.Status == LeastChangeStatus.Unknown)
        {
            yield return "时间用完时还没有找到可行的办法，请加长时间再算";
        }
    }
}
