using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Plans.Measuring;
using Xueheng.Standards;

namespace Xueheng.Plans.Targets;

/// <summary>Reads a metric from a published census. Nothing is stored: the figure is a function of the revision.</summary>
public sealed class ReadMetric(Measure measure, CountFacts count, PackLibrary packs)
{
    private readonly Dictionary<int, CountyFacts> _counted = [];
    private readonly Dictionary<(int, string), Outcome<Measurement>> _measured = [];

    /// <returns>A reading without a value says why; XH2002 when the revision is a draft.</returns>
    public async Task<Outcome<MetricReading>> RunAsync(Revision revision, Metric metric, CancellationToken cancellation)
    {
        if (metric.Fact is { } fact)
        {
            return OfFact(await CountAsync(revision, cancellation), fact, metric, revision) with
            {
                Pack = new MetricPack("facts", packs.Facts.Version, packs.Facts.Hash),
            };
        }

        if (packs.FindStandard(metric.Standard!) is not { } standard)
        {
            return Unknown(revision, metric.ToString(), $"没有标准 {metric.Standard}");
        }

        var measured = await MeasureAsync(revision, standard, cancellation);
        if (!measured.Succeeded)
        {
            return measured.Failure;
        }

        var reading = standard.FindCountyIndicator(metric.Indicator!) is { } ofCounty ? OfCounty(measured.Value, standard, ofCounty, revision)
            : standard.FindIndicator(metric.Indicator!) is { } indicator ? OfIndicator(measured.Value, standard, indicator, metric, revision)
            : Unknown(revision, metric.ToString(), $"标准 {standard.Id} 没有指标 {metric.Indicator}");
        return reading with { Pack = new MetricPack(standard.Id, standard.Version, standard.Hash) };
    }

    /// <summary>Counted once for all metrics of a request.</summary>
    private async Task<CountyFacts> CountAsync(Revision revision, CancellationToken cancellation) =>
        _counted.TryGetValue(revision.Number, out var kept)
            ? kept
            : _counted[revision.Number] = await count.RunAsync(revision.County, revision.Number, cancellation);

    private async Task<Outcome<Measurement>> MeasureAsync(Revision revision, Standard standard, CancellationToken cancellation) =>
        _measured.TryGetValue((revision.Number, standard.Id), out var kept)
            ? kept
            : _measured[(revision.Number, standard.Id)] = await measure.RunAsync(revision, standard.Id, cancellation);

    private static MetricReading OfCounty(Measurement measurement, Standard standard, CountyIndicator indicator, Revision revision)
    {
        var found = measurement.CountyIndicators.First(c => c.Id == indicator.Id);
        var page = new PageAddress(revision.County, revision.Period).CountyIndicator(standard.Id, indicator.Id);
        return new MetricReading(
            indicator.Name,
            MetricDefinition.UnitOf(indicator),
            found.Value,
            found.Value is null ? found.Detail : null,
            string.Join("；", indicator.Conditions.Select(c => c.Words)),
            revision.Period,
            revision.Number,
            page);
    }

    private static MetricReading OfIndicator(Measurement measurement, Standard standard, Indicator indicator, Metric metric, Revision revision)
    {
        var place = new PageAddress(revision.County, revision.Period);
        if (metric.Stage is not { } stage)
        {
            return Unknown(revision, indicator.Name, $"指标 {indicator.Id} 按学段计算，请写明学段");
        }

        var name = $"{stage.Chinese()}{indicator.Name}";
        if (metric.School is { } code)
        {
            var school = measurement.Schools.FirstOrDefault(s => s.School == code && s.Stage == stage);
            var own = school?.Indicators.FirstOrDefault(i => i.Id == indicator.Id);
            return new MetricReading(
                $"{school?.Name ?? code}{name}", indicator.Unit, (double?)own?.Value,
                own?.Value is not null ? null : own is null ? $"学校 {code} 不参加这项评估" : string.Join("；", own.Reasons),
                indicator.Words, revision.Period, revision.Number, place.Indicator(standard.Id, indicator.Id, stage));
        }

        var disparity = measurement.Disparity.FirstOrDefault(d => d.Indicator == indicator.Id && d.Stage == stage);
        var value = metric.Disparity ? disparity?.Cv : disparity?.Mean;
        return new MetricReading(
            metric.Disparity ? name + "校际差异系数" : name + "县平均",
            metric.Disparity ? "" : indicator.Unit,
            disparity is { Missing.Count: > 0 } ? null : value,
            disparity is { Missing.Count: > 0 } ? $"{disparity.Missing.Count} 所学校没有数据" : value is null ? $"{stage.Chinese()}没有参评学校" : null,
            indicator.Words,
            revision.Period,
            revision.Number,
            place.Indicator(standard.Id, indicator.Id, stage));
    }

    private MetricReading OfFact(CountyFacts county, string id, Metric metric, Revision revision)
    {
        if (packs.Facts.Find(id) is not { } fact)
        {
            return Unknown(revision, id, $"没有事实 {id}");
        }

        var place = new PageAddress(revision.County, revision.Period);
        var name = $"{metric.Stage?.Chinese()}{fact.Name}";
        var schools = metric.School is { } code ? county.Schools.Where(s => s.School.School == code).ToList() : county.Schools;
        var stage = fact.OfSchool ? null : metric.Stage;
        var sum = FactSum.Of(schools, fact, stage);
        var page = schools is [var only] && metric.School is not null && FactSum.Parts(only, fact, stage).ToList() is [var part, ..]
            ? place.Fact(only.School.School, part, fact.Id)
            : place.Schools;
        return new MetricReading(name, fact.Unit, (double?)sum.Value, sum.Missing, fact.Description, revision.Period, revision.Number, page);
    }

    private static MetricReading Unknown(Revision revision, string name, string why) =>
        new(name, "", null, why, "", revision.Period, revision.Number, new PageAddress(revision.County, revision.Period).Home);
}
