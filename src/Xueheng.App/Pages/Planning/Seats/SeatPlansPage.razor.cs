using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Layout;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Planning.Scenarios;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Planning.Scenarios;
using Xueheng.Planning.Seats;

namespace Xueheng.App.Pages.Planning.Seats;

public sealed partial class SeatPlansPage() : AskScenarioPage(SeatScenario.Kind)
{
    /// <summary>Rows of the form for new schools.</summary>
    private const int MostSites = 2;

    private Listing<ScenarioListed>? _kept;
    private Stage _stage;
    private IReadOnlyList<Stage> _stages = [];
    private IReadOnlyList<SeatNumber> _numbers = [];

    [Inject]
    internal StartSeats Start { get; set; } = null!;

    [Inject]
    internal PackLibrary Packs { get; set; } = null!;

    [Parameter, SupplyParameterFromQuery(Name = "stage")]
    public string? StageAsked { get; set; }

    private Crumb[] Crumbs => [new Crumb(L["学位"], Place.Address.Seats)];

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        _stages = [.. Packs.Seats.Planning.Walk.Keys.Order()];
        _stage = StageNames.Parse(StageAsked) is { } asked && _stages.Contains(asked) ? asked : _stages.Contains(Stage.Primary) ? Stage.Primary : _stages[0];
        _numbers = SeatNumbers.Of(Packs.Seats, _stage);
        _kept = await KeptAsync(cancellation);
        return true;
    }

    private async Task StartAsync()
    {
        var numbers = new Dictionary<string, decimal?>();
        foreach (var number in _numbers)
        {
            if (!Number("n." + number.Key, out var value))
            {
                return;
            }

            if (value != number.Value)
            {
                numbers[number.Key] = value;
            }
        }

        if (Sites() is not { } sites)
        {
            return;
        }

        await using var births = await SentFileAsync("Births");
        await using var areas = await SentFileAsync("Areas");
        if (Refused is not null)
        {
            return;
        }

        Follow(await Start.RunAsync(
            new StartSeatsCommand(
                Place.Published.County,
                Place.Period,
                Sent("Name") ?? "",
                Person.Typed ?? "",
                _stage,
                Seconds,
                numbers,
                sites,
                births is null ? null : (births.Name, births.Path),
                areas is null ? null : (areas.Name, areas.Path),
                Sent("Connected") == "true"),
            Stop));
    }

    /// <summary>Null when a number is none; rows without a name are left out.</summary>
    private List<NewSite>? Sites()
    {
        var sites = new List<NewSite>();
        for (var i = 1; i <= MostSites; i++)
        {
            var name = Typed($"s{i}.name", null)?.Trim() ?? "";
            if (!Number($"s{i}.longitude", out var longitude) || !Number($"s{i}.latitude", out var latitude) || !Number($"s{i}.seats", out var seats) || !Number($"s{i}.cost", out var cost) || !Number($"s{i}.lead", out var lead))
            {
                return null;
            }

            if (name.Length == 0 && longitude is null && latitude is null && seats is null)
            {
                continue;
            }

            if (longitude is null || latitude is null || seats is not (>= 1 and <= 100_000) || cost is null || lead is not (>= 0 and <= 20))
            {
                Refused = L["新建学校“{0}”没有填全，请写明名称、经度、纬度、学位、费用和几年后见效", name];
                return null;
            }

            sites.Add(new NewSite(name, (double)longitude, (double)latitude, _stage, (int)seats, cost.Value, (int)lead.Value, 0));
        }

        return sites;
    }

    private bool Number(string field, out decimal? number)
    {
        var typed = Typed(field, null)?.Trim() ?? "";
        number = decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read) ? read : null;
        if (typed.Length > 0 && number is null)
        {
            Refused = L["“{0}”不是数字", typed];
            return false;
        }

        return true;
    }

    /// <summary>What was typed, when the form comes back; else what stands in it at first.</summary>
    private string? Typed(string field, string? first) => Context.Request.HasFormContentType ? Sent(field) : first;
}
