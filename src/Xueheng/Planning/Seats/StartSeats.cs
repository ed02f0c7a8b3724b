using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Planning.Scenarios;
using Xueheng.Planning.SeatMaps;

namespace Xueheng.Planning.Seats;

/// <param name="Numbers">Set in place of the pack's, by <see cref="SeatNumber.Key"/>; null for left out.</param>
/// <param name="Births">A file and its name; null for none.</param>
/// <param name="Connected">Whether the areas of a school have to hang together; asks for boundaries.</param>
/// <param name="Areas">A .geojson file and its name; null for none.</param>
public sealed record StartSeatsCommand(
    string County,
    int Period,
    string Name,
    string By,
    Stage Stage,
    double Seconds,
    IReadOnlyDictionary<string, decimal?> Numbers,
    IReadOnlyList<NewSite> Sites,
    (string Name, string Path)? Births = null,
    (string Name, string Path)? Areas = null,
    bool Connected = false,
    int Seed = 1,
    long? Work = null);

/// <summary>Keeps a plan with an area sent elsewhere by hand.</summary>
public sealed record KeepMovedCommand(string County, int Period, string Name, string By, Guid From, SeatMove Move);

/// <summary>Stores the question of a plan of seats; its files are read at once and kept as they were read.</summary>
public sealed class StartSeats(PackLibrary packs, ReadAreas areas, AskScenario ask)
{
    public Task<Outcome<Scenario>> RunAsync(StartSeatsCommand command, CancellationToken cancellation) => ask.RunAsync(
        new AskedScenario(command.County, command.Period, SeatScenario.Kind, command.Name, command.By, command.Seconds),
        async (revision, _) =>
        {
            if (Fault(command) is { } fault)
            {
                return fault;
            }

            var births = command.Births is { } file ? ReadBirths.From(file.Path, file.Name, packs.Checks.Limits) : (Outcome<BirthFile>?)null;
            if (births is { Succeeded: false } refused)
            {
                return refused.Failure;
            }

            var shapes = command.Areas is { } map ? await areas.RunAsync(revision, command.Stage, map.Path, map.Name, cancellation) : (Outcome<AreaFile>?)null;
            return shapes is { Succeeded: false } wrong
                ? wrong.Failure
                : new SeatQuestion(
                    command.Stage, command.Seconds, command.Work, command.Seed, command.Numbers, command.Sites, births is { } read ? AskedBirths.Of(read.Value) : null, shapes?.Value, command.Connected, []).Write();
        },
        cancellation);

    public Task<Outcome<Scenario>> RunAsync(KeepMovedCommand command, CancellationToken cancellation) => ask.RunAsync(
        new AskedScenario(command.County, command.Period, SeatScenario.Kind, command.Name, command.By, 1, command.From),
        (revision, from) =>
        {
            if (from?.Answer is not { } answer || from.Revision != revision.Number)
            {
                return Task.FromResult<Outcome<string>>(new Failure("XH6234", "原方案还没有结果，或者基础数据已经换了版本，请重新推演"));
            }

            var moved = MoveAreas.Apply(SeatLayout.Read(answer), [command.Move]);
            return Task.FromResult(moved.Succeeded ? (Outcome<string>)(SeatQuestion.Read(from.Question) with { Moves = [command.Move] }).Write() : moved.Failure);
        },
        cancellation);

    private Failure? Fault(StartSeatsCommand command)
    {
        if (!packs.Seats.Planning.Walk.ContainsKey(command.Stage))
        {
            return new Failure("XH6210", $"学位规则没有写{command.Stage.Chinese()}的最远距离，请在 planning.walk 里补上");
        }

        if (command is { Connected: true, Areas: null })
        {
            return LayOutSeats.NoBoundaries;
        }

        foreach (var number in SeatNumbers.Of(packs.Seats, command.Stage))
        {
            if (command.Numbers.TryGetValue(number.Key, out var value) && SeatNumbers.Fault(number, value) is { } fault)
            {
                return fault;
            }
        }

        foreach (var site in command.Sites)
        {
            if (site.Name.Length is 0 or > 40 || !(Math.Abs(site.Longitude) <= 180 && Math.Abs(site.Latitude) <= 90) || site.Seats < 1 || site.Cost < 0 || site.Lead is < 0 or > 20)
            {
                return new Failure("XH6235", $"新建学校“{site.Name}”没有填对，请写明名称、经度、纬度、学位数、费用和几年建成");
            }
        }

        return command.Sites.Concat(packs.Seats.Planning.Sites).GroupBy(s => s.Name).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? new Failure("XH6235", $"有两所新建学校都叫“{twice.Key}”，请改一个名称")
            : null;
    }
}
