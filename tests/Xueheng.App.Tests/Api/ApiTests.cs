using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.App.Tests.Pages;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Standards;
using Xueheng.Storage;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Api;

public sealed class ApiTests(DemoSite demo)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counties_periods_and_revisions_lead_to_one_another(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        var county = Assert.Single((await site.JsonAsync("/api/v1/counties")).AsArray())!;
        Assert.Equal("990101", (string)county["code"]!);
        Assert.Equal([2024, 2023, 2022], county["periods"]!.AsArray().Select(p => (int)p!));

        var periods = (await site.JsonAsync("/api/v1/counties/990101/periods")).AsArray();
        Assert.Equal([3, 2, 1], periods.Select(p => (int)p!["revision"]!["number"]!));

        var revision = await site.JsonAsync("/api/v1/counties/990101/revisions/3");
        Assert.Equal("published", (string)revision["state"]!);
        Assert.Equal(2024, (int)revision["period"]!);
        Assert.Equal(revision.ToJsonString(), (await site.JsonAsync("/api/v1/counties/990101/revisions")).AsArray()[0]!.ToJsonString());

        var changes = await site.JsonAsync("/api/v1/counties/990101/revisions/3/changes?from=2");
        Assert.NotEmpty(changes["facts"]!.AsArray());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_measurement_is_the_very_json_of_the_command_line(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        foreach (var standard in (string[])["quality-balance-2017", "basic-balance-2012", "preschool-universal-2020"])
        {
            using var response = await site.SendAsync($"{ApiReader.Period}/measurements?standard={standard}");
            await using var scope = site.Services.CreateAsyncScope();
            var measured = await scope.ServiceProvider.GetRequiredService<Measure>().RunAsync("990101", 2024, standard, TestContext.Current.CancellationToken);
            Assert.Equal(
                MeasurementJson.Write(measured.Value), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Facts_show_what_was_counted_beside_what_was_declared(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        await using var scope = site.Services.CreateAsyncScope();
        var facts = await scope.ServiceProvider.GetRequiredService<CountFacts>().RunAsync("990101", 3, TestContext.Current.CancellationToken);
        var school = facts.Schools.First(s => s.Stages.Contains(Stage.Primary));

        var page = await site.JsonAsync($"{ApiReader.Period}/facts?school={school.School.School}&stage=primary");

        var item = Assert.Single(page["items"]!.AsArray())!;
        Assert.Equal("primary", (string)item["stage"]!);
        var pupils = school["pupils", Stage.Primary];
        Assert.Equal((double?)pupils.Counted, (double?)item["facts"]!["pupils"]!["counted"]);
        Assert.Equal((double?)pupils.Declared, (double?)item["facts"]!["pupils"]!["declared"]);
        Assert.Equal(pupils.Differs, (bool)item["facts"]!["pupils"]!["differs"]!);

        var one = await site.JsonAsync($"{ApiReader.Period}/facts?fact=teachers.backbone&stage=primary&size=200");
        Assert.All(one["items"]!.AsArray(), i => Assert.Equal("teachers.backbone", Assert.Single(i!["facts"]!.AsObject()).Key));
        var county = facts.Schools.Where(s => s.Stages.Contains(Stage.Primary)).Sum(s => s["teachers.backbone", Stage.Primary].Value ?? 0);
        Assert.Equal((double)county, one["items"]!.AsArray().Sum(i => (double?)i!["facts"]!["teachers.backbone"]!["value"] ?? 0));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_figure_opens_to_the_rows_that_made_it_and_those_left_out(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        await using var scope = site.Services.CreateAsyncScope();
        var facts = await scope.ServiceProvider.GetRequiredService<CountFacts>().RunAsync("990101", 3, TestContext.Current.CancellationToken);
        var school = facts.Schools.First(s => s.School.Main is null && s["teachers.backbone", Stage.Primary].Counted > 0).School.School;
        var address = $"{ApiReader.Period}/schools/{school}/facts/teachers.backbone/rows?stage=primary&size=200";

        var made = await site.JsonAsync(address);
        var left = await site.JsonAsync(address + "&excluded=true");

        Assert.Equal((int)made["value"]!, (int)made["total"]!);
        Assert.Equal((int)made["total"]!, made["rows"]!.AsArray().Count);
        Assert.All(left["rows"]!.AsArray(), row => Assert.NotEmpty((string)row!["reason"]!));
        var teachers = await scope.ServiceProvider.GetRequiredService<XuehengDb>().Set<TeacherRow>()
            .CountAsync(t => t.County == "990101" && t.Revision == 3 && t.School == school && t.Stage == Stage.Primary, TestContext.Current.CancellationToken);
        Assert.Equal(teachers, (int)made["total"]! + (int)left["total"]!);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pages_follow_their_links_to_every_row_once(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        foreach (var list in (string[])["pupils?stage=junior&sort=-name&size=100", "teachers?size=20", "classes?size=20", "schools?size=20"])
        {
            var (next, seen, total) = ($"{ApiReader.Period}/{list}", new List<string>(), 0L);
            while (next is not null)
            {
                using var response = await site.SendAsync(next);
                var page = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
                total = (long)page["total"]!;
                seen.AddRange(page["items"]!.AsArray().Select(i => i!["no"]?.ToString() ?? (string)i["school"]!));
                next = ApiReader.Link(response, "next");
            }

            Assert.True(total > 0, list);
            Assert.Equal(total, seen.Count);
            Assert.Equal(seen.Count, seen.Distinct().Count());
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Pupils_are_filtered_and_sorted_and_their_numbers_masked(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        var page = await site.JsonAsync($"{ApiReader.Period}/pupils?stage=primary&migrant=yes&sort=-born&size=200");
        var items = page["items"]!.AsArray();
        Assert.All(items, i => Assert.True((string)i!["stage"]! == "primary" && (bool)i["migrant"]!));
        var born = items.Select(i => (string?)i!["born"]).ToList();
        Assert.Equal(born.OrderDescending(StringComparer.Ordinal), born);
        Assert.All(items, i => Assert.Contains("*****", (string)i!["pupil"]!, StringComparison.Ordinal));
        var full = await site.JsonAsync($"{ApiReader.Period}/pupils?stage=primary&migrant=yes&sort=-born&size=200&numbers=full");
        Assert.All(full["items"]!.AsArray(), i => Assert.NotNull(PupilNumber.Parse((string)i!["pupil"]!)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Numbers_of_pupils_behind_a_figure_are_masked(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        var pupil = (await site.JsonAsync($"{ApiReader.Period}/pupils?stage=primary&numbers=full"))["items"]![0]!;
        var number = (string)pupil["pupil"]!;

        var rows = await site.JsonAsync($"{ApiReader.Period}/schools/{(string)pupil["school"]!}/facts/pupils/rows?stage=primary&size=200");

        var shown = rows["rows"]!.AsArray().Select(r => (string)r!["cells"]!["学籍号"]!).ToList();
        Assert.Contains(Masked.Of(number), shown);
        Assert.All(shown, s => Assert.Contains("********", s, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Standards_carry_every_threshold_with_its_source()
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        Assert.Equal(3, (await site.JsonAsync("/api/v1/standards")).AsArray().Count);
        var standard = await site.JsonAsync("/api/v1/standards/quality-balance-2017");
        Assert.Equal(7, standard["indicators"]!.AsArray().Count);
        Assert.All(standard["indicators"]!.AsArray(), i => Assert.NotEmpty((string)i!["source"]!));
        Assert.Equal(4.2, (double)standard["indicators"]![0]!["thresholds"]!["primary"]!["at_least"]!);
        Assert.NotEmpty((await site.JsonAsync("/api/v1/facts")).AsArray());
    }

    public static TheoryData<string> Tagged { get; } =
    [
        "/api/v1/counties", "/api/v1/counties/990101/periods", "/api/v1/counties/990101/revisions", "/api/v1/counties/990101/revisions/3",
        "/api/v1/standards", "/api/v1/standards/quality-balance-2017", "/api/v1/facts",
        ApiReader.Period + "/schools", ApiReader.Period + "/facts", ApiReader.Period + "/pupils", ApiReader.Period + "/teachers", ApiReader.Period + "/classes",
        ApiReader.Period + "/measurements?standard=quality-balance-2017", ApiReader.Period + "/judgements?standard=quality-balance-2017",
    ];

    [Theory, MemberData(nameof(Tagged))]
    public async Task What_a_reader_has_already_is_not_sent_again(string path)
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        using var first = await site.SendAsync(path);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var tag = first.Headers.ETag!.ToString();
        Assert.True(first.Headers.CacheControl!.Private);
        using var again = await site.SendAsync(path, known: $"\"other\", {tag}");
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var other = await site.SendAsync(path, known: "\"other\"");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("/api/nope", 404, "XH4004")]
    [InlineData("/api/v1/nope", 404, "XH4004")]
    [InlineData("/api/v1/counties/110101/periods", 404, "XH4001")]
    [InlineData("/api/v1/counties/110101/revisions", 404, "XH4001")]
    [InlineData("/api/v1/counties/990101/revisions/99", 404, "XH1002")]
    [InlineData("/api/v1/counties/990101/revisions/99/changes", 404, "XH1002")]
    [InlineData("/api/v1/counties/990101/periods/2030/schools", 404, "XH1001")]
    [InlineData("/api/v1/counties/990101/periods/2030/pupils", 404, "XH1001")]
    [InlineData("/api/v1/counties/990101/periods/abc/schools", 404, "XH4004")]
    [InlineData("/api/v1/standards/nope", 404, "XH2001")]
    [InlineData(ApiReader.Period + "/measurements?standard=nope", 404, "XH2001")]
    [InlineData(ApiReader.Period + "/measurements", 400, "XH4003")]
    [InlineData(ApiReader.Period + "/schools?stage=nope", 400, "XH4009")]
    [InlineData(ApiReader.Period + "/schools?page=x", 400, "XH4003")]
    [InlineData(ApiReader.Period + "/schools?page=0", 400, "XH4005")]
    [InlineData(ApiReader.Period + "/pupils?size=7", 400, "XH4006")]
    [InlineData(ApiReader.Period + "/pupils?migrat=yes", 400, "XH4007")]
    [InlineData(ApiReader.Period + "/pupils?sort=height", 400, "XH4008")]
    [InlineData(ApiReader.Period + "/facts?fact=nope", 404, "XH2011")]
    [InlineData(ApiReader.Period + "/schools/0000000000/facts/pupils/rows?stage=primary", 404, "XH2012")]
    public async Task What_cannot_be_answered_is_a_problem_with_its_code(string path, int status, string code)
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        Assert.Equal((status, code), await site.ProblemAsync(path));
    }
}
