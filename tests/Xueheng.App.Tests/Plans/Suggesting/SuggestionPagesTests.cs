using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Xueheng.App.Tests.CensusImports;
using Xueheng.App.Tests.Pages;
using Xueheng.Plans;
using Xueheng.Plans.Confirming;
using Xueheng.Plans.Suggesting;
using Xueheng.Storage;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Plans.Suggesting;

/// <summary>A language model on the screens and on the command line.</summary>
public sealed class SuggestionPagesTests
{
    private const string Mats = "午睡垫配到每班45铺。";
    private const string Text = $"2023年全县教育工作要点\n今年新建幼儿园8所。{Mats}\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static (string, string, byte[]) Document => ("File", "要点.txt", Encoding.UTF8.GetBytes(Text));

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_document_is_sent_when_a_person_ticks_it_and_what_comes_back_waits_for_that_person(DatabaseKind kind)
    {
        await using var model = await ModelServer.StartAsync();
        model.Says(ModelServer.Commitment(Mats, "午睡垫", 45, "铺", "at_least", "2023"), ModelServer.Commitment("新建小学9所。", "小学", 9, "所", "equal"));
        await using var site = await PlanSite.StartAsync(kind);
        Configure(site.Database, model);
        var page = await site.Site.OpenAsync($"{PlanSite.Home}/plans");
        Assert.Contains($"文件的正文会发送到 {model.Endpoint[..^3]}，只发到那里", page.QuerySelector("#import")!.TextContent, StringComparison.Ordinal);
        Assert.False(page.QuerySelector<IHtmlInputElement>("#import input[name=AskModel]")!.IsChecked);

        using var imported = await site.Site.PostAsync(page, "导入", [("Date", "2023-03-02"), ("AskModel", "yes"), ("By", "王科长")], Document);

        var reading = await Html.ReadAsync(imported);
        Assert.Contains("它的 1 条标作“模型建议”，请逐条核对；另有 1 条对不上原文，没有采用", reading.QuerySelector("#asked-model")!.TextContent, StringComparison.Ordinal);
        var card = Assert.Single(reading.QuerySelectorAll(".card"), c => c.QuerySelector(".by-model") is not null);
        Assert.Contains("午睡垫", card.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, reading.QuerySelectorAll("input[name=Shown]").Length);
        Assert.Contains("接受这里列出的 1 条", reading.QuerySelector("button[value=acceptall]")!.TextContent, StringComparison.Ordinal);

        var plan = await site.WithAsync((XuehengDb db) => db.Set<Plan>().SingleAsync(p => p.Document != null, Stop));
        var found = await site.WithAsync((XuehengDb db) => db.Set<Commitment>().Where(c => c.Plan == plan.Id).OrderBy(c => c.Order).AsNoTracking().ToListAsync(Stop));
        Assert.Equal([false, true], found.Select(c => c.ByModel));
        var all = await site.WithAsync((AcceptCommitments use) => use.RunAsync(new AcceptCommand(PlanSite.County, plan.Id, [.. found.Select(c => (c.Id, c.Edit))], "王科长"), Stop));
        Assert.Equal((1, 0), (all.Value.Accepted, all.Value.Changed.Count));
        Assert.Equal("XH5121", (await site.WithAsync((ApprovePlan use) => use.RunAsync(new ApproveCommand(PlanSite.County, plan.Id, plan.Edit, "王科长"), Stop))).Failure!.Code);
        var one = await site.WithAsync((ConfirmCommitment use) => use.RunAsync(new ConfirmCommand(PlanSite.County, plan.Id, found[1].Id, found[1].Edit, CommitmentState.Accepted, null, "王科长"), Stop));
        Assert.Equal((CommitmentState.Accepted, true), (one.Value.State, one.Value.ByModel));
    }

    [Fact]
    public async Task Nothing_is_sent_unless_it_is_ticked_and_a_model_that_fails_leaves_the_ordinary_reading()
    {
        await using var model = await ModelServer.StartAsync();
        await using var site = await PlanSite.StartAsync(DatabaseKind.Sqlite);
        Configure(site.Database, model, "ticked: true");
        var page = await site.Site.OpenAsync($"{PlanSite.Home}/plans");
        Assert.True(page.QuerySelector<IHtmlInputElement>("#import input[name=AskModel]")!.IsChecked);
        using var unticked = await site.Site.Client.PostAsync($"{PlanSite.Home}/plans", Form(page, ("Date", "2023-03-02"), ("By", "王科长")), Stop);
        Assert.Null((await Html.ReadAsync(unticked)).QuerySelector("#asked-model"));
        Assert.Empty(model.Asked);

        model.Breaks(500);
        using var ticked = await site.Site.PostAsync(page, "导入", [("Date", "2023-03-02"), ("AskModel", "yes"), ("By", "王科长")], ("File", "另一份.txt", Encoding.UTF8.GetBytes(Text + "新建小学2所。\n")));
        var reading = await Html.ReadAsync(ticked);
        Assert.Contains("没有用上语言模型“tiny”", reading.QuerySelector("#asked-model")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(reading.QuerySelectorAll(".card"));
        Assert.Empty(reading.QuerySelectorAll(".by-model"));
        Assert.Single(model.Asked);
    }

    [Fact]
    public async Task Without_a_configuration_nothing_is_offered_and_a_wrong_one_says_what_is_wrong()
    {
        await using var site = await PlanSite.StartAsync(DatabaseKind.Sqlite);
        var page = await site.Site.OpenAsync($"{PlanSite.Home}/plans");
        Assert.Null(page.QuerySelector("#import input[name=AskModel]"));
        using var forced = await site.Site.PostAsync(page, "导入", [("Date", "2023-03-02"), ("AskModel", "yes"), ("By", "王科长")], Document);
        Assert.Contains("没有配置语言模型", (await Html.ReadAsync(forced)).QuerySelector("#import [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await site.WithAsync((XuehengDb db) => db.Set<PlanDocument>().CountAsync(Stop)));

        await File.WriteAllTextAsync(Path.Combine(site.Database.Folder.FullName, ReadSuggestionSettings.FileName), "model: 有\n", Stop);
        Assert.Contains("语言模型的配置有误", (await site.Site.OpenAsync($"{PlanSite.Home}/plans")).QuerySelector("#import")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_marks_what_the_model_proposed_and_is_as_ever_without_it()
    {
        await using var model = await ModelServer.StartAsync();
        model.Says(ModelServer.Commitment(Mats, "午睡垫", 45, "铺", "at_least"));
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var command = new CommandLine(database);
        var file = Path.Combine(database.Folder.FullName, "要点.txt");
        await File.WriteAllTextAsync(file, Text, Stop);
        Assert.StartsWith("XH5108", (await command.RunAsync("plan", "read", file, "--model")).Error, StringComparison.Ordinal);
        Configure(database, model);

        var without = await command.RunAsync("plan", "read", file, "--date", "2023-03-02", "--json");
        Assert.DoesNotContain("\"by\"", without.Output, StringComparison.Ordinal);
        Assert.Empty(model.Asked);
        var with = await command.RunAsync("plan", "read", file, "--date", "2023-03-02", "--json", "--model");
        Assert.Contains("模型建议", with.Error, StringComparison.Ordinal);
        var commitments = JsonDocument.Parse(with.Output).RootElement.GetProperty("commitments").EnumerateArray().ToList();
        var suggested = Assert.Single(commitments, c => c.TryGetProperty("by", out _));
        Assert.Equal(("model", "午睡垫", 45.0), (suggested.GetProperty("by").GetString(), suggested.GetProperty("subject").GetString(), suggested.GetProperty("value").GetDouble()));
        Assert.Equal(Mats, Text[suggested.GetProperty("start").GetInt32()..suggested.GetProperty("end").GetInt32()]);
        Assert.Equal(commitments.Count - 1, JsonDocument.Parse(without.Output).RootElement.GetProperty("commitments").GetArrayLength());

        var imported = await command.RunAsync("plan", "import", file, "--date", "2023-03-02", "--county", "990101", "--by", "李科", "--model");
        Assert.Contains("1 条标作“模型建议”", imported.Error, StringComparison.Ordinal);
        await using var db = database.Open();
        Assert.Equal(1, await db.Set<Commitment>().CountAsync(c => c.ByModel && c.State == CommitmentState.Found, Stop));
    }

    private static void Configure(TestDatabase database, ModelServer model, string more = "seconds: 30") => File.WriteAllText(
        Path.Combine(database.Folder.FullName, ReadSuggestionSettings.FileName), $"model:\n  endpoint: {model.Endpoint}\n  name: tiny\n  {more}\n");

    /// <summary>The form as a browser sends it with the box unticked.</summary>
    private static MultipartFormDataContent Form(IDocument page, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll<IHtmlInputElement>("#import input[type=hidden]"))
        {
            form.Add(new StringContent(hidden.Value), hidden.Name!);
        }

        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(Document.Item3), "File", "要点.txt");
        return form;
    }
}
