using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.Census;
using Xueheng.Plans;
using Xueheng.Plans.Importing;
using Xueheng.Postgres;
using Xueheng.Sqlite;
using Xueheng.Storage;
using Xueheng.Tests.Databases;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Plans.Importing;

/// <summary>From a document to a draft plan.</summary>
public sealed class ImportPlanTests
{
    private static readonly byte[] Xinyi = File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Xueheng.Engines.Tests", "Text", "Documents", "xinyi.txt"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_document_becomes_a_draft_plan_with_its_sections_and_what_it_promises(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var imported = await ImportAsync(database, "xinyi.txt", Xinyi);

        Assert.True(imported.Succeeded, imported.Failure?.Message);
        await using var db = database.Open();
        var (document, plan) = (db.Set<PlanDocument>().Single(), db.Set<Plan>().Single());
        Assert.Equal((PlanState.Draft, document.Id, new DateOnly(2021, 11, 5), new DateOnly(2024, 12, 31)), (plan.State, plan.Document!.Value, plan.From!.Value, plan.Until!.Value));
        Assert.Equal(Xinyi, document.Content);
        var goals = db.Set<PlanItem>().Where(i => i.Kind == PlanItemKind.Goal).OrderBy(i => i.Order).ToList();
        Assert.Equal(["聚焦质量提升", "聚焦均衡发展", "聚焦队伍建设", "聚焦安全稳定", "聚焦改革创新", "聚焦党建引领"], goals.Select(g => g.Title[..6]));

        var found = db.Set<Commitment>().OrderBy(c => c.Order).ToList();
        Assert.Equal(imported.Value.Commitments, found.Count);
        Assert.All(found, c => Assert.Equal((CommitmentState.Found, true), (c.State, c.Start < c.End && c.End <= document.Text.Length)));
        var universal = found.Single(c => c.Value == 90);
        Assert.Equal(("%", "2024", goals[1].Id), (universal.Unit!, universal.Deadline!, universal.Item!.Value));
        Assert.Contains("普惠性幼儿园", document.Text[universal.Start!.Value..universal.End!.Value], StringComparison.Ordinal);
        Assert.Equal(goals[2].Id, found.Single(c => c.Value == 2800).Item);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_document_twice_is_told_and_not_doubled(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(i => Task.Run(() => ImportAsync(database, $"{i}.txt", Xinyi), Stop)));
        var bom = await ImportAsync(database, "另存.txt", [.. Encoding.UTF8.Preamble, .. Xinyi]);

        Assert.Single(both, b => !b.Value.Already);
        Assert.True(bom.Value.Already);
        Assert.Single(both.Append(bom).Select(b => b.Value.Plan.Id).Distinct());
        await using var db = database.Open();
        Assert.Equal((1, 1, bom.Value.Commitments), (db.Set<PlanDocument>().Count(), db.Set<Plan>().Count(), db.Set<Commitment>().Count()));
        Assert.False((await ImportAsync(database, "xinyi.txt", Xinyi, county: "990102")).Value.Already);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_document_without_a_day_is_asked_for_one(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var text = Encoding.UTF8.GetBytes("工作打算\n三年内新建幼儿园8所。\n");

        var asked = await ImportAsync(database, "打算.txt", text);
        Assert.Equal(ImportPlan.NoDateCode, asked.Failure!.Code);
        await using (var db = database.Open())
        {
            Assert.Empty(db.Set<PlanDocument>());
        }

        Assert.True((await ImportAsync(database, "打算.txt", text, new DateOnly(2022, 3, 1))).Succeeded);
        Assert.True((await ImportAsync(database, "打算.txt", text, undated: true, county: "990102")).Succeeded);
        await using var after = database.Open();
        Assert.Equal([("990101", "2025"), ("990102", null)], after.Set<Commitment>().AsEnumerable().OrderBy(c => c.County).Select(c => (c.County, c.Deadline)));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_page_is_kept_as_people_see_it(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var page = Encoding.UTF8.GetBytes("<!DOCTYPE html><html><body><script>var x = 1;</script><h1>2023年工作要点</h1><p>今年新建<b>幼儿园</b>8所。</p></body></html>");

        var imported = await ImportAsync(database, "要点.html", page, new DateOnly(2023, 3, 1));

        Assert.True(imported.Succeeded, imported.Failure?.Message);
        await using var db = database.Open();
        var (document, found) = (db.Set<PlanDocument>().Single(), db.Set<Commitment>().Single());
        Assert.DoesNotContain("<", document.Text, StringComparison.Ordinal);
        Assert.Equal("今年新建幼儿园8所。", document.Text[found.Start!.Value..found.End!.Value]);
        Assert.Equal(page, document.Content);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_plan_keeps_where_it_comes_from(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        Assert.Equal("XH5106", (await ImportAsync(database, "xinyi.txt", Xinyi, address: "javascript:alert(1)")).Failure!.Code);
        await ImportAsync(database, "xinyi.txt", Xinyi, address: " https://edu.example.org/1 ");
        await using var db = database.Open();
        var plan = db.Set<Plan>().Single();
        Assert.Equal(("新沂市教育局:紧扣“六个聚焦”办好人民满意教育", "https://edu.example.org/1", new DateOnly(2021, 11, 5)), (plan.SourceTitle, plan.SourceAddress, plan.SourceDate!.Value));
    }

    [Theory]
    [InlineData("", "XH5112")]
    [InlineData("李科", "XH5004")]
    public async Task Nothing_is_made_of_an_empty_file_or_for_nobody(string by, string code)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        Assert.Equal(code, (await ImportAsync(database, "空.txt", [], by: by)).Failure!.Code);
    }

    private static async Task<Outcome<ImportedPlan>> ImportAsync(
        TestDatabase database, string name, byte[] content, DateOnly? date = null, bool undated = false, string county = "990101", string by = "李科", string? address = null)
    {
        await using var services = database.Services(s => s
            .AddSingleton(CountyBuilder.Packs)
            .AddSingleton<ICountyLock>(_ => database.Kind == DatabaseKind.Sqlite ? new SqliteCountyLock() : new PostgresCountyLock())
            .AddPlans(database.Folder));
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportPlan>().RunAsync(
            new ImportPlanCommand(CountyCode.Parse(county)!.Value, name, content, date, undated, by) { Address = address }, Stop);
    }
}
