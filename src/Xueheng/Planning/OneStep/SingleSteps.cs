using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Standards.Trying;

namespace Xueheng.Planning.OneStep;

/// <summary>The single steps that move an indicator, the most useful first.</summary>
/// <param name="Indicator">Of schools or of the county.</param>
/// <param name="Stage">Of an indicator of schools; null for one of the county.</param>
/// <param name="School">One school; null for steps at every school, by what they do to the disparity.</param>
public sealed record SingleStepsQuery(string Standard, string Indicator, Stage? Stage, string? School);

/// <param name="Steps">The most useful first.</param>
public sealed record SingleStepsAnswer(IReadOnlyList<StepEffect> Steps);

/// <summary>最省的改进.</summary>
public sealed class SingleSteps(PackLibrary packs, OpenTrialCounty open, SingleStepCache cache)
{
    public async Task<Outcome<SingleStepsAnswer>> RunAsync(Revision revision, SingleStepsQuery query, CancellationToken cancellation)
    {
        var opened = await open.RunAsync(revision, query.Standard, cancellation);
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        var (county, rank) = (opened.Value, new RankSteps(opened.Value, packs.Levers));
        if (query.Stage is { } stage && county.Standard.FindIndicator(query.Indicator) is { } indicator && indicator.Thresholds.ContainsKey(stage))
        {
            return cache.Of(county, query, () => rank.OfIndicator(indicator, stage, query.School));
        }

        return query.Stage is null && county.Standard.FindCountyIndicator(query.Indicator) is { } ofCounty
            ? cache.Of(county, query, () => rank.OfCounty(ofCounty))
            : new Failure("XH6201", $"标准 {query.Standard} 没有这个学段的指标 {query.Indicator}，请从“体检”里选择");
    }
}
