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
using Xueheng.Tests.Plans.Documents;

namespace Xueheng.Tests.Plans.Importing;

/// <summary>A .docx from the file to the draft plan, by the use case of the page.</summary>
public sealed class ImportWordTests
{
    private static readonly string Xinyi = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Xueheng.Engines.Tests", "Text", "Documents", "xinyi.txt"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_same_text_as_a_docx_with_headings_numbers_and_a_table_gives_the_same_plan(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var word = WordPlan.Of(Xinyi, "聚焦队伍建设,大幅提升师资综合素质", "聚焦安全稳定,坚决筑牢风险防控底线");

        var text = await ImportAsync(database, "xinyi.txt", Encoding.UTF8.GetBytes(Xinyi), "990101");
        var docx = await ImportAsync(database, "新沂.docx", word, "990102");

        Assert.True(docx.Succeeded, docx.Failure?.Message);
        Assert.Equal(text.Value.Commitments, docx.Value.Commitments);
        await using var db = database.Open();
        var (one, other) = (Commitments(db, "990101"), Commitments(db, "990102"));
        Assert.Equal(one.Select(Said), other.Select(Said));
        Assert.Equal(Goals(db, "990101"), Goals(db, "990102"));
        Assert.Equal(one.Select(c => Goal(db, c)), other.Select(c => Goal(db, c)));
        var (plan, document) = (db.Set<Plan>().Single(p => p.County == "990102"), db.Set<PlanDocument>().Single(d => d.County == "990102"));
        Assert.Equal((text.Value.Plan.Title, text.Value.Plan.From, text.Value.Plan.Until), (plan.Title, plan.From, plan.Until));
        Assert.Equal(word, document.Content);
        Assert.DoesNotContain("99所", document.Text, StringComparison.Ordinal);
        Assert.All(other, c => Assert.Equal(c.Text, document.Text[c.Start!.Value..c.End!.Value]));
    }

    [Theory, MemberData(nameof(OpenDocumentTests.Hostile), MemberType = typeof(OpenDocumentTests))]
    public async Task A_hostile_file_ends_in_its_sentence_and_nothing_is_kept(string what, string code, byte[] content)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var imported = await ImportAsync(database, "方案.docx", content, "990101");
        Assert.Equal((what, code), (what, imported.Failure?.Code));
        Assert.Contains("方案.docx", imported.Failure!.Message, StringComparison.Ordinal);
        await using var db = database.Open();
        Assert.Empty(db.Set<PlanDocument>());
        Assert.Empty(db.Set<Plan>());
    }

    private static List<Commitment> Commitments(XuehengDb db, string county) => [.. db.Set<Commitment>().Where(c => c.County == county).OrderBy(c => c.Order)];

    private static object Said(Commitment c) => (c.Text, c.Subject, c.Comparison, c.Value, c.Unit, c.Deadline, c.Kind, c.Stage, c.Town);

    private static List<string> Goals(XuehengDb db, string county) => [.. db.Set<PlanItem>().Where(i => i.County == county).OrderBy(i => i.Order).Select(i => i.Title)];

    private static string? Goal(XuehengDb db, Commitment c) => db.Set<PlanItem>().Where(i => i.County == c.County && i.Id == c.Item).Select(i => i.Title).FirstOrDefault();

    private static async Task<Outcome<ImportedPlan>> ImportAsync(TestDatabase database, string name, byte[] content, string county)
    {
        await using var services = database.Services(s => s
            .AddSingleton(CountyBuilder.Packs)
            .AddSingleton<ICountyLock>(_ => database.Kind == DatabaseKind.Sqlite ? new SqliteCountyLock() : new PostgresCountyLock())
            .AddPlans(database.Folder));
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportPlan>().RunAsync(
            new ImportPlanCommand(CountyCode.Parse(county)!.Value, name, content, null, false, "李科"), Stop);
    }
}
