namespace Xueheng.App.Pages.Charts;

/// <summary>Names written beside the pins of a map, as many as there is room for: a name that would cover another, or a pin, is left out.</summary>
internal static class MapNames
{
    /// <summary>Distance of a name from its pin.</summary>
    private const double Gap = 11;

    /// <summary>Characters of a town's name, which stands without a pin of its own.</summary>
    private const double TownSize = 20;

    private static readonly double[] Around = [-14, -28, 30, -44, 46, -60, 62];

    /// <param name="pins">Those that matter most first.</param>
    /// <param name="size">Height of a character, which for Chinese is its width.</param>
    public static IReadOnlyList<(MapPin Pin, double X, double Y, bool Before)> Place(
        IReadOnlyList<(MapPin Pin, double X, double Y)> pins, double size)
    {
        var taken = pins.Select(p => new Box(p.X - 7, p.Y - 7, 14, 14)).ToList();
        var names = new List<(MapPin, double, double, bool)>();
        for (var i = 0; i < pins.Count; i++)
        {
            var (pin, x, y) = pins[i];
            var wide = Length(pin.Name) * size;
            foreach (var before in (bool[])[false, true])
            {
                var box = new Box(before ? x - Gap - wide : x + Gap, y - (size / 2), wide, size);
                if (box.Left >= 0 && box.Left + wide <= MapSheet.Width && !taken.Where((_, at) => at != i).Any(box.Meets))
                {
                    taken.Add(box);
                    names.Add((pin, before ? x - Gap : x + Gap, y + (size * 0.35), before));
                    break;
                }
            }
        }

        return names;
    }

    /// <summary>The line on which a town's name stands: where it covers no pin and no other town, else above the middle of its schools.</summary>
    /// <param name="x">Middle of the name.</param>
    /// <param name="taken">The pins, and the towns named so far, to which this one is added.</param>
    public static double Settle(string town, double x, double y, List<(double Left, double Top, double Wide, double Tall)> taken)
    {
        var wide = Length(town) * (TownSize + 2);
        var line = Around.Select(d => y + d)
            .Where(l => l - TownSize >= 0)
            .FirstOrDefault(l => !taken.Exists(t => At(l).Meets(new Box(t.Left, t.Top, t.Wide, t.Tall))), y + Around[0]);
        var box = At(line);
        taken.Add((box.Left, box.Top, box.Wide, box.Tall));
        return line;

        Box At(double l) => new(x - (wide / 2), l - (TownSize * 0.85), wide, TownSize);
    }

    /// <summary>In characters as wide as high.</summary>
    private static double Length(string name) => name.Sum(c => c < 128 ? 0.55 : 1);

    private readonly record struct Box(double Left, double Top, double Wide, double Tall)
    {
        public bool Meets(Box other) =>
            Left < other.Left + other.Wide && other.Left < Left + Wide && Top < other.Top + other.Tall && other.Top < Top + Tall;
    }
}
