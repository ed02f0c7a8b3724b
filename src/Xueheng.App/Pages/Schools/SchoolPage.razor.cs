using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Charts;
using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Layout;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.App.Pages.Rosters;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Planning.OneStep;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Schools;

public sealed partial class SchoolPage
{
    private readonly List<Standard> _standards = [];
    private readonly List<(SchoolMeasurement Stage, Listing<SchoolIndicator> Listing)> _stages = [];
    private readonly List<(Stage Stage, Indicator Indicator, IReadOnlyList<StepEffect> Steps)> _steps = [];
    private SchoolRoll.Schools? _schools;
    private SchoolRow? _school;
    private Standard? _standard;
    private List<ExcludedSchool> _excluded = [];
    private Listing<SchoolFact> _facts = null!;
    private Listing<ClassRow> _classes = null!;
    private Crumb[] _crumbs = [];

    [Inject]
    internal Measured Measured { get; set; } = null!;

    [Inject]
    internal SchoolRoll Roll { get; set; } = null!;

    [Inject]
    internal SchoolIndicatorList Indicators { get; set; } = null!;

    [Inject]
    internal SchoolFactList Facts { get; set; } = null!;

    [Inject]
    internal ClassList Classes { get; set; } = null!;

    [Inject]
    internal SingleSteps SingleSteps { get; set; } = null!;

    [Inject]
    internal PackLibrary Packs { get; set; } = null!;

    [Parameter]
    public required string School { get; set; }

    [SupplyParameterFromQuery(Name = "standard")]
    public string? StandardId { get; set; }

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        var schools = await Roll.OfAsync(Place.Published, cancellation);
        if (schools.Find(School) is not { } school)
        {
            return false;
        }

        _crumbs = [new Crumb(L["学校"], Place.Address.Schools)];
        _facts = (await Facts.OpenAsync(new ListAt(Place, ("school", School)), cancellation)).Value;
        _classes = (await Classes.OpenAsync(new ListAt(Place, ("school", School)), cancellation)).Value;
        await ReadStandardsAsync(cancellation);
        (_schools, _school) = (schools, school);
        return true;
    }

    /// <summary>The standards this school appears in; the one asked for, or the first that judges it.</summary>
    private async Task ReadStandardsAsync(CancellationToken cancellation)
    {
        var found = new List<(Standard Standard, Measurement Measurement)>();
        foreach (var standard in Measured.Standards)
        {
            var measured = await Measured.OfAsync(Place, standard.Id, cancellation);
            if (measured.Succeeded
                && (measured.Value.Schools.Any(s => s.School == School) || measured.Value.Excluded.Any(s => s.School == School)))
            {
                found.Add((standard, measured.Value));
            }
        }

        if (found.Count == 0)
        {
            return;
        }

        var (chosen, measurement) = found.Find(f => f.Standard.Id == StandardId) is { Standard: not null } asked
            ? asked
            : found.Find(f => f.Measurement.Schools.Any(s => s.School == School)) is { Standard: not null } judging ? judging : found[0];
        _standards.AddRange(found.Select(f => f.Standard));
        _standard = chosen;
        _excluded = [.. measurement.Excluded.Where(e => e.School == School)];
        foreach (var stage in measurement.Schools.Where(s => s.School == School).OrderBy(s => s.Stage))
        {
            var at = new ListAt(Place, ("school", School), ("standard", chosen.Id), ("stage", stage.Stage.Id()));
            _stages.Add((stage, (await Indicators.OpenAsync(at, cancellation)).Value));
            foreach (var lacking in stage.Indicators.Where(i => i.Verdict is Verdict.Near or Verdict.Fails))
            {
                var query = new SingleStepsQuery(chosen.Id, lacking.Id, stage.Stage, School);
                if ((await SingleSteps.RunAsync(Place.Published, query, cancellation)).Value.Steps is { Count: > 0 } steps)
                {
                    _steps.Add((stage.Stage, chosen.FindIndicator(lacking.Id)!, steps));
                }
            }
        }
    }

    private string Describe()
    {
        var said = new List<string>
        {
            _school!.School,
            Packs.Codes["school-type"].NameOf(_school.Type),
            L[_school.Public ? "公办" : "民办"],
        };
        if (_school.Town.Length > 0)
        {
            said.Add(_school.Town);
        }

        if (_school.Founded is { } founded)
        {
            said.Add(L["{0} 年建校", founded]);
        }

        return string.Join(" · ", said);
    }

    private List<RadarAxis> Axes(SchoolMeasurement stage)
    {
        var indicators = _standard!.Indicators.ToDictionary(i => i.Id);
        return [.. stage.Indicators.Where(i => i.Threshold > 0).Select(i => new RadarAxis(
            FigureText.Named(indicators[i.Id].Label, indicators[i.Id].Id),
            Place.Address.Indicator(_standard.Id, i.Id, stage.Stage),
            i.Value is { } value ? (double)(value / i.Threshold!.Value) : null,
            $"{FigureText.Of(i.Value, 2, i.Threshold, i.Floor)} / {FigureText.Bound(i.Threshold)}",
            i.Verdict))];
    }
}
