using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using Xueheng.Census;
using Xueheng.Planning.Seats;

namespace Xueheng.Planning.SeatMaps;

/// <summary>Reads shapes and places of areas from a .geojson file: features whose name, code or id is a home town of the pupils or an area's own id.</summary>
public sealed class ReadAreas(FindHomes homes)
{
    /// <summary>The largest file, bytes.</summary>
    public const int MostBytes = 8 << 20;

    /// <summary>Properties that may name a feature, the first that fits is taken.</summary>
    private static readonly string[] Names = ["id", "area", "code", "name", "区域", "乡镇", "名称", "代码"];

    /// <param name="name">The file as the person knows it.</param>
    public async Task<Outcome<AreaFile>> RunAsync(Revision revision, Stage stage, string path, string name, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return new Failure("XH6220", $"找不到文件 {name}，请检查路径");
        }

        if (new FileInfo(path).Length > MostBytes)
        {
            return new Failure("XH6221", $"{name} 超过 {MostBytes >> 20} MB，请先简化边界再导入");
        }

        var known = await homes.RunAsync(revision, stage, cancellation);
        return Of(await File.ReadAllBytesAsync(path, cancellation), name, known);
    }

    internal static Outcome<AreaFile> Of(byte[] file, string name, IReadOnlyList<HomeOfSchool> homes)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(Unmarked(file));
        }
        catch (JsonException wrong)
        {
            return new Failure("XH6222", $"{name} 不是 GeoJSON 文件{(wrong.LineNumber is { } line ? $"（第 {line + 1} 行起读不懂）" : "")}，请从地图软件里导出为 .geojson");
        }

        using (document)
        {
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && Text(root, "type") == "FeatureCollection" && root.TryGetProperty("features", out var features) && features.ValueKind == JsonValueKind.Array
                ? Of(features, name, homes.SelectMany(h => new[] { h.Town, h.Id }).Where(n => n.Length > 0).ToHashSet())
                : new Failure("XH6223", $"{name} 不是要素集合（FeatureCollection），请从地图软件里把整个图层导出为 .geojson");
        }
    }

    private static Outcome<AreaFile> Of(JsonElement features, string name, HashSet<string> known)
    {
        var (shapes, unused, number) = (new Dictionary<string, AreaShape>(), new List<string>(), 0);
        foreach (var feature in features.EnumerateArray())
        {
            number++;
            if (feature.ValueKind != JsonValueKind.Object || Text(feature, "type") != "Feature")
            {
                return new Failure("XH6224", $"{name} 的第 {number} 个要素不是 Feature，请从地图软件里重新导出");
            }

            var properties = feature.TryGetProperty("properties", out var given) && given.ValueKind == JsonValueKind.Object ? given : (JsonElement?)null;
            if (properties is { } p && Text(p, "kind") == WriteSeatMap.School)
            {
                continue;
            }

            List<string> names = [.. Names.Select(n => properties is { } all ? Text(all, n) : null).Append(Text(feature, "id")).OfType<string>().Where(n => n.Length > 0)];
            if (names.Count == 0)
            {
                return new Failure("XH6225", $"{name} 的第 {number} 个要素没有名称，请给每个区域填写 name（和学生的户籍乡镇一致）");
            }

            if (names.Find(known.Contains) is not { } area)
            {
                unused.Add(names[^1]);
                continue;
            }

            var shape = Shape(feature, area, name, number);
            if (!shape.Succeeded)
            {
                return shape.Failure;
            }

            if (!shapes.TryAdd(area, shape.Value))
            {
                return new Failure("XH6226", $"{name} 里有两个要素都叫“{area}”，请合成一个");
            }
        }

        return shapes.Count > 0
            ? new AreaFile(name, [.. shapes.Values], unused)
            : new Failure("XH6227", $"{name} 里没有一个要素的名称和学生的户籍乡镇一致{(unused.Count > 0 ? $"（文件里是{string.Join("、", unused.Take(3))}）" : "")}，应当是：{string.Join("、", known.Where(k => !k.Contains('@', StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(6))}等");
    }

    private static Outcome<AreaShape> Shape(JsonElement feature, string area, string file, int number)
    {
        if (!feature.TryGetProperty("geometry", out var element) || GeoJson.Read(element) is not { IsEmpty: false } geometry || geometry is not (Point or Polygon or MultiPolygon))
        {
            return new Failure("XH6228", $"{file} 的第 {number} 个要素“{area}”没有可用的形状，应当是闭合的面（Polygon、MultiPolygon）或点（Point）");
        }

        if (geometry.Coordinates.Any(c => !(Math.Abs(c.X) <= 180 && Math.Abs(c.Y) <= 90)))
        {
            return new Failure("XH6229", $"{file} 的第 {number} 个要素“{area}”的坐标不是经纬度（先经度后纬度，单位是度），请按 WGS 84 经纬度重新导出");
        }

        if (geometry is Point point)
        {
            return new AreaShape(area, point.X, point.Y, null);
        }

        // A boundary that crosses itself is drawn as it was meant, as far as that can be told.
        var whole = geometry.IsValid ? geometry : GeometryFixer.Fix(geometry);
        if (whole is not (Polygon or MultiPolygon) || whole.Area <= 0)
        {
            return new Failure("XH6228", $"{file} 的第 {number} 个要素“{area}”没有可用的形状，应当是闭合的面（Polygon、MultiPolygon）或点（Point）");
        }

        var middle = whole.Centroid is var centre && whole.Contains(centre) ? centre : whole.InteriorPoint;
        return new AreaShape(area, middle.X, middle.Y, GeoJson.Write(whole));
    }

    private static string? Text(JsonElement element, string name) => !element.TryGetProperty(name, out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    /// <summary>Without the mark some editors put at the beginning of a text.</summary>
    private static ReadOnlyMemory<byte> Unmarked(byte[] file) => file is [0xEF, 0xBB, 0xBF, ..] ? file.AsMemory(3) : file;
}
