using System.Globalization;
using Xueheng.App.Pages.Charts;
using Xueheng.App.Tests.Pages;
using Xueheng.Standards;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Charts;

public sealed class MapTests(DemoSite demo)
{
    /// <summary>A county of three places, a crowded town in the middle of it.</summary>
    private static readonly MapPin[] Pins =
    [
        Pin("甲", "西镇", 118.0, 34.5), Pin("乙", "东镇", 119.0, 34.0),
        .. Enumerable.Range(0, 9).Select(i => Pin($"城{i}", "城关镇", 118.5 + (i % 3 * 0.002), 34.2 + (i / 3 * 0.002))),
    ];

    [Fact]
    public void The_whole_map_shows_every_school_and_the_view_around_a_town_that_town_spread_out()
    {
        var whole = new MapSheet(Pins, null);
        Assert.All(Pins, p => Assert.True(Shown(whole, p)));
        Assert.True(Nearest(whole) < 3);

        var town = whole.Around([.. Pins.Where(p => p.Town == "城关镇")])!.Value;
        var close = new MapSheet(Pins, MapView.Parse(town.ToString()));

        Assert.Equal("城关镇", Assert.Single(Pins.Where(p => Shown(close, p)).Select(p => p.Town).Distinct()));
        Assert.True(Nearest(close) > 40, $"{Nearest(close)}");

        double Nearest(MapSheet sheet)
        {
            var (a, b) = (sheet.Place(Pins[2].Longitude, Pins[2].Latitude), sheet.Place(Pins[3].Longitude, Pins[3].Latitude));
            return Math.Abs(a.X - b.X);
        }
    }

    [Fact]
    public void Every_school_comes_into_view_by_stepping_aside_and_no_step_leaves_the_map()
    {
        var seen = new HashSet<string>();
        var (waiting, known) = (new Queue<MapView>([new MapView(8, 118.5, 34.2)]), new HashSet<string>());
        while (waiting.TryDequeue(out var view))
        {
            var sheet = new MapSheet(Pins, view);
            seen.UnionWith(Pins.Where(p => Shown(sheet, p)).Select(p => p.School));
            foreach (var beside in new[] { sheet.Beside(-1, 0), sheet.Beside(1, 0), sheet.Beside(0, -1), sheet.Beside(0, 1) }.OfType<MapView>())
            {
                if (known.Add(beside.ToString()))
                {
                    waiting.Enqueue(beside);
                }
            }

            Assert.True(known.Count < 1000);
        }

        Assert.Equal(Pins.Length, seen.Count);
        Assert.Null(new MapSheet(Pins, new MapView(8, 100, 34.2)).Beside(-1, 0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,118,34")]
    [InlineData("3,118,34")]
    [InlineData("128,118,34")]
    [InlineData("4,118")]
    [InlineData("4,x,34")]
    [InlineData("4,NaN,34")]
    [InlineData("4,1e300,34")]
    public void What_is_no_view_is_the_whole(string text) => Assert.Null(MapView.Parse(text));

    [Fact]
    public void Names_cover_neither_one_another_nor_a_pin()
    {
        var pins = Enumerable.Range(0, 40).Select(i => (Pin($"云溪县第{i}小学", "", 0, 0), X: 60d + (i * 37 % 800), Y: 30d + (i * 53 % 500))).ToList();

        var names = MapNames.Place(pins, 17);

        Assert.InRange(names.Count, 20, 40);
        var boxes = names.Select(n => (Wide: n.Pin.Name.Length * 17d, n)).Select(b => (Left: b.n.Before ? b.n.X - b.Wide : b.n.X, Top: b.n.Y - 15, b.Wide, Tall: 17d)).ToList();
        for (var i = 0; i < boxes.Count; i++)
        {
            for (var j = i + 1; j < boxes.Count; j++)
            {
                var (a, b) = (boxes[i], boxes[j]);
                Assert.False(a.Left < b.Left + b.Wide - 1 && b.Left < a.Left + a.Wide - 1 && Math.Abs(a.Top - b.Top) < 16, $"{names[i]} {names[j]}");
            }

            Assert.DoesNotContain(pins, p => p.X > boxes[i].Left && p.X < boxes[i].Left + boxes[i].Wide && p.Y > boxes[i].Top && p.Y < boxes[i].Top + 17);
        }
    }

    [Fact]
    public async Task The_home_page_is_zoomed_by_its_links_and_a_school_tapped_keeps_the_view()
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        var whole = await site.OpenAsync(DemoSite.Home);
        Assert.Equal(["放大"], whole.QuerySelectorAll(".map .zoom a").Select(a => a.GetAttribute("aria-label")));
        Assert.Empty(whole.QuerySelectorAll(".map .names text"));
        var all = whole.QuerySelectorAll(".map a.look").Length;

        var town = await site.OpenAsync(whole.QuerySelector(".map .towns a")!.GetAttribute("href")!);
        var schools = town.QuerySelectorAll(".map a.look").Length;
        Assert.InRange(schools, int.Parse(whole.QuerySelector(".map .towns a small")!.TextContent, CultureInfo.InvariantCulture), all);
        Assert.NotEmpty(town.QuerySelectorAll(".map .names.wide text"));

        var closer = await site.OpenAsync(town.QuerySelector(".map .zoom a[aria-label=放大]")!.GetAttribute("href")!);
        Assert.True(closer.QuerySelectorAll(".map a.look").Length <= schools);
        var tapped = await site.OpenAsync(town.QuerySelector(".map a.tap")!.GetAttribute("href")!);
        Assert.NotNull(tapped.QuerySelector(".map .note a"));
        Assert.Equal(schools, tapped.QuerySelectorAll(".map a.look").Length);
        Assert.Equal(all, (await site.OpenAsync(town.QuerySelectorAll(".map .towns a").First(a => a.TextContent == "全县").GetAttribute("href")!)).QuerySelectorAll(".map a.look").Length);
    }

    private static MapPin Pin(string name, string town, double longitude, double latitude) => new(name, name, name, town, longitude, latitude, Verdict.Meets);

    private static bool Shown(MapSheet sheet, MapPin pin)
    {
        var (x, y) = sheet.Place(pin.Longitude, pin.Latitude);
        return sheet.Shows(x, y);
    }
}
