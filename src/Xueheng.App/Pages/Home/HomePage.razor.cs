using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Charts;
using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Places;
using Xueheng.Census;
using Xueheng.Plans.Targets;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Home;

public sealed partial class HomePage
{
    private Standard _standard = null!;
    private Measurement? _measurement;
    private CountyStanding _standing = null!;
    private Verdict _verdict;
    private string? _failure;
    private List<string> _periods = [];
    private List<Trend> _passRates = [];
    private List<Trend> _composites = [];
    private List<MapPin> _pins = [];
    private List<IGrouping<string, SchoolMeasurement>> _failing = [];
    private IReadOnlyList<TargetStanding> _targets = [];
    private int _unplaced;
    private int _differences;

    [Inject]
    internal SchoolRoll Roll { get; set; } = null!;

    [Inject]
    internal MeasureTargets Targets { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "standard")]
    public string? StandardId { get; set; }

    /// <summary>The school tapped on the map.</summary>
    [SupplyParameterFromQuery]
    public string? At { get; set; }

    /// <summary>The part of the map that is looked at.</summary>
    [SupplyParameterFromQuery]
    public string? Map { get; set; }

    private string Headline => _verdict switch
    {
        Verdict.Meets => L["达到标准"],
        Verdict.Fails => L["尚未达到标准"],
        _ => L["还不能判断"],
    };

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        if (Measured.Standard(StandardId) is not { } standard)
        {
            return true;
        }

        var measured = await Measured.OfAsync(Place, standard.Id, cancellation);
        if (!measured.Succeeded)
        {
            _failure = measured.Failure.Message;
            return true;
        }

        _targets = await Targets.RunAsync(County, Period, null, cancellation);
        (_standard, _measurement) = (standard, measured.Value);
        _standing = CountyStanding.Of(_measurement, standard, worst: 5);
        _verdict = _measurement.Verdict;
        _failing = [.. _measurement.Schools.Where(s => SchoolVerdict.Of(s) == Verdict.Fails).GroupBy(s => s.School).OrderByDescending(g => g.Max(s => s.Pupils))];
        await ReadTrendsAsync(cancellation);
        await ReadMapAsync(cancellation);
        var facts = await Measured.FactsAsync(Place.Published, cancellation);
        _differences = facts.Schools.Sum(s => s.Values.Values.Count(v => v.Differs));
        return true;
    }

    private IEnumerable<string> Sentences()
    {
        yield return L["按{0}，{1}学年{2}", _standard.Named(), Place.Years(Place.Period), Place.Name] + " ";
        var clauses = _standing.Stages
            .Select(s => L["{0} {1} 所学校中 {2} 所达标", L[s.Stage.Chinese()], s.Schools, s.Meets].Value)
            .ToList();
        if (_standing.DisparityOf > 0)
        {
            clauses.Add(L["差异系数 {0} 项中 {1} 项在限值以内", _standing.DisparityOf, _standing.DisparityMeets]);
        }

        if (_measurement!.CountyIndicators.Count > 0)
        {
            clauses.Add(L["县级指标达标 {0} 项、不达标 {1} 项、还无法判断 {2} 项", _standing.CountyMeets, _standing.CountyFails, _standing.CountyUnknown]);
        }

        yield return string.Join(L["；"], clauses) + L["。"];
    }

    private List<Bar> DisparityBars(Stage stage)
    {
        var bars = _measurement!.Disparity.Where(d => d.Stage == stage).Select(d => new Bar(
            Short(d.Indicator),
            Place.Address.Indicator(_standard.Id, d.Indicator, stage),
            d.Cv,
            $"{FigureText.Of(d.Cv, 3, d.Limit)}{(d.Limit is null ? "" : " / " + FigureText.Bound(d.Limit))}",
            d.Verdict)
        { Limit = d.Limit }).ToList();
        bars.AddRange(_measurement.Composite.Where(c => c.Stage == stage && c.Cv is not null).Select(c => new Bar(
            L["综合"], Place.Address.Check(_standard.Id), c.Cv, $"{FigureText.Of(c.Cv, 3, c.Limit)}{(c.Limit is null ? "" : " / " + FigureText.Bound(c.Limit))}", c.Verdict)
        { Limit = c.Limit }));
        return bars;
    }

    private string Short(string indicator) => _standard.FindIndicator(indicator) is { } found
        ? FigureText.Named($"{found.Id} {found.Label}", found.English)
        : indicator;

    private async Task ReadTrendsAsync(CancellationToken cancellation)
    {
        var past = await Measured.PeriodsAsync(Place, _standard.Id, cancellation);
        _periods = [.. past.Select(p => Place.Years(p.Revision.Period))];
        var standings = past.Select(p => CountyStanding.Of(p.Measurement, _standard, worst: 0)).ToList();
        _passRates = [.. _standard.Stages
            .Where(stage => standings.Any(s => s.Stages.Any(x => x.Stage == stage)))
            .Select((stage, i) => new Trend(
                L[stage.Chinese()], [.. standings.Select(s => s.Stages.FirstOrDefault(x => x.Stage == stage)?.PassRate * 100)], i % 4 + 1))];
        _composites = [.. _standard.Stages
            .Where(stage => past.Any(p => p.Measurement.Composite.Any(c => c.Stage == stage && c.Cv is not null)))
            .Select((stage, i) => new Trend(
                L[stage.Chinese()], [.. past.Select(p => p.Measurement.Composite.FirstOrDefault(c => c.Stage == stage)?.Cv)], i % 4 + 1)
            {
                Limit = past[^1].Measurement.Composite.FirstOrDefault(c => c.Stage == stage)?.Limit,
            })];
    }

    private async Task ReadMapAsync(CancellationToken cancellation)
    {
        var schools = await Roll.OfAsync(Place.Published, cancellation);
        foreach (var school in _measurement!.Schools.GroupBy(s => s.School))
        {
            var verdict = SchoolVerdict.Worst(school);
            if (schools.Find(school.Key) is { Longitude: { } longitude, Latitude: { } latitude } row)
            {
                _pins.Add(new MapPin(school.Key, row.Name, $"{row.Name} {L[VerdictText.Of(verdict)]}", row.Town, longitude, latitude, verdict));
            }
            else
            {
                _unplaced++;
            }
        }
    }
}
