using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Engines.Text;
using Xueheng.Planning.Groups;
using Xueheng.Planning.Levers;
using Xueheng.Planning.Seats;
using Xueheng.Planning.Rotation;
using Xueheng.Planning.Staffing;
using Xueheng.Plans.Calendar;
using Xueheng.Plans.Documents;
using Xueheng.Plans.Measuring;
using Xueheng.Standards;

namespace Xueheng.Packs;

/// <summary>All packs, read and checked once at the start. Each part reads its own kind of pack; this only gathers them.</summary>
public sealed class PackLibrary
{
    public required FactPack Facts { get; init; }

    public required IReadOnlyList<Standard> Standards { get; init; }

    /// <summary>Code tables of <c>packs/codes</c>, read by <see cref="CodeTables.Load"/>.</summary>
    public required CodeTables Codes { get; init; }

    /// <summary>Names of counties.</summary>
    public required Divisions Divisions { get; init; }

    /// <summary>The language of bureaus, for reading their documents.</summary>
    public ReadingRules Reading => WordsOfReading.Value;

    /// <summary>Rules of the import check.</summary>
    public required CheckRules Checks { get; init; }

    /// <summary>National holidays and make-up working days.</summary>
    public required WorkingDays WorkingDays { get; init; }

    /// <summary>What plans call the figures of a census, and the units they can be compared in.</summary>
    public required MetricPacks Metrics { get; init; }

    /// <summary>The single steps a bureau can take, with what they add and cost.</summary>
    public required LeverPack Levers { get; init; }

    /// <summary>What a group of schools is.</summary>
    public required GroupRules Groups { get; init; }

    /// <summary>Lessons of each subject and grade.</summary>
    public required Curriculum Curriculum { get; init; }

    /// <summary>Rules of 交流轮岗.</summary>
    public required RotationRulePack Rotation { get; init; }

    /// <summary>How many posts a school has.</summary>
    public required StaffingStandard Staffing { get; init; }

    /// <summary>Class limits and the ladder of grades.</summary>
    public required SeatRules Seats { get; init; }

    /// <summary>Packs of the bureau's own that do not hold and are left out, each with file, line and reason.</summary>
    public required IReadOnlyList<string> Refused { get; init; }

    /// <param name="folder">The shipped packs.</param>
    /// <param name="userFolder">The bureau's own packs, laid out alike; null or missing when there are none.</param>
    /// <exception cref="PackException">A shipped pack does not hold. One of the bureau's own is refused and listed instead.</exception>
    public static PackLibrary Load(string folder, string? userFolder)
    {
        var refused = new List<string>();
        var codes = CodeTables.Load(folder, userFolder);
        var facts = ReadFacts.From(FactFiles(folder, "packs"));
        if (userFolder is not null && FactFiles(userFolder, userFolder) is { Count: > 0 } more)
        {
            Guarded(refused, () => facts = ReadFacts.From([.. FactFiles(folder, "packs"), .. more]));
        }

        List<Standard> standards = [.. StandardFolders(folder).Select(pack => Standard(pack, "packs", facts, codes))];
        foreach (var pack in userFolder is null ? [] : StandardFolders(userFolder))
        {
            Guarded(refused, () =>
            {
                var own = Standard(pack, userFolder!, facts, codes);
                standards.Add(standards.Exists(s => s.Id == own.Id)
                    ? throw new PackException($"{userFolder}/standards/{own.Id}/pack.yaml", 1, $"已经有了标准 {own.Id}，请换一个 id")
                    : own);
            });
        }

        var checks = Kept("", own => CheckRules.Load(folder, own, facts));
        var working = Kept("", own => ReadCalendar.From(folder, own));
        var metrics = Kept("", own => ReadMetricPacks.From(folder, own, facts, standards));
        var levers = Kept(ReadLevers.File, own => ReadLevers.From(folder, own, facts));
        var groups = Kept(ReadGroupRules.File, own => ReadGroupRules.From(folder, own, standards));
        var curriculum = Kept(ReadCurriculum.File, own => ReadCurriculum.From(folder, own, codes));
        var staffing = Kept(ReadStaffing.File, own => ReadStaffing.From(folder, own, codes));
        var seats = Kept(ReadSeatRules.File, own => ReadSeatRules.From(folder, own, codes));
        var rotation = Kept(ReadRotationRules.File, own => ReadRotationRules.From(folder, own, standards));

        // The words of reading are many and few starts need them: shipped ones are read when the first document is.
        var reading = new Lazy<ReadingRules>(() => ReadReadingRules.From(folder, null));
        if (Directory.Exists(userFolder))
        {
            Guarded(refused, () =>
            {
                var own = ReadReadingRules.From(folder, userFolder);
                reading = new Lazy<ReadingRules>(own);
            });
        }

        return new PackLibrary
        {
            Facts = facts,
            Standards = standards,
            WordsOfReading = reading,
            Codes = codes,
            Checks = checks,
            WorkingDays = working,
            Metrics = metrics,
            Levers = levers,
            Groups = groups,
            Curriculum = curriculum,
            Staffing = staffing,
            Seats = seats,
            Rotation = rotation,
            Divisions = new Divisions(folder, userFolder),
            Refused = [.. codes.Refused, .. refused],
        };

        // The bureau's own where it has one that holds, else the shipped; read again only where there is something of its own.
        T Kept<T>(string name, Func<string?, T> read)
        {
            var kept = read(null);
            if (userFolder is not null && Path.Exists(Path.Combine(userFolder, name)))
            {
                Guarded(refused, () => kept = read(userFolder));
            }

            return kept;
        }
    }

    private Lazy<ReadingRules> WordsOfReading { get; init; } = null!;

    public Standard? FindStandard(string id) => Standards.FirstOrDefault(s => s.Id == id);

    private static void Guarded(List<string> refused, Action read)
    {
        try
        {
            read();
        }
        catch (PackException e)
        {
            refused.Add(e.Message);
        }
    }

    private static Standard Standard(string pack, string shown, FactPack facts, CodeTables codes)
    {
        var id = Path.GetFileName(pack);
        return ReadStandard.From(Path.Combine(pack, "pack.yaml"), $"{shown}/standards/{id}/pack.yaml", id, facts, codes);
    }

    private static List<(string Path, string Shown)> FactFiles(string folder, string shown) =>
        [.. Sorted(folder, "facts", d => Directory.EnumerateFiles(d, "*.yaml")).Select(f => (f, $"{shown}/facts/{Path.GetFileName(f)}"))];

    private static IEnumerable<string> StandardFolders(string folder) =>
        Sorted(folder, "standards", Directory.EnumerateDirectories).Where(d => File.Exists(Path.Combine(d, "pack.yaml")));

    private static IEnumerable<string> Sorted(string folder, string kind, Func<string, IEnumerable<string>> list)
    {
        var path = Path.Combine(folder, kind);
        return Directory.Exists(path) ? list(path).Order(StringComparer.Ordinal) : [];
    }
}
