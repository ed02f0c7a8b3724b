using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.Census;
using Xueheng.Plans;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Plans;

public sealed class SchoolPlanPagesTests(Chromium chromium)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Plans_are_made_for_schools_handed_in_returned_approved_and_made_anew(DatabaseKind kind)
    {
        await using var site = await SiteAsync(kind);
        var action = await PatternAsync(site);
        var actions = await site.Site.OpenAsync(site.PlanHome + "/schools");
        Assert.Equal("一校一案提质", actions.Rows("school-actions")[0][0]);
        var schools = await site.Site.OpenAsync($"{site.PlanHome}/schools?action={action}");
        Assert.Equal(["还没有方案", "还没有方案", "还没有方案"], schools.Rows("school-plans").Select(r => r[3]));

        using var made = await site.Site.PostAsync(schools, "为勾选的学校建", [("Do", "picked"), ("School", "3203810001"), ("By", "王科长")]);
        var after = await Html.ReadAsync(made);
        Assert.Contains("为 1 所学校", after.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await site.Site.OpenAsync($"{site.PlanHome}/schools?action={action}&state=missing")).Rows("school-plans").Count);
        var address = after.QuerySelectorAll<IHtmlAnchorElement>("#school-plans tbody a").First().GetAttribute("href")!;

        var plan = await site.Site.OpenAsync(address);
        Assert.Contains("修订课程方案", plan.QuerySelector(".tree")!.TextContent, StringComparison.Ordinal);
        var submitted = await SendAsync(site, plan, "报送审批", "submit");
        Assert.Contains("正在等待审批", submitted.QuerySelector(".hint")!.TextContent, StringComparison.Ordinal);
        var refused = await SendAsync(site, submitted, "批准", "return");
        Assert.Contains("退回的理由", refused.QuerySelector("#review [role=alert]")!.TextContent, StringComparison.Ordinal);
        var returned = await SendAsync(site, submitted, "批准", "return", "目标不具体");
        Assert.Contains("目标不具体", returned.QuerySelector("#review")!.TextContent, StringComparison.Ordinal);
        var approved = await SendAsync(site, await SendAsync(site, returned, "报送审批", "submit"), "批准", "approve");
        Assert.Contains("已批准", approved.QuerySelector(".under .badge")!.TextContent, StringComparison.Ordinal);
        var next = await SendAsync(site, approved, "做新版本", "version");
        Assert.Contains("第 2 版", next.QuerySelector("#review h2")!.TextContent, StringComparison.Ordinal);
        var list = await site.Site.OpenAsync($"{site.PlanHome}/schools?action={action}");
        Assert.Equal(["草稿", "2", "1"], list.Rows("school-plans")[0][3..6]);
    }

    [Fact]
    public async Task The_pages_look_as_they_should_on_a_desk_and_on_a_telephone()
    {
        await using var site = await SiteAsync(DatabaseKind.Sqlite);
        var action = await PatternAsync(site);
        var page = await chromium.OpenAsync($"{site.Site.Url}{site.PlanHome}/schools?action={action}");
        await page.Locator("input[name=By]").FillAsync("王科长");
        await page.Locator("button[value=all]").ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("3 所");
        await page.PictureAsync("school-plans");
        await page.Locator("#school-plans tbody a").First.ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(page.Locator("#review h2")).ToContainTextAsync("第 1 版");
        await page.PictureAsync("school-plan");
        Assert.True(Chromium.ProblemsOf(page).Count == 0, string.Join("\n", Chromium.ProblemsOf(page)));
    }

    private static async Task<IDocument> SendAsync(PlanSite site, IDocument page, string button, string what, string reason = "")
    {
        using var response = await site.Site.PostAsync(page, button, [("Do", what), ("Reason", reason), ("By", "王科长")]);
        return await Html.ReadAsync(response);
    }

    private static async Task<Guid> PatternAsync(PlanSite site)
    {
        var action = await site.AddAsync(PlanItemKind.Action, "一校一案提质");
        await site.AddAsync(PlanItemKind.Task, "修订课程方案", action.Id, new DateOnly(2099, 12, 31));
        await site.AddAsync(PlanItemKind.Task, "校级教研每周一次", action.Id, new DateOnly(2099, 12, 31));
        return action.Id;
    }

    private static async Task<PlanSite> SiteAsync(DatabaseKind kind)
    {
        var site = await PlanSite.StartAsync(kind);
        await using var db = site.Database.Open();
        db.Add(new County { Code = PlanSite.County, Name = "云溪县" });
        db.Add(new Revision
        {
            County = PlanSite.County, Number = 1, Period = 2026, State = RevisionState.Published,
            ImportedAt = DateTimeOffset.UnixEpoch, PublishedAt = DateTimeOffset.UnixEpoch.AddDays(1), Files = ["样例.xlsx"],
        });
        foreach (var (i, name) in new[] { "实验小学", "城东小学", "城西小学" }.Index())
        {
            db.Add(new SchoolRow { County = PlanSite.County, Revision = 1, No = i + 1, Line = i + 2, School = $"320381000{i + 1}", Name = name, Type = "211", Public = true, Town = "青禾镇" });
        }

        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return site;
    }
}
