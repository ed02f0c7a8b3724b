using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Plans;

public sealed class SupervisionPageTests(Chromium chromium)
{
    private const string Page = PlanSite.Home + "/supervision";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Tasks_are_picked_and_dealt_with_at_once_and_those_that_cannot_be_are_named(DatabaseKind kind)
    {
        await using var site = await PlanSite.StartAsync(kind);
        var late = await site.AddAsync(PlanItemKind.Task, "早已到期", due: new DateOnly(2024, 1, 5), lead: "人事科");
        var open = await site.AddAsync(PlanItemKind.Task, "还早", due: new DateOnly(2099, 1, 5));
        var handed = await site.AddAsync(PlanItemKind.Task, "已报", due: new DateOnly(2024, 2, 5));
        await site.WithAsync((HandIn use) => use.RunAsync(new HandInCommand(PlanSite.County, handed.Id, "做完了", [], "李校长"), CancellationToken.None));

        var page = await site.Site.OpenAsync(Page);
        Assert.Equal(["人事科", "基教科"], page.Rows("divisions").Select(r => r[0]));
        Assert.Equal("1", page.Rows("divisions")[0][2]);
        Assert.Equal(["早已到期", "已报", "还早"], page.Rows("supervision").Select(r => r[1]));
        Assert.Equal(["早已到期"], (await site.Site.OpenAsync(Page + "?when=overdue")).Rows("supervision").Select(r => r[1]));

        var boxes = page.QuerySelectorAll<IHtmlInputElement>("#supervision input[name=Task]").Select(b => ("Task", b.Value)).ToList();
        using var urged = await site.Site.PostAsync(page, "催办", [.. boxes, ("Do", "urge"), ("Reason", "请抓紧"), ("By", "王科长")]);
        var after = await Html.ReadAsync(urged);
        Assert.True(after.QuerySelector("[role=status]") is not null, after.QuerySelector("main")?.TextContent + Html.LastException(site.Site));
        Assert.Contains("已办 2 项", after.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("已报", after.QuerySelector("[role=alert] li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "0", "1"], after.Rows("supervision").Select(r => r[^2]));

        using var extended = await site.Site.PostAsync(after, "催办", [("Task", $"{late.Id}:{late.Edit}"), ("Do", "extend"), ("Due", "2099-03-01"), ("Reason", "等待批复"), ("By", "王科长")]);
        Assert.Equal(["已报", "还早", "早已到期"], (await Html.ReadAsync(extended)).Rows("supervision").Select(r => r[1]));
        using var nothing = await site.Site.PostAsync(after, "催办", [("Do", "return"), ("By", "王科长"), ("Task", $"{handed.Id}:2")]);
        var refused = await Html.ReadAsync(nothing);
        Assert.Contains("退回的理由", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Single(refused.QuerySelectorAll<IHtmlInputElement>("#supervision input[name=Task]"), b => b.IsChecked);

        using var accepted = await site.Site.PostAsync(after, "催办", [("Task", $"{handed.Id}:2"), ("Do", "accept"), ("By", "王科长")]);
        Assert.Equal(["还早", "早已到期"], (await Html.ReadAsync(accepted)).Rows("supervision").Select(r => r[1]));
        var task = await site.Site.OpenAsync($"{PlanSite.Home}/tasks/{late.Id}");
        Assert.Contains("从 2024-01-05 延到 2099-03-01", task.QuerySelector("#history")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("等待批复", task.QuerySelector("#history")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(open.Id, late.Id);
    }

    [Fact]
    public async Task The_page_looks_as_it_should_on_a_desk_and_on_a_telephone()
    {
        await using var site = await PlanSite.StartAsync(DatabaseKind.Sqlite);
        await site.AddAsync(PlanItemKind.Task, "完成三所幼儿园选址论证", due: new DateOnly(2026, 6, 30), lead: "学前教育科", head: "赵敏");
        await site.AddAsync(PlanItemKind.Task, "补充小学骨干教师 40 名", due: new DateOnly(2099, 7, 31), lead: "人事科");
        var page = await chromium.OpenAsync(site.Site.Url + Page);
        await page.PictureAsync("supervision");
        Assert.True(Chromium.ProblemsOf(page).Count == 0, string.Join("\n", Chromium.ProblemsOf(page)));
    }
}
