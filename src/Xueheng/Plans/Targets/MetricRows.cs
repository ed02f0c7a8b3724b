using System.Text.RegularExpressions;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;

namespace Xueheng.Plans.Targets;

/// <summary>One fact of one school that a figure is made of.</summary>
/// <param name="Stage">Null for facts of the whole school.</param>
public sealed record MetricRow(SchoolRow School, Fact Fact, Stage? Stage, FactValue Value);

/// <summary>Opens the figure of a metric to the facts of the schools it was made of; each of them opens to its rows.</summary>
public sealed partial class MetricRows(CountFacts count, PackLibrary packs)
{
    /// <summary>In the order of schools, then of the facts in the formula. Empty for a figure of county items alone.</summary>
    public async Task<IReadOnlyList<MetricRow>> RunAsync(Revision revision, Metric metric, CancellationToken cancellation)
    {
        var parts = Parts(metric);
        if (parts.Count == 0)
        {
            return [];
        }

        var facts = await count.RunAsync(revision.County, revision.Number, cancellation);
        return
        [
            .. from school in facts.Schools
               where metric.School is null || school.School.School == metric.School
               from part in parts
               from value in school.Values
               where value.Key.Fact == part.Fact.Id && (value.Key.Stage is null || part.Stages.Contains(value.Key.Stage.Value))
               orderby school.School.School, part.Order, value.Key.Stage
               select new MetricRow(school.School, part.Fact, value.Key.Stage, value.Value),
        ];
    }

    private List<(Fact Fact, IReadOnlyList<Stage> Stages, int Order)> Parts(Metric metric)
    {
        if (metric.Fact is { } id)
        {
            return packs.Facts.Find(id) is { } fact ? [(fact, metric.Stage is { } one ? [one] : fact.Stages, 0)] : [];
        }

        if (packs.FindStandard(metric.Standard!) is not { } standard)
        {
            return [];
        }

        if (standard.FindCountyIndicator(metric.Indicator!) is { Conditions: [var condition, ..] })
        {
            var stages = condition.Stages.Count > 0 ? condition.Stages : standard.Stages;
            return Named([.. Names().Matches(condition.Formula ?? "").Select(m => m.Value), .. condition.Terms.Values.Select(t => t.Fact)], stages);
        }

        return standard.FindIndicator(metric.Indicator!) is { } indicator && metric.Stage is { } stage ? Named(indicator.Facts, [stage]) : [];
    }

    private List<(Fact, IReadOnlyList<Stage>, int)> Named(IEnumerable<string> names, IReadOnlyList<Stage> stages) =>
        [.. names.Distinct().Select(packs.Facts.Find).OfType<Fact>().Select((fact, order) => (fact, stages, order))];

    [GeneratedRegex(@"[a-z][a-z_]*(\.[a-z_]+)*")]
    private static partial Regex Names();
}
