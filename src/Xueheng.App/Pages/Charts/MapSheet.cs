namespace Xueheng.App.Pages.Charts;

/// <summary>The map's geometry: where a place stands on the sheet in a view, and which views lie beside it.</summary>
public sealed class MapSheet
{
    public const double Width = 900;

    private const double Edge = 40;
    private const double Tallest = 640;

    private readonly double _west;
    private readonly double _north;
    private readonly double _left;
    private readonly double _perLongitude;
    private readonly double _perLatitude;
    private readonly MapView? _view;
    private readonly int _zoom;
    private readonly double _middleX;
    private readonly double _middleY;

    /// <param name="pins">At least one.</param>
    /// <param name="view">Null for the whole.</param>
    public MapSheet(IReadOnlyList<MapPin> pins, MapView? view)
        : this(pins.Min(p => p.Longitude), pins.Max(p => p.Longitude), pins.Min(p => p.Latitude), pins.Max(p => p.Latitude), view)
    {
    }

    /// <summary>A sheet of everything between two meridians and two parallels.</summary>
    /// <param name="view">Null for the whole.</param>
    public MapSheet(double west, double east, double south, double north, MapView? view)
    {
        (_west, _north) = (west, north);
        // A degree of longitude is shorter than one of latitude by the cosine of the latitude.
        var narrow = Math.Cos((south + _north) / 2 * Math.PI / 180);
        var (wide, tall) = (Math.Max((east - _west) * narrow, 0.01), Math.Max(_north - south, 0.01));
        _perLatitude = Math.Min((Width - (2 * Edge)) / wide, Tallest / tall);
        _perLongitude = _perLatitude * narrow;
        _left = (Width - (wide * _perLatitude)) / 2;
        Height = (tall * _perLatitude) + (2 * Edge);
        _view = view;
        _zoom = view?.Zoom ?? 1;
        var (x, y) = view is { } seen ? Whole(seen.Longitude, seen.Latitude) : (Width / 2, Height / 2);
        _middleX = Within(x, Width, _zoom);
        _middleY = Within(y, Height, _zoom);
    }

    public double Height { get; }

    /// <summary>Degrees of latitude that one unit of the sheet stands for.</summary>
    public double Unit => 1 / (_perLatitude * _zoom);

    public MapView? Closer => _zoom < MapView.Closest ? At(_zoom * 2, _middleX, _middleY) : null;

    /// <summary>Null when the next is the whole, or the whole is in view.</summary>
    public MapView? Farther => _zoom > 2 ? At(_zoom / 2, _middleX, _middleY) : null;

    public bool IsWhole => _view is null;

    /// <summary>Where a place stands on the sheet.</summary>
    public (double X, double Y) Place(double longitude, double latitude)
    {
        var (x, y) = Whole(longitude, latitude);
        return (((x - _middleX) * _zoom) + (Width / 2), ((y - _middleY) * _zoom) + (Height / 2));
    }

    public bool Shows(double x, double y) => x is >= 0 and <= Width && y >= 0 && y <= Height;

    /// <summary>The view beside this one, half a sheet on; null where the map ends.</summary>
    /// <param name="east">-1 for the west, 1 for the east.</param>
    /// <param name="south">-1 for the north, 1 for the south.</param>
    public MapView? Beside(int east, int south)
    {
        var (x, y) = (Within(_middleX + (east * Width / 2 / _zoom), Width, _zoom), Within(_middleY + (south * Height / 2 / _zoom), Height, _zoom));
        return Math.Abs(x - _middleX) + Math.Abs(y - _middleY) < 0.5 ? null : At(_zoom, x, y);
    }

    /// <summary>The closest view that still shows all of these; null when that is the whole.</summary>
    public MapView? Around(IReadOnlyCollection<MapPin> pins)
    {
        var places = pins.Select(p => Whole(p.Longitude, p.Latitude)).ToList();
        var (left, right) = (places.Min(p => p.X), places.Max(p => p.X));
        var (top, bottom) = (places.Min(p => p.Y), places.Max(p => p.Y));
        var zoom = 1;
        while (zoom < MapView.Closest / 2 && Fits(right - left, Width, zoom * 2) && Fits(bottom - top, Height, zoom * 2))
        {
            zoom *= 2;
        }

        return zoom == 1 ? null : At(zoom, (left + right) / 2, (top + bottom) / 2);
    }

    private static bool Fits(double span, double side, int zoom) => span * zoom <= side - (2 * Edge);

    private static double Within(double middle, double side, int zoom) => Math.Clamp(middle, side / 2 / zoom, side - (side / 2 / zoom));

    private (double X, double Y) Whole(double longitude, double latitude) =>
        (_left + ((longitude - _west) * _perLongitude), Edge + ((_north - latitude) * _perLatitude));

    private MapView At(int zoom, double x, double y) => new(zoom, _west + ((x - _left) / _perLongitude), _north - ((y - Edge) / _perLatitude));
}
