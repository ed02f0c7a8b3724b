using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Charts;
using Xueheng.App.Pages.Layout;
using Xueheng.App.Pages.Planning.Scenarios;
using Xueheng.Engines.Seats;
using Xueheng.Planning.SeatMaps;
using Xueheng.Planning.Seats;

namespace Xueheng.App.Pages.Planning.Seats;

public sealed partial class SeatMapPage() : ScenarioPage<SeatPlan>(SeatScenario.Kind)
{
    private SeatLayout? _layout;
    private SeatPlanProblem? _problem;
    private MapSheet? _sheet;
    private MovedArea? _moved;
    private IReadOnlyList<DrawnArea> _drawn = [];
    private IReadOnlyList<int> _colours = [];
    private int _year;
    private int _from;
    private int _area = -1;

    [Inject]
    internal StartSeats Start { get; set; } = null!;

    /// <summary>The school year shown.</summary>
    [Parameter, SupplyParameterFromQuery(Name = "year")]
    public int? YearShown { get; set; }

    /// <summary>The part of the map that is looked at.</summary>
    [Parameter, SupplyParameterFromQuery(Name = "map")]
    public string? MapShown { get; set; }

    /// <summary>Id of the area looked at.</summary>
    [Parameter, SupplyParameterFromQuery(Name = "area")]
    public string? Area { get; set; }

    /// <summary>Id of the school it is tried at.</summary>
    [Parameter, SupplyParameterFromQuery(Name = "to")]
    public string? To { get; set; }

    /// <summary>The school year from which it is.</summary>
    [Parameter, SupplyParameterFromQuery(Name = "from")]
    public int? From { get; set; }

    private Crumb[] Crumbs => [new Crumb(L["学位"], Place.Address.Seats), new Crumb(L["学位布局"], Place.Address.SeatPlans), new Crumb(Kept!.Name, Address)];

    protected override SeatPlan Read(string plan) => SeatsJson.ReadPlan(plan);

    protected override Task OpenedAsync(SeatPlan plan, CancellationToken cancellation)
    {
        if (Kept!.Answer is not { } answer || SeatLayout.Read(answer) is not { Areas.Count: > 0 } layout)
        {
            return Task.CompletedTask;
        }

        (_layout, _problem, _drawn) = (layout, layout.Problem(), DrawAreas.Run(layout));
        _colours = ZoneColours.Of(layout, _drawn);
        _year = YearShown is { } year && year >= layout.First && year < layout.First + layout.Years ? year - layout.First : layout.Years - 1;
        _from = From is { } from && from >= layout.First && from < layout.First + layout.Years ? from : layout.First;
        _area = layout.AreaAt(Area);
        _sheet = Sheet(MapView.Parse(MapShown));
        if (_area >= 0 && To is { Length: > 0 } to)
        {
            var moved = MoveAreas.Try(plan, layout, new SeatMove(Area!, to, _from));
            _moved = moved.Succeeded ? moved.Value : null;
            Refused = moved.Failure?.Message;
        }

        return Task.CompletedTask;
    }

    private MapSheet Sheet(MapView? view)
    {
        var (west, east, south, north) = (_layout!.Sites.Min(s => s.Longitude), _layout.Sites.Max(s => s.Longitude), _layout.Sites.Min(s => s.Latitude), _layout.Sites.Max(s => s.Latitude));
        foreach (var around in _drawn.Select(d => d.Shape.EnvelopeInternal))
        {
            (west, east, south, north) = (Math.Min(west, around.MinX), Math.Max(east, around.MaxX), Math.Min(south, around.MinY), Math.Max(north, around.MaxY));
        }

        return new MapSheet(west, east, south, north, view);
    }

    private string SchoolName(int site) => site >= 0 ? _layout!.Sites[site].Name : "—";

    /// <summary>This page with something changed; what is empty is left out.</summary>
    private string Here(int? year = null, string? view = null, string? area = null, string? to = null)
    {
        var address = $"{Address}/map?year={_layout!.First + (year ?? _year)}";
        foreach (var (name, value) in new[] { ("map", view ?? MapShown), ("area", area ?? Area), ("to", to ?? To), ("from", _from == _layout.First ? "" : _from.ToString(CultureInfo.InvariantCulture)) })
        {
            address += string.IsNullOrEmpty(value) ? "" : $"&{name}={Uri.EscapeDataString(value)}";
        }

        return address;
    }

    private async Task KeepAsync()
    {
        var name = Context.Request.Form["Name"].ToString();
        Follow(await Start.RunAsync(new KeepMovedCommand(Kept!.County, Place.Period, name, Person.Typed ?? "", Scenario, new SeatMove(Area ?? "", To ?? "", _from)), Stop));
    }
}
