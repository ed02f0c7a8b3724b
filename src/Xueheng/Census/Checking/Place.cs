namespace Xueheng.Census;

/// <summary>Where a finding is: a file, a tab, and a row of it (0 for the whole sheet or file).</summary>
internal readonly record struct Place(int File, string Tab, int Line);

/// <summary>
/// Where each person or code was first seen, by a number that stands for it. Small on purpose: a county may have a million
/// pupils, each with two identifiers.
/// </summary>
internal sealed class FirstSeen
{
    private readonly List<(int File, string Tab)> _tabs = [];
    private readonly Dictionary<long, (int Tab, int Line)> _seen = [];
    private int _last;

    /// <returns>The place it was seen before; null when this is the first.</returns>
    public Place? Add(long key, Place place)
    {
        if (_tabs.Count == 0 || _tabs[_last] != (place.File, place.Tab))
        {
            _last = _tabs.IndexOf((place.File, place.Tab));
            if (_last < 0)
            {
                _last = _tabs.Count;
                _tabs.Add((place.File, place.Tab));
            }
        }

        if (_seen.TryAdd(key, (_last, place.Line)))
        {
            return null;
        }

        var (tab, line) = _seen[key];
        return new Place(_tabs[tab].File, _tabs[tab].Tab, line);
    }
}
