using Xueheng.Planning.Seats;

namespace Xueheng.Planning.SeatMaps;

/// <summary>A colour for each school of a map, so that zones that lie beside one another are told apart as far as colours go.</summary>
public static class ZoneColours
{
    public const int Many = 10;

    /// <summary>Drawn areas this far apart lie beside one another, degrees.</summary>
    private const double Near = 0.0005;

    /// <returns>A number below <see cref="Many"/> for each site.</returns>
    public static IReadOnlyList<int> Of(SeatLayout layout, IReadOnlyList<DrawnArea> drawn)
    {
        var beside = layout.Sites.Select(_ => new HashSet<int>()).ToList();
        for (var a = 0; a < drawn.Count; a++)
        {
            for (var b = a + 1; b < drawn.Count; b++)
            {
                if (drawn[a].Shape.EnvelopeInternal.Distance(drawn[b].Shape.EnvelopeInternal) <= Near && drawn[a].Shape.IsWithinDistance(drawn[b].Shape, Near))
                {
                    Tell(beside, [layout.Areas[a].Zone, layout.School[a][^1]], [layout.Areas[b].Zone, layout.School[b][^1]]);
                }
            }
        }

        var colours = Enumerable.Repeat(-1, layout.Sites.Count).ToArray();
        foreach (var j in Enumerable.Range(0, colours.Length).OrderByDescending(j => beside[j].Count).ThenBy(j => j))
        {
            var taken = beside[j].Where(k => colours[k] >= 0).ToLookup(k => colours[k]);

            // Where every colour is beside it, the one fewest of its neighbours have; of several the least used on the map.
            colours[j] = Enumerable.Range(0, Many).OrderBy(c => taken[c].Count()).ThenBy(c => colours.Count(k => k == c)).First();
        }

        return colours;
    }

    private static void Tell(List<HashSet<int>> beside, int[] one, int[] other)
    {
        foreach (var j in one)
        {
            foreach (var k in other)
            {
                if (j >= 0 && k >= 0 && j != k)
                {
                    beside[j].Add(k);
                    beside[k].Add(j);
                }
            }
        }
    }
}
