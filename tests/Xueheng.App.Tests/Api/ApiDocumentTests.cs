using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xueheng.App.Api;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.App.Pages.Rosters;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.Census;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Api;

public sealed class ApiDocumentTests(DemoSite demo, Chromium chromium)
{
    [Fact]
    public async Task The_document_is_openapi_3_1_and_its_numbers_are_numbers()
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        var document = await site.JsonAsync(ApiDocument.Json);
        Assert.StartsWith("3.1", (string)document["openapi"]!, StringComparison.Ordinal);
        var schemas = document["components"]!["schemas"]!;
        Assert.Equal("integer", (string)schemas["RevisionItem"]!["properties"]!["number"]!["type"]!);
        Assert.Equal("""["null","number"]""", schemas["FactItem"]!["properties"]!["value"]!["type"]!.ToJsonString());
        Assert.Contains("primary", schemas["Stage"]!["enum"]!.AsArray().Select(v => (string)v!));
        Assert.Contains("county_indicators", schemas["Measurement"]!["properties"]!.AsObject().Select(p => p.Key));
    }

    [Fact]
    public async Task Every_operation_is_described_and_every_described_address_answers()
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        var document = await site.JsonAsync(ApiDocument.Json);
        var paths = document["paths"]!.AsObject();
        var school = (string)(await site.JsonAsync(ApiReader.Period + "/schools?stage=primary"))["items"]![0]!["school"]!;
        Assert.True(paths.Count >= 15, "paths: " + paths.Count);
        foreach (var (path, item) in paths)
        {
            var get = Assert.Single(item!.AsObject());
            Assert.Equal("get", get.Key);
            Assert.NotEmpty((string)get.Value!["summary"]!);
            Assert.NotNull(get.Value["responses"]!["200"]!["content"]!["application/json"]!["schema"]);
            var named = get.Value["parameters"]?.AsArray().Where(p => (string)p!["in"]! == "path").Select(p => (string)p!["name"]!) ?? [];
            Assert.Equal(path.Count(c => c == '{'), named.Count());
            using var response = await site.SendAsync(Filled(path, school));
            Assert.True(response.StatusCode is HttpStatusCode.OK, $"{Filled(path, school)}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task Every_filter_of_a_roster_is_described()
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        var paths = (await site.JsonAsync(ApiDocument.Json))["paths"]!;
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext();
        var census = await services.GetRequiredService<PublishedNow>().GetAsync(TestContext.Current.CancellationToken);
        var at = new ListAt(new Place(census, census.Find(DemoSite.County), 2024, Named: true));
        await HoldAsync<PupilRow>(services.GetRequiredService<PupilList>());
        await HoldAsync<TeacherRow>(services.GetRequiredService<TeacherList>());
        await HoldAsync<ClassRow>(services.GetRequiredService<ClassList>());

        async Task HoldAsync<TRow>(ListSource<TRow> source)
        {
            var list = (await source.OpenAsync(at, TestContext.Current.CancellationToken)).Value;
            var described = paths[$"/api/v1/counties/{{county}}/periods/{{period}}/{source.Name}"]!["get"]!["parameters"]!.AsArray()
                .Where(p => (string)p!["in"]! == "query").Select(p => (string)p!["name"]!);
            Assert.Equal(list.Filters.Select(f => f.Key).Concat(["page", "size", "sort"]).Order(), described.Order());
        }
    }

    [Fact]
    public async Task The_page_of_the_api_needs_nothing_from_elsewhere()
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        var page = await chromium.OpenAsync(site.Url + ApiDocument.Page + "/v1");
        await Assertions.Expect(page.GetByText("可用的标准").First).ToBeVisibleAsync();
        await page.PictureAsync("api");
        Assert.Empty(Chromium.ProblemsOf(page));
    }

    private static string Filled(string path, string school) => path
        .Replace("{county}", "990101", StringComparison.Ordinal)
        .Replace("{period}", "2024", StringComparison.Ordinal)
        .Replace("{number}", "3", StringComparison.Ordinal)
        .Replace("{standard}", "quality-balance-2017", StringComparison.Ordinal)
        .Replace("{school}/facts/{fact}", school + "/facts/pupils", StringComparison.Ordinal)
        + (path.EndsWith("rows", StringComparison.Ordinal) ? "?stage=primary" : "")
        + (path.EndsWith("measurements", StringComparison.Ordinal) || path.EndsWith("judgements", StringComparison.Ordinal) ? "?standard=quality-balance-2017" : "");
}
