using System.Text.Json;
using System.Text.Json.Serialization;
using Xueheng.Census;
using Xueheng.Engines.Location;
using Xueheng.Engines.Seats;
using Xueheng.Planning.SeatMaps;

namespace Xueheng.Planning.Seats;

/// <summary>
/// A plan of seats with where everything is: what a map is drawn from and what an area sent elsewhere by hand is worked out from, without the census.
/// </summary>
/// <param name="First">The first school year planned.</param>
/// <param name="Budget">Begun in a year at most, 万元; null for no limit.</param>
/// <param name="Shapes">What a file says of areas; empty without one.</param>
/// <param name="Connected">Who is beside whom, where the areas of a school have to hang together; null where they need not.</param>
/// <param name="Starts">How many times each option begins in each year.</param>
/// <param name="School">The site of each area in each year; −1 for none.</param>
public sealed record SeatLayout(
    Stage Stage,
    int First,
    IReadOnlyList<SeatSite> Sites,
    IReadOnlyList<SeatArea> Areas,
    double Walk,
    double? Budget,
    double TravelPrice,
    double ChangePrice,
    int? MostMoved,
    int? MostChanges,
    IReadOnlyList<SeatOption> Options,
    IReadOnlyList<SeatStep> Steps,
    IReadOnlyList<AreaShape> Shapes,
    AreaNeighbours? Connected,
    IReadOnlyList<IReadOnlyList<int>> Starts,
    IReadOnlyList<IReadOnlyList<int>> School)
{
    [JsonIgnore]
    public int Years => School.Count > 0 ? School[0].Count : Starts.Count > 0 ? Starts[0].Count : 0;

    /// <summary>Areas somebody lives in; grounds of schools come after them.</summary>
    [JsonIgnore]
    public int Lived => Areas.Count(a => !a.Ground);

    public string Write() => JsonSerializer.Serialize(this, ContractJson.Options);

    public static SeatLayout Read(string text) => JsonSerializer.Deserialize<SeatLayout>(text, ContractJson.Options)!;

    /// <summary>The engine's problem: the very one that was solved.</summary>
    public SeatPlanProblem Problem() => new(
        [.. Sites.Select(s => s.Seats)],
        Options,
        [.. Areas.Select(a => a.Children)],
        [.. Areas.Select(a => (int?)a.Zone)],
        [.. Areas.Select(Ways)],
        Walk,
        [.. Enumerable.Repeat(Budget ?? double.PositiveInfinity, Years)],
        TravelPrice,
        ChangePrice)
    {
        MostMoved = MostMoved,
        MostChanges = MostChanges,
        Neighbours = Connected?.Beside,
        StandsIn = Connected?.StandsIn ?? [],
    };

    /// <summary>The index of an area; −1 for none.</summary>
    public int AreaAt(string? id) => Areas.Index().Where(a => a.Item.Id == id).Select(a => a.Index).FirstOrDefault(-1);

    /// <summary>The index of a site; −1 for none.</summary>
    public int SiteAt(string? id) => Sites.Index().Where(s => s.Item.Id == id).Select(s => s.Index).FirstOrDefault(-1);

    /// <summary>Who goes too far already may stay: that way counts as the farthest allowed.</summary>
    private double[] Ways(SeatArea area)
    {
        double[] ways = [.. Sites.Select(s => GreatCircle.Kilometres(area.Home, s.At))];
        ways[area.Zone] = Math.Min(ways[area.Zone], Walk);
        return ways;
    }
}

/// <param name="School">Code of the school; empty for a place without a school yet.</param>
/// <param name="Seats">Before anything is done.</param>
public sealed record SeatSite(string School, string Name, double Longitude, double Latitude, int Seats)
{
    /// <summary>Code of the school, or the name of a place without one.</summary>
    [JsonIgnore]
    public string Id => School.Length > 0 ? School : Name;

    [JsonIgnore]
    public Point At => new(Longitude, Latitude);
}

/// <summary>The children of one home town who go to one school now.</summary>
/// <param name="Id">Home town and code of the school: <c>东乡@2199000001</c>.</param>
/// <param name="Zone">Index of the school they go to now.</param>
/// <param name="Longitude">Where they are taken to live.</param>
/// <param name="Children">Of each year.</param>
/// <param name="Shape">Index of its shape; null without one.</param>
/// <param name="Ground">Nobody's area, but the ground a school stands on: where areas of a school have to hang together, they do with this.</param>
public sealed record SeatArea(string Id, string Town, int Zone, double Longitude, double Latitude, IReadOnlyList<int> Children, int? Shape, bool Ground = false)
{
    [JsonIgnore]
    public Point Home => new(Longitude, Latitude);
}
