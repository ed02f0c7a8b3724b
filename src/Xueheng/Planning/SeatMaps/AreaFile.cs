namespace Xueheng.Planning.SeatMaps;

/// <summary>Shapes and places of areas as a .geojson file gives them.</summary>
/// <param name="Name">Of the file.</param>
/// <param name="Unused">Names in the file that are no area of the county's pupils.</param>
public sealed record AreaFile(string Name, IReadOnlyList<AreaShape> Shapes, IReadOnlyList<string> Unused);

/// <summary>One feature of the file.</summary>
/// <param name="Name">A home town, or an area's own id (<c>东乡@2199000001</c>).</param>
/// <param name="Longitude">Where its children are taken to live: the middle of a polygon, else the point.</param>
/// <param name="Polygon">Polygon or MultiPolygon of GeoJSON, as text; null for a point.</param>
public sealed record AreaShape(string Name, double Longitude, double Latitude, string? Polygon);
