using System.Text;
using System.Text.Json;
using NetTopologySuite.Geometries;
using Xueheng.Census;
using Xueheng.Engines.Seats;
using Xueheng.Planning.SeatMaps;
using Xueheng.Planning.Seats;

namespace Xueheng.Tests.Planning;

/// <summary>Areas on a map: read from a file, drawn, coloured, beside one another, written out again.</summary>
public sealed class SeatMapTests
{
    private static readonly HomeOfSchool[] Homes = [new("1", "东乡", 40), new("1", "西乡", 20), new("2", "西乡", 30)];

    [Fact]
    public void A_plan_written_out_is_read_in_again_with_the_same_shapes_and_places_inside_them()
    {
        var layout = Layout(5, 30);
        using var file = new MemoryStream();
        WriteSeatMap.Run(layout, file);
        var read = ReadAreas.Of(file.ToArray(), "plan.geojson", [.. layout.Areas.Select(a => new HomeOfSchool(layout.Sites[a.Zone].School, a.Town, 1))]).Value;
        Assert.Equal(layout.Areas.Select(a => a.Id), read.Shapes.Select(s => s.Name));
        Assert.Empty(read.Unused);
        Assert.All(DrawAreas.Run(layout).Zip(read.Shapes), both =>
        {
            var shape = GeoJson.Read(both.Second.Polygon!);
            Assert.True(shape.EqualsTopologically(both.First.Shape));
            Assert.True(shape.Contains(new Point(both.Second.Longitude, both.Second.Latitude)));
        });

        var features = JsonDocument.Parse(file.ToArray()).RootElement.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(layout.Areas.Count + layout.Sites.Count, features.Count);
        var school = features[^1].GetProperty("properties");
        Assert.Equal(
            layout.Areas.Index().Where(a => layout.School[a.Index][0] == layout.Sites.Count - 1).Sum(a => a.Item.Children[0]), school.GetProperty("children")[0].GetInt32());
    }

    [Fact]
    public void An_area_is_found_by_its_town_its_own_id_or_a_code_and_what_is_no_area_is_told()
    {
        var read = Read(Square("name", "\"西乡\"", 0), Feature("\"code\":\"东乡@1\"", """{"type":"Point","coordinates":[120.5,30.5]}"""), Square("name", "\"北乡\"", 2)).Value;
        Assert.Equal(["西乡", "东乡@1"], read.Shapes.Select(s => s.Name));
        Assert.Equal(("北乡", 0.5, 0.5), (Assert.Single(read.Unused), read.Shapes[0].Longitude, read.Shapes[0].Latitude));
        Assert.Equal((120.5, 30.5, (string?)null), (read.Shapes[1].Longitude, read.Shapes[1].Latitude, read.Shapes[1].Polygon));
    }

    [Fact]
    public void Children_live_inside_a_bent_shape_even_where_its_middle_is_outside()
    {
        var bent = Feature("\"name\":\"西乡\"", """{"type":"Polygon","coordinates":[[[0,0],[3,0],[3,3],[2.8,3],[2.8,0.2],[0,0.2],[0,0]]]}""");
        var shape = Read(bent).Value.Shapes[0];
        Assert.True(GeoJson.Read(shape.Polygon!).Contains(new Point(shape.Longitude, shape.Latitude)));
    }

    [Fact]
    public void A_boundary_that_crosses_itself_is_mended()
    {
        var shape = Read(Feature("\"name\":\"西乡\"", """{"type":"Polygon","coordinates":[[[0,0],[2,2],[2,0],[0,2],[0,0]]]}""")).Value.Shapes[0];
        Assert.True(GeoJson.Read(shape.Polygon!) is { IsValid: true, Area: 2 });
    }

    [Theory]
    [InlineData("", "XH6222")]
    [InlineData("not json", "XH6222")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[", "XH6222")]
    [InlineData("[]", "XH6223")]
    [InlineData("null", "XH6223")]
    [InlineData("{\"type\":\"Feature\"}", "XH6223")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":{}}", "XH6223")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", "XH6227")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[7]}", "XH6224")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":null}]}", "XH6225")]
    public void A_file_that_is_none_is_refused_in_one_sentence(string text, string code) => Refused(Encoding.UTF8.GetBytes(text), code);

    [Theory]
    [InlineData("null", "XH6228")]
    [InlineData("5", "XH6228")]
    [InlineData("{\"type\":\"Polygon\"}", "XH6228")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1]]]}", "XH6228")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[2,2]]]}", "XH6228")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[2,2],[0,0]]]}", "XH6228")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[\"a\",0],[1,0],[1,1],[0,0]]]}", "XH6228")]
    [InlineData("{\"type\":\"LineString\",\"coordinates\":[[0,0],[1,0]]}", "XH6228")]
    [InlineData("{\"type\":\"Blob\",\"coordinates\":[0,0]}", "XH6228")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[1]}", "XH6228")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[30.5,120.5]}", "XH6229")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[1e999,30]}", "XH6229")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[13426845.2,3503549.8]}", "XH6229")]
    public void A_shape_that_is_none_is_refused_with_the_feature_it_is_of(string geometry, string code) =>
        Assert.Contains("第 1 个要素“西乡”", Refused(Collection(Feature("\"name\":\"西乡\"", geometry)), code), StringComparison.Ordinal);

    [Fact]
    public void The_same_name_twice_and_names_of_nobody_are_refused()
    {
        Refused(Collection(Square("name", "\"西乡\"", 0), Square("name", "\"西乡\"", 1)), "XH6226");
        Assert.Contains("应当是：东乡、西乡", Refused(Collection(Square("name", "\"北乡\"", 0)), "XH6227"), StringComparison.Ordinal);
        Refused(Encoding.UTF8.GetBytes(new string('[', 100_000)), "XH6222");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 40)]
    [InlineData(4, 120)]
    public void Every_area_has_a_shape_of_its_own_and_none_lies_over_another(int seed, int areas)
    {
        var drawn = DrawAreas.Run(Layout(seed, areas));
        Assert.All(drawn, d => Assert.True(d is { Given: false, Shape: { IsEmpty: false, IsValid: true } }));
        for (var a = 0; a < drawn.Count; a++)
        {
            for (var b = a + 1; b < drawn.Count; b++)
            {
                Assert.True(drawn[a].Shape.Intersection(drawn[b].Shape).Area < 1e-9, $"{a} {b}");
            }
        }
    }

    [Fact]
    public void Areas_of_one_town_share_its_shape_between_them_and_cells_keep_out_of_it()
    {
        var read = Read(Square("name", "\"西乡\"", 0)).Value;
        var layout = Grid(read.Shapes, [("东乡", 0, null), ("西乡", 0, 0), ("西乡", 1, 0)]);
        var drawn = DrawAreas.Run(layout);
        Assert.Equal([false, true, true], drawn.Select(d => d.Given));
        Assert.Equal(1, drawn[1].Shape.Area + drawn[2].Shape.Area, 6);
        Assert.All([drawn[1], drawn[2]], d => Assert.True(d.Shape.Area > 0.1 && d.Shape.Intersection(drawn[0].Shape).Area < 1e-9));
        Assert.True(drawn[1].Rings(0.001).Single().Count >= 4);
    }

    [Fact]
    public void Areas_whose_shapes_meet_are_beside_one_another_and_a_school_stands_in_its_own()
    {
        var shapes = Read(Square("name", "\"东乡\"", 0), Square("name", "\"西乡\"", 1), Square("name", "\"东乡@1\"", 3), Square("name", "\"西乡@2\"", 5)).Value.Shapes;
        var layout = Grid(shapes, [("甲", 0, 0), ("乙", 1, 1), ("丙", 0, 2), ("丁", 1, 3), ("外", 1, null)]);
        layout = layout with { Areas = [.. layout.Areas, .. AreaNeighbours.Grounds(layout.Sites, shapes, 2)] };
        var beside = AreaNeighbours.Of(layout.Areas, shapes);
        Assert.Equal([5, 6], beside.StandsIn);
        Assert.Equal([0, 1], layout.Areas.Skip(5).Select(g => g.Shape!.Value));

        // 甲 and 乙 meet, and so do the grounds in them; 丙 and 丁 lie apart and may stay with their schools; nothing is known of 外.
        Assert.Equal([1, 5, 6], beside.Beside[0]);
        Assert.Equal([0, 5, 6], beside.Beside[1]);
        Assert.Equal([5], beside.Beside[2]);
        Assert.Equal([6], beside.Beside[3]);
        Assert.Equal([5, 6], beside.Beside[4]);
        Assert.Empty(Faults(0, 1, 0, 1, 1));

        // Sent to the other school, 丁 does not hang together with it; two areas that change places do.
        Assert.All(Faults(0, 1, 0, 0, 1), f => Assert.Equal((EasingKind.Apart, 0, 3), (f.Kind, f.Site, Assert.Single(f.Areas))));
        Assert.Equal(2, Faults(0, 1, 0, 0, 1).Count);
        Assert.Empty(Faults(1, 0, 0, 1, 1));
        Assert.Equal(5, DrawAreas.Run(layout).Count);

        IReadOnlyList<SeatEasing> Faults(params int[] school) =>
            EvaluateSeatPlan.Faults((layout with { Connected = beside }).Problem(), [], [.. school.Append(0).Append(1).Select(j => new[] { j, j })]);
    }

    [Fact]
    public void Zones_beside_one_another_have_different_colours()
    {
        // More schools than colours, in rows of ten.
        SeatSite[] sites = [.. Enumerable.Range(0, 60).Select(j => new SeatSite($"{j}", $"{j}小", j % 10, j / 10, 100))];
        var layout = Of(sites, [.. sites.Select((s, j) => new SeatArea($"{j}乡@{j}", $"{j}乡", j, s.Longitude, s.Latitude, [1, 1], null))], []);
        var drawn = DrawAreas.Run(layout);
        var colours = ZoneColours.Of(layout, drawn);
        for (var a = 0; a < drawn.Count; a++)
        {
            for (var b = a + 1; b < drawn.Count; b++)
            {
                if (layout.Areas[a].Zone != layout.Areas[b].Zone && drawn[a].Shape.IsWithinDistance(drawn[b].Shape, 1e-6))
                {
                    Assert.NotEqual(colours[layout.Areas[a].Zone], colours[layout.Areas[b].Zone]);
                }
            }
        }
    }

    [Fact]
    public void A_layout_kept_as_text_is_the_same_problem()
    {
        var layout = Layout(3, 20);
        var (one, two) = (layout.Problem(), SeatLayout.Read(layout.Write()).Problem());
        Assert.Equal(one.Kilometres, two.Kilometres);
        Assert.Equal(one.Budget, two.Budget);
        Assert.Equal(one.Children, two.Children);
    }

    private static string Refused(byte[] file, string code)
    {
        var failure = ReadAreas.Of(file, "areas.geojson", Homes).Failure;
        Assert.Equal(code, failure?.Code);
        Assert.StartsWith("areas.geojson", failure!.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        return failure.Message;
    }

    private static Outcome<AreaFile> Read(params string[] features) => ReadAreas.Of(Collection(features), "areas.geojson", Homes);

    private static byte[] Collection(params string[] features) =>
        [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(',', features)}]}}")];

    private static string Feature(string property, string geometry) => $"{{\"type\":\"Feature\",\"properties\":{{{property}}},\"geometry\":{geometry}}}";

    /// <summary>A degree wide, so many degrees east.</summary>
    private static string Square(string property, string name, int east) => Feature(
        $"\"{property}\":{name}", $"{{\"type\":\"Polygon\",\"coordinates\":[[[{east},0],[{east + 1},0],[{east + 1},1],[{east},1],[{east},0]]]}}");

    /// <summary>Two schools in two squares side by side.</summary>
    private static SeatLayout Grid(IReadOnlyList<AreaShape> shapes, (string Town, int Zone, int? Shape)[] areas) => Of(
        [new SeatSite("1", "一小", 0.5, 0.5, 500), new SeatSite("2", "二小", 1.5, 0.5, 500)],
        [.. areas.Select(a => new SeatArea($"{a.Town}@{a.Zone + 1}", a.Town, a.Zone, a.Shape is { } s ? shapes[s].Longitude : 2.5, a.Shape is { } t ? shapes[t].Latitude : 0.8, [10, 10], a.Shape))],
        shapes);

    /// <summary>Areas some of which are at one place, a third of them at their school.</summary>
    private static SeatLayout Layout(int seed, int areas)
    {
        var random = new Random(seed);
        SeatSite[] sites = [.. Enumerable.Range(0, 6).Select(j => new SeatSite($"{j + 1}", $"{j + 1}小", 118 + random.NextDouble(), 34 + random.NextDouble(), 300))];
        return Of(sites, [.. Enumerable.Range(0, areas).Select(a =>
        {
            var zone = random.Next(sites.Length);
            var at = sites[random.Next(sites.Length)];
            var away = a % 3 == 0 ? random.NextDouble() / 5 : 0;
            return new SeatArea($"{a}乡@{zone + 1}", $"{a}乡", zone, at.Longitude + away, at.Latitude - away, [random.Next(30), random.Next(30)], null);
        })], []);
    }

    private static SeatLayout Of(SeatSite[] sites, SeatArea[] areas, IReadOnlyList<AreaShape> shapes) => new(
        Stage.Primary, 2025, sites, areas, 1000, null, 0.02, 0.05, null, null, [], [], shapes, null, [], [.. areas.Select(a => new[] { a.Zone, a.Zone })]);
}
