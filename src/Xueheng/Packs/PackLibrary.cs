using Xueheng.Census;
using Xueheng.Facts;
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

    public Standard? FindStandard(string id) => Standards.FirstOrDefault(s => s.Id == id);
}
