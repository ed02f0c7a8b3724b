using Xueheng.Standards;

namespace Xueheng.App.Pages.Charts;

/// <summary>One school on the map.</summary>
/// <param name="Title">Name and verdict in words, shown when the pin is pointed at.</param>
public sealed record MapPin(string School, string Name, string Title, string Town, double Longitude, double Latitude, Verdict Verdict)
{
    /// <summary>What it belongs to, where the map shows that in place of the verdict; null for the verdict.</summary>
    public MapTint? Tint { get; init; }
}

/// <param name="Number">Which colour, from 1; null for none.</param>
/// <param name="Main">Drawn larger, as the one the others belong to.</param>
public sealed record MapTint(int? Number, bool Main)
{
    /// <summary>As many as can be told apart; the next has the first colour again.</summary>
    private const int Colours = 12;

    public string Class => Number is { } number ? $"f-tint t{((number - 1) % Colours) + 1}" : "f-unknown";

    public string Mark => Number is null ? "M0-7L7 0L0 7L-7 0Z" : Main ? "M-8-8H8V8H-8Z" : "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z";
}

/// <summary>A line from one place to another.</summary>
/// <param name="Number">Its colour, as <see cref="MapTint.Number"/>.</param>
public sealed record MapLine(double FromLongitude, double FromLatitude, double ToLongitude, double ToLatitude, int Number)
{
    public string Class => $"way {new MapTint(Number, Main: false).Class}";
}
