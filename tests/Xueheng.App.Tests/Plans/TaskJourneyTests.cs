using Microsoft.Playwright;
using Xueheng.App.Tests.Browser;
using Xueheng.Plans;
using Xueheng.Tests.Databases;
using static Microsoft.Playwright.Assertions;

namespace Xueheng.App.Tests.Plans;

/// <summary>The way of one task in a real browser, and how its pages look.</summary>
public sealed class TaskJourneyTests(Chromium chromium)
{
    [Fact]
    public async Task A_task_goes_from_evidence_to_returned_to_evidence_again_to_accepted()
    {
        await using var site = await PlanSite.StartAsync(DatabaseKind.Sqlite);
        var goal = await site.AddAsync(PlanItemKind.Goal, "聚焦学前教育普及普惠");
        var action = await site.AddAsync(PlanItemKind.Action, "实施幼儿园建设工程", goal.Id);
        await site.AddAsync(PlanItemKind.Task, "完成三所幼儿园选址论证", action.Id, new DateOnly(2026, 6, 30), "学前教育科", new DateOnly(2026, 3, 1), "赵敏");
        await site.AddAsync(PlanItemKind.Task, "完成新城幼儿园主体工程", action.Id, new DateOnly(2027, 8, 31), "项目办", new DateOnly(2026, 9, 1), "钱进");
        var other = await site.AddAsync(PlanItemKind.Goal, "聚焦义务教育优质均衡");
        await site.AddAsync(PlanItemKind.Task, "补充小学骨干教师 40 名", other.Id, new DateOnly(2027, 7, 31), "人事科", new DateOnly(2026, 5, 1));

        var page = await chromium.OpenAsync(site.Site.Url + site.PlanHome + "/tree");
        await page.PictureAsync("plan-tree");
        await page.GetByRole(AriaRole.Link, new() { Name = "任务表" }).ClickAsync();
        await Expect(page.Locator("#tasks tbody tr")).ToHaveCountAsync(3);
        await page.PictureAsync("plan-table");
        await page.GetByRole(AriaRole.Link, new() { Name = "进度图" }).ClickAsync();
        await Expect(page.Locator(".lane.branch")).ToHaveCountAsync(3);
        await page.PictureAsync("plan-gantt");
        await page.GetByRole(AriaRole.Link, new() { Name = "看板" }).ClickAsync();
        await Expect(page.Locator("#cOpen .card")).ToHaveCountAsync(3);
        await page.PictureAsync("plan-board");
        await page.GetByRole(AriaRole.Link, new() { Name = "完成三所幼儿园选址论证" }).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("完成三所幼儿园选址论证");

        await HandInAsync(page, "已比选三处地块。", "选址报告.pdf");
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("已报送");
        await page.PictureAsync("task-submitted");
        await page.GetByLabel("退回的理由").FillAsync("缺少自然资源部门的意见");
        await page.GetByRole(AriaRole.Button, new() { Name = "退回重办" }).ClickAsync();
        await Expect(page.Locator(".under .badge")).ToContainTextAsync("已退回");
        await Expect(page.Locator("#history")).ToContainTextAsync("缺少自然资源部门的意见");

        await HandInAsync(page, "已取得自然资源部门意见。", "意见.pdf");
        await page.GetByRole(AriaRole.Button, new() { Name = "验收通过" }).ClickAsync();
        await Expect(page.Locator(".under .badge")).ToHaveTextAsync("已验收");
        await Expect(page.Locator("#history li")).ToHaveCountAsync(5);
        await page.PictureAsync("task-accepted");
        await page.GetByRole(AriaRole.Link, new() { Name = "教育高质量发展三年行动方案" }).First.ClickAsync();
        await page.GotoAsync(site.Site.Url + site.PlanHome + "/tree?edit=" + action.Id);
        await Expect(page.Locator(".tree .progress-of b").First).ToHaveTextAsync("50%");
        await page.PictureAsync("plan-tree-edit");
        Assert.True(Chromium.ProblemsOf(page).Count == 0, string.Join("\n", Chromium.ProblemsOf(page)));
    }

    private static async Task HandInAsync(IPage page, string result, string file)
    {
        await page.GetByLabel("做了什么、成效如何").FillAsync(result);
        await page.Locator("#hand-in input[type=file]").SetInputFilesAsync(new FilePayload { Name = file, MimeType = "application/pdf", Buffer = [1, 2, 3] });
        await page.Locator("#hand-in input[name=By]").FillAsync("赵敏");
        await page.Locator("#hand-in button[type=submit]").ClickAsync();
        await Expect(page.Locator("#decide")).ToBeVisibleAsync();
    }
}
