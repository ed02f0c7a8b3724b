namespace Xueheng.Census;

/// <summary>The schools of the census being read, by code. Rows mostly come school by school, so the last one asked for is kept at hand.</summary>
internal sealed class KnownSchools
{
    private readonly Dictionary<string, KnownSchool> _byCode = [];
    private KnownSchool? _last;

    /// <summary>False when the sheet of schools is missing or unreadable, and no school can be called unknown.</summary>
    public bool Given { get; set; } = true;

    public IReadOnlyCollection<KnownSchool> All => _byCode.Values;

    public KnownSchool? Find(string code)
    {
        if (_last?.Row.School == code)
        {
            return _last;
        }

        return _byCode.TryGetValue(code, out var found) ? _last = found : null;
    }

    /// <returns>The school that already has the code; null when it was added.</returns>
    public KnownSchool? Add(SchoolRow row, Place place) =>
        _byCode.TryAdd(row.School, new KnownSchool(row, place)) ? null : _byCode[row.School];
}
