using System.Globalization;
using System.Text.Json;
using Xueheng.App.Tests.CensusImports;
using Xueheng.App.Tests.Pages;
using Xueheng.Census;
using Xueheng.Tests.CensusImports;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Planning;

/// <summary>学位 at the terminal and on the site.</summary>
public sealed class SeatsTests(DemoSite demo)
{
    private static readonly string[] Place = ["--county", "320381", "--period", "2024"];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Seats_are_a_table_for_people_and_json_for_scripts(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var command = new CommandLine(database);
        Assert.Equal(1, (await command.RunAsync(["advise", "seats", "--projection", .. Place])).Status);
        Assert.Equal(0, (await command.RunAsync(["census", "import", new SmallCensus().Write(database.Folder).Path, .. Place, "--publish"])).Status);

        var (status, output, error) = await command.RunAsync(["advise", "seats", "--projection", .. Place, "--json"]);
        Assert.Equal((0, ""), (status, error));
        var root = JsonDocument.Parse(output).RootElement;
        Assert.All(root.GetProperty("places").EnumerateArray().SelectMany(p => p.GetProperty("years").EnumerateArray()), y => Assert.Equal(
            y.GetProperty("children").GetProperty("expected").GetDouble() - y.GetProperty("seats").GetDouble(), y.GetProperty("missing").GetDouble() - y.GetProperty("surplus").GetDouble(), 9));
        Assert.Equal(output, (await command.RunAsync(["advise", "seats", "--projection", .. Place, "--json"])).Output);

        (status, output, _) = await command.RunAsync(["advise", "seats", "--projection", .. Place]);
        Assert.Equal(0, status);
        Assert.Contains("没有出生人数", output, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_plan_of_seats_is_a_table_for_people_and_json_for_scripts(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var command = new CommandLine(database);
        var census = new SmallCensus().Set(SheetKind.Schools, 0, "纬度", 34.2);
        Assert.Equal(0, (await command.RunAsync(["census", "import", census.Write(database.Folder).Path, .. Place, "--publish"])).Status);
        var (status, output, error) = await command.RunAsync(["advise", "seats", .. Place, "--work", "5000", "--json"]);
        Assert.Equal((0, ""), (status, error));
        var plan = JsonDocument.Parse(output).RootElement;
        Assert.Equal("optimal", plan.GetProperty("status").GetString());
        Assert.Equal(plan.GetProperty("bound").GetDouble(), plan.GetProperty("total").GetDouble());

        (status, output, _) = await command.RunAsync(["advise", "seats", .. Place, "--work", "5000"]);
        Assert.Equal(0, status);
        Assert.Contains("已证明最省", output, StringComparison.Ordinal);

        // What is written out is read in again as the shapes of areas, which may have to hang together.
        var map = Path.Combine(database.Folder.FullName, "plan.geojson");
        Assert.Equal(0, (await command.RunAsync(["advise", "seats", .. Place, "--work", "5000", "--geojson", map])).Status);
        Assert.Contains("\"FeatureCollection\"", await File.ReadAllTextAsync(map, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        (status, output, error) = await command.RunAsync(["advise", "seats", .. Place, "--work", "5000", "--areas", map, "--connected"]);
        Assert.Equal((0, ""), (status, error));
        Assert.Contains("按区域文件里的位置算距离", output, StringComparison.Ordinal);
        (status, _, error) = await command.RunAsync(["advise", "seats", .. Place, "--work", "5000", "--connected"]);
        Assert.Equal(1, status);
        Assert.StartsWith("XH6238", error, StringComparison.Ordinal);
        (status, _, error) = await command.RunAsync(["advise", "seats", .. Place, "--areas", Path.Combine(database.Folder.FullName, "none.geojson")]);
        Assert.Equal(1, status);
        Assert.StartsWith("XH6220", error, StringComparison.Ordinal);
        (status, _, error) = await command.RunAsync(["advise", "seats", .. Place, "--work", "5000", "--geojson", Path.Combine(map, "below.geojson")]);
        Assert.Equal(1, status);
        Assert.StartsWith("XH6236", error, StringComparison.Ordinal);
        (status, _, error) = await command.RunAsync(["advise", "seats", .. Place, "--stage", "senior"]);
        Assert.Equal(2, status);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_sum_opens_to_the_schools_it_counts_and_a_school_to_its_classes(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        var page = await site.OpenAsync(DemoSite.Home + "/seats");
        Assert.Contains("2022、2023、2024", page.QuerySelector("section.panel p")!.TextContent, StringComparison.Ordinal);
        var sum = page.QuerySelectorAll("td a").First(a => a.GetAttribute("href")!.Contains("standing=over", StringComparison.Ordinal));
        var schools = (await site.OpenAsync(sum.GetAttribute("href")!)).QuerySelectorAll("#school-seats tbody tr");
        Assert.NotEmpty(schools);
        var now = schools[0].QuerySelectorAll("a").First(a => a.GetAttribute("href")!.Contains("/classes?school=", StringComparison.Ordinal));
        Assert.NotEmpty((await site.OpenAsync(now.GetAttribute("href")!)).QuerySelectorAll("tbody tr"));
        Assert.Equal(Math.Round(Number(now.TextContent)), Number(now.TextContent));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
