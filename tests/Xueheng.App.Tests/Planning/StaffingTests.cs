using System.Text.Json;
using Xueheng.App.Tests.Pages;
using Xueheng.App.Tests.CensusImports;
using Xueheng.Tests.CensusImports;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Planning;

/// <summary>编制与学科 at the terminal and on the site.</summary>
public sealed class StaffingTests(DemoSite demo)
{
    private static readonly string[] Place = ["--county", "320381", "--period", "2024"];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Needs_are_a_table_for_people_and_json_for_scripts(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var command = new CommandLine(database);
        Assert.Equal(1, (await command.RunAsync(["advise", "rotation", "--needs", .. Place])).Status);
        Assert.Equal(0, (await command.RunAsync(["census", "import", new SmallCensus().Write(database.Folder).Path, .. Place, "--publish"])).Status);

        var (status, output, error) = await command.RunAsync(["advise", "rotation", "--needs", .. Place, "--json"]);
        Assert.Equal((0, ""), (status, error));
        var place = JsonDocument.Parse(output).RootElement.GetProperty("places")[0];
        Assert.Equal("primary", place.GetProperty("stage").GetString());
        Assert.All(place.GetProperty("subjects").EnumerateArray(), s => Assert.Equal(
            s.GetProperty("have").GetDouble() + s.GetProperty("covered").GetDouble() - s.GetProperty("need").GetDouble(), s.GetProperty("surplus").GetDouble(), 9));

        (status, output, _) = await command.RunAsync(["advise", "rotation", "--needs", .. Place]);
        Assert.Equal(0, status);
        Assert.Contains("核定编制", output, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_figure_of_a_subject_opens_to_the_teachers_it_counts(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        var page = await site.OpenAsync(DemoSite.Home + "/staffing?subject-needs.subject=mathematics&subject-needs.stage=primary&subject-needs.standing=short");
        var have = page.QuerySelectorAll("tbody a").First(a => a.GetAttribute("href")!.Contains("/teachers?", StringComparison.Ordinal) && a.TextContent.Trim() != "0");
        var roster = await site.OpenAsync(have.GetAttribute("href")!);
        Assert.Equal(int.Parse(have.TextContent, System.Globalization.CultureInfo.InvariantCulture), roster.QuerySelectorAll("table tbody tr").Length);
    }
}
