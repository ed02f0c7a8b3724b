namespace Xueheng.Demo;

/// <summary>Puts towns on the map, each part's around its county town. The place is at sea, where no county is.</summary>
internal sealed class TownFactory(Dice dice)
{
    private const double West = 123.1;
    private const double South = 30.1;
    private const double Width = 0.58;
    private const double Height = 0.46;

    private readonly List<Town> _towns = [];
    private int _named;

    public IReadOnlyList<Town> All => _towns;

    public Town AddSeat(int part, double share)
    {
        var (longitude, latitude) = Centre(part);
        var name = part == 0 ? PlaceNames.Seat : PlaceNames.Town(_named++);
        return Add(new Town(_towns.Count, part, name, true, false, share, longitude + dice.Between(-.03, .03), latitude + dice.Between(-.03, .03)));
    }

    public Town Add(int part, double share)
    {
        var (longitude, latitude) = Place(part);
        return Add(new Town(_towns.Count, part, PlaceNames.Town(_named++), false, false, share, longitude, latitude));
    }

    public void AddOutside(int part, double share) =>
        Add(new Town(_towns.Count, part, "县外", false, true, share, 0, 0));

    private static (double Longitude, double Latitude) Centre(int part) =>
        (West + (Width * ((part % 4) + .5)), South + (Height * ((part / 4) + .5)));

    private Town Add(Town town)
    {
        _towns.Add(town);
        return town;
    }

    // The place farthest from its neighbours among a few tries: towns lie apart but not on a grid.
    private (double Longitude, double Latitude) Place(int part)
    {
        var (longitude, latitude) = Centre(part);
        (double, double) best = default;
        var farthest = -1.0;
        for (var i = 0; i < 12; i++)
        {
            var x = longitude + dice.Between(-Width * .45, Width * .45);
            var y = latitude + dice.Between(-Height * .45, Height * .45);
            var nearest = _towns.Where(t => t.Part == part && !t.Outside).Min(t => Math.Pow(t.Longitude - x, 2) + Math.Pow(t.Latitude - y, 2));
            if (nearest > farthest)
            {
                (farthest, best) = (nearest, (x, y));
            }
        }

        return best;
    }
}
