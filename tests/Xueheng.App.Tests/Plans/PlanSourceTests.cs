using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Xueheng.App.Tests.Pages;
using Xueheng.Census;
using Xueheng.Plans;
using Xueheng.Plans.Packs;
using Xueheng.Storage;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Plans;

public sealed class PlanSourceTests
{
    private const string Points = "2023年全市教育工作要点\n今年新建幼儿园8所。\n";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Where_a_plan_comes_from_goes_from_the_form_to_its_page_to_its_pack_and_to_another_county(DatabaseKind kind)
    {
        await using var site = await PlanSite.StartAsync(kind);
        var page = await site.Site.OpenAsync($"{PlanSite.Home}/plans");
        var file = ("File", "要点.txt", System.Text.Encoding.UTF8.GetBytes(Points));
        using var wrong = await site.Site.PostAsync(page, "导入", [("Date", "2023-03-02"), ("Address", "ftp://x"), ("By", "王科长")], file);
        var again = await Html.ReadAsync(wrong);
        Assert.Contains("不是网址", again.QuerySelector("#import [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("ftp://x", again.QuerySelector<IHtmlInputElement>("#import input[name=Address]")!.Value);
        using var right = await site.Site.PostAsync(again, "导入", [("Date", "2023-03-02"), ("Address", "https://edu.example.org/yaodian"), ("By", "王科长")], file);
        var overview = await site.Site.OpenAsync(new Uri((await Html.ReadAsync(right)).QuerySelectorAll<IHtmlAnchorElement>("nav.plan a").First(a => a.TextContent == "概览").Href).PathAndQuery);
        AssertSource(overview);

        var plan = Guid.Parse(new Uri(overview.DocumentUri).Segments[^1]);
        await site.WithAsync((XuehengDb db) => db.Set<Commitment>().ExecuteUpdateAsync(s => s.SetProperty(c => c.State, CommitmentState.Accepted), Stop));
        var pack = Path.Combine(site.Database.Folder.FullName, "plan.yaml");
        await File.WriteAllTextAsync(pack, (await site.WithAsync((ExportPlan use) => use.RunAsync(PlanSite.County, plan, Stop))).Value, Stop);
        var loaded = await site.WithAsync((LoadPlan use) => use.RunAsync(new LoadPlanCommand(CountyCode.Parse("990102")!.Value, pack, "plan.yaml", "张华", Approve: true), Stop));
        AssertSource(await site.Site.OpenAsync($"/c/990102/2026/plans/{loaded.Value.Id}"));
    }

    private static void AssertSource(IDocument page)
    {
        var source = page.QuerySelector(".source")!;
        Assert.Equal(("2023年全市教育工作要点", "https://edu.example.org/yaodian"), (source.QuerySelector("a")!.TextContent, source.QuerySelector<IHtmlAnchorElement>("a")!.Href));
        Assert.Contains("2023-03-02", source.TextContent, StringComparison.Ordinal);
    }
}
