using System.Text.Json;
using Xueheng.Census;
using Xueheng.Planning.SeatMaps;

namespace Xueheng.Planning.Seats;

/// <summary>What a stored plan of seats was asked: everything its answer is a function of beside the revision and the pack.</summary>
/// <param name="Numbers">Numbers set in place of the pack's, by <see cref="SeatNumbers"/>' keys; null for a limit or a way not wanted.</param>
/// <param name="Sites">Places for new schools, beside the pack's.</param>
/// <param name="Births">Null without a file.</param>
/// <param name="Areas">Shapes and places of areas from a file; null without one.</param>
/// <param name="Connected">Whether the areas of a school have to hang together.</param>
/// <param name="Moves">Areas sent elsewhere by hand in the answer of the scenario it is changed from; then nothing is searched.</param>
public sealed record SeatQuestion(
    Stage Stage,
    double Seconds,
    long? Work,
    int Seed,
    IReadOnlyDictionary<string, decimal?> Numbers,
    IReadOnlyList<NewSite> Sites,
    AskedBirths? Births,
    AreaFile? Areas,
    bool Connected,
    IReadOnlyList<SeatMove> Moves)
{
    public string Write() => JsonSerializer.Serialize(this, ContractJson.Options);

    public static SeatQuestion Read(string text) => JsonSerializer.Deserialize<SeatQuestion>(text, ContractJson.Options)!;
}

/// <summary>A file of births as it was read.</summary>
/// <param name="Rows">An empty area is the county.</param>
public sealed record AskedBirths(string Name, IReadOnlyList<AreaBirths> Rows)
{
    internal static AskedBirths Of(BirthFile file) => new(
        file.Name, [.. file.County.Select(c => new AreaBirths("", c.Key, c.Value)), .. file.Areas.Select(a => new AreaBirths(a.Key.Area, a.Key.Year, a.Value))]);

    internal BirthFile File => new(
        Name,
        Rows.Where(r => r.Area.Length > 0).ToDictionary(r => (r.Area, r.Year), r => r.Births),
        Rows.Where(r => r.Area.Length == 0).ToDictionary(r => r.Year, r => r.Births));
}

public sealed record AreaBirths(string Area, int Year, double Births);

/// <summary>An area sent to a school by hand, from a school year on.</summary>
/// <param name="Area">An <see cref="SeatArea.Id"/>.</param>
/// <param name="To">A <see cref="SeatSite.Id"/>.</param>
/// <param name="From">The first school year.</param>
public sealed record SeatMove(string Area, string To, int From);
