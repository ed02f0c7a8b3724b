using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xueheng.App.Tests.Pages;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Plans;

public sealed class TaskPagesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_tree_is_built_changed_moved_and_deleted_on_its_page(DatabaseKind kind)
    {
        await using var site = await PlanSite.StartAsync(kind);
        var page = await site.Site.OpenAsync(site.PlanHome + "/tree?add=top");
        using var added = await site.Site.PostAsync(page, "保存", [("Kind", "Goal"), ("Title", "聚焦普惠"), ("Lead", "学前科"), ("By", "王科长")]);
        var tree = await Html.ReadAsync(added);
        Assert.Contains("聚焦普惠", tree.QuerySelector(".tree")!.TextContent, StringComparison.Ordinal);
        var addUnder = tree.QuerySelectorAll<IHtmlAnchorElement>(".tree .do a").First(a => a.TextContent == "添加").Href;
        var form = await site.Site.OpenAsync(new Uri(addUnder).PathAndQuery);
        Assert.Equal("王科长", form.QuerySelector<IHtmlInputElement>("#add input[name=By]")!.Value);

        using var wrong = await site.Site.PostAsync(form, "保存", [("Kind", "Task"), ("Title", "选址"), ("Start", "2026-12-02"), ("Due", "2026-12-01"), ("By", "王科长"), ("Detail", "三处备选")]);
        var again = await Html.ReadAsync(wrong);
        Assert.Contains("开始日期不能晚于", again.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("三处备选", again.QuerySelector("#add textarea")!.TextContent);
        Assert.Equal("选址", again.QuerySelector<IHtmlInputElement>("#add input[name=Title]")!.Value);

        using var right = await site.Site.PostAsync(again, "保存", [("Kind", "Task"), ("Title", "选址"), ("Due", "2026-12-01"), ("By", "王科长")]);
        var after = await Html.ReadAsync(right);
        Assert.Equal("0%", after.QuerySelector(".tree .progress-of b")!.TextContent);
        Assert.Contains("2026-12-01 前", after.QuerySelector(".node.task")!.TextContent, StringComparison.Ordinal);

        var editing = await site.Site.OpenAsync(new Uri(after.QuerySelector<IHtmlAnchorElement>(".node.task .do a")!.Href).PathAndQuery);
        using var moved = await site.Site.PostAsync(editing, "保存", [("Do", "move"), ("Parent", ""), ("Title", "选址"), ("By", "王科长")]);
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.Equal(2, (await Html.ReadAsync(moved)).QuerySelectorAll(".tree > li").Length);
        editing = await site.Site.OpenAsync(new Uri(editing.DocumentUri).PathAndQuery);
        using var deleted = await site.Site.PostAsync(editing, "保存", [("Do", "delete"), ("By", "王科长")]);
        Assert.Empty((await Html.ReadAsync(deleted)).QuerySelectorAll(".node.task"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Who_saves_over_an_unseen_change_sees_both_field_by_field_and_may_save_over(DatabaseKind kind)
    {
        await using var site = await PlanSite.StartAsync(kind);
        var task = await site.AddAsync(PlanItemKind.Task, "选址");
        var address = $"{site.PlanHome}/tree?edit={task.Id}";
        var mine = await site.Site.OpenAsync(address);
        using var theirs = await site.Site.PostAsync(await site.Site.OpenAsync(address), "保存", [("Do", "save"), ("Title", "选址论证"), ("Lead", "基教科"), ("By", "张三")]);

        using var refused = await site.Site.PostAsync(mine, "保存", [("Do", "save"), ("Title", "选址和征地"), ("Lead", "基教科"), ("By", "李四")]);

        var page = await Html.ReadAsync(refused);
        Assert.Contains("张三", page.QuerySelector("#edit [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["名称", "选址论证", "选址和征地"], page.QuerySelectorAll("#edit table tbody td").Select(c => c.TextContent));
        Assert.Equal("选址和征地", page.QuerySelector<IHtmlInputElement>("#edit input[name=Title]")!.Value);
        using var over = await site.Site.PostAsync(page, "用我填写的覆盖", [("Do", "save"), ("Title", "选址和征地"), ("Lead", "基教科"), ("By", "李四")]);
        Assert.Contains("选址和征地", (await Html.ReadAsync(over)).QuerySelector(".tree")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_table_is_filtered_by_state_division_and_overdue_and_exported(DatabaseKind kind)
    {
        await using var site = await PlanSite.StartAsync(kind);
        var goal = await site.AddAsync(PlanItemKind.Goal, "目标");
        await site.AddAsync(PlanItemKind.Task, "早已到期", goal.Id, new DateOnly(2024, 1, 5), "人事科");
        await site.AddAsync(PlanItemKind.Task, "还早", goal.Id, new DateOnly(2099, 1, 5));
        await site.AddAsync(PlanItemKind.Task, "没有期限的");
        var table = site.PlanHome + "/table";
        Assert.Equal(["早已到期", "还早", "没有期限的"], (await site.Site.OpenAsync(table)).Rows("tasks").Select(r => r[0]));
        var overdue = await site.Site.OpenAsync(table + "?when=overdue");
        Assert.Equal(["早已到期", "目标", "人事科"], overdue.Rows("tasks").Single().Take(3));
        Assert.True(int.Parse(overdue.Rows("tasks").Single()[^1], System.Globalization.CultureInfo.InvariantCulture) > 200);
        Assert.Single((await site.Site.OpenAsync(table + "?division=" + Uri.EscapeDataString("人事科"))).Rows("tasks"));
        Assert.Single((await site.Site.OpenAsync(table + "?when=none")).Rows("tasks"));
        Assert.Empty((await site.Site.OpenAsync(table + "?state=Accepted")).Rows("tasks"));
        Assert.Equal(["早已到期", "没有期限的", "还早"], (await site.Site.OpenAsync(table + "?sort=title")).Rows("tasks").Select(r => r[0]).Order(StringComparer.Ordinal));
        Assert.Equal("没有期限的", (await site.Site.OpenAsync(table + "?sort=-due")).Rows("tasks")[^1][0]);
        var exported = Sheet.Read(await site.Site.Client.GetByteArrayAsync((await site.Site.OpenAsync(table + "?when=overdue")).Export("tasks"), Stop));
        Assert.Equal(2, exported.Rows.Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_tasks_files_survive_a_form_that_came_back(DatabaseKind kind)
    {
        await using var site = await PlanSite.StartAsync(kind);
        var task = await site.AddAsync(PlanItemKind.Task, "选址", due: new DateOnly(2099, 1, 1));
        var page = await site.Site.OpenAsync($"{PlanSite.Home}/tasks/{task.Id}");
        using var wrong = await site.Site.PostAsync(page, "报送", [("Result", " "), ("By", "李校长")], ("Files", "选址 报告.pdf", [1, 2, 3]), ("Files", "照片.jpg", [4]));
        var again = await Html.ReadAsync(wrong);
        Assert.Contains("请写明做了什么", again.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("选址 报告.pdf、照片.jpg", again.QuerySelector("#hand-in")!.TextContent, StringComparison.Ordinal);

        using var right = await site.Site.PostAsync(again, "报送", [("Result", "已选定"), ("By", "李校长")], ("Files", "纪要.docx", [5]));

        var after = await Html.ReadAsync(right);
        Assert.Contains("已报送", after.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var files = after.QuerySelectorAll<IHtmlAnchorElement>(".files a").ToDictionary(a => a.TextContent, a => a.Href);
        Assert.Equal(["照片.jpg", "纪要.docx", "选址 报告.pdf"], files.Keys.Order(StringComparer.Ordinal));
        using var file = await site.Site.Client.GetAsync(files["选址 报告.pdf"], Stop);
        Assert.Equal("application/octet-stream", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal([1, 2, 3], await file.Content.ReadAsByteArrayAsync(Stop));
        Assert.Empty(Directory.GetDirectories(Path.Combine(site.Database.Folder.FullName, "waiting")));

        using var noReason = await site.Site.PostAsync(after, "验收通过", [("Do", "return"), ("Reason", ""), ("By", "王科长")]);
        Assert.Contains("退回的理由", (await Html.ReadAsync(noReason)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_acceptance_is_taken_back_on_the_page_of_its_task(DatabaseKind kind)
    {
        await using var site = await PlanSite.StartAsync(kind);
        var task = await site.AddAsync(PlanItemKind.Task, "选址", due: new DateOnly(2099, 1, 1));
        await site.WithAsync((HandIn use) => use.RunAsync(new HandInCommand(PlanSite.County, task.Id, "做完了", [], "李校长"), Stop));
        var submitted = await site.Site.OpenAsync($"{PlanSite.Home}/tasks/{task.Id}");
        Assert.Null(submitted.QuerySelector("#withdraw"));
        using var accepted = await site.Site.PostAsync(submitted, "验收通过", [("Do", "accept"), ("Reason", ""), ("By", "王科长")]);
        var done = await Html.ReadAsync(accepted);
        Assert.Null(done.QuerySelector("#decide"));

        using var noReason = await site.Site.PostAsync(done, "撤回验收", [("Reason", " "), ("By", "王科长")]);
        Assert.Contains("请写明撤回验收的理由", (await Html.ReadAsync(noReason)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        using var withdrawn = await site.Site.PostAsync(done, "撤回验收", [("Reason", "批错了一项"), ("By", "王科长")]);

        var after = await Html.ReadAsync(withdrawn);
        Assert.Contains("已撤回验收", after.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("待验收", after.QuerySelector(".under .badge")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(after.QuerySelector("#decide"));
        Assert.Null(after.QuerySelector("#withdraw"));
        var history = after.QuerySelector("#history li")!.TextContent;
        Assert.Contains("撤回验收", history, StringComparison.Ordinal);
        Assert.Contains("批错了一项", history, StringComparison.Ordinal);
        using var again = await site.Site.PostAsync(done, "撤回验收", [("Reason", "再撤一次"), ("By", "张三")]);
        Assert.Contains("王科长", (await Html.ReadAsync(again)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("批错了一项", (await site.Site.OpenAsync($"{PlanSite.Home}/inbox?for={Uri.EscapeDataString("基教科")}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_board_has_a_column_for_each_state_and_moves_by_forms(DatabaseKind kind)
    {
        await using var site = await PlanSite.StartAsync(kind);
        await site.AddAsync(PlanItemKind.Task, "早已到期", due: new DateOnly(2024, 1, 5));
        var task = await site.AddAsync(PlanItemKind.Task, "已报的", lead: "人事科");
        await site.WithAsync((HandIn use) => use.RunAsync(new HandInCommand(PlanSite.County, task.Id, "做完了", [], "李校长"), Stop));
        var board = await site.Site.OpenAsync(site.PlanHome + "/board");
        Assert.Equal(["待完成 1", "待验收 1", "已退回 0", "已验收 0"], board.QuerySelectorAll(".column h2").Select(h => h.TextContent.Trim()));
        Assert.Contains("超期", board.QuerySelector(".card.overdue")!.TextContent, StringComparison.Ordinal);
        var accept = board.QuerySelectorAll<IHtmlButtonElement>("#cSubmitted button").First(b => b.TextContent == "验收通过").Value;

        using var content = new MultipartFormDataContent();
        foreach (var hidden in board.QuerySelectorAll<IHtmlInputElement>("#move input[type=hidden]"))
        {
            content.Add(new StringContent(hidden.Value), hidden.Name!);
        }

        content.Add(new StringContent(accept), "Do");
        content.Add(new StringContent("王科长"), "By");
        using var moved = await site.Site.Client.PostAsync(site.PlanHome + "/board", content, Stop);
        var after = await Html.ReadAsync(moved);
        Assert.Equal(["待完成 1", "待验收 0", "已退回 0", "已验收 1"], after.QuerySelectorAll(".column h2").Select(h => h.TextContent.Trim()));
        Assert.Empty((await site.Site.OpenAsync(site.PlanHome + "/board?division=" + Uri.EscapeDataString("人事科"))).QuerySelectorAll("#cOpen .card"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_chart_shows_the_span_the_address_asks_for(DatabaseKind kind)
    {
        await using var site = await PlanSite.StartAsync(kind);
        var goal = await site.AddAsync(PlanItemKind.Goal, "目标");
        await site.AddAsync(PlanItemKind.Task, "早已到期", goal.Id, new DateOnly(2026, 3, 5), start: new DateOnly(2026, 2, 1));
        await site.AddAsync(PlanItemKind.Task, "没有期限的", goal.Id);
        var whole = await site.Site.OpenAsync(site.PlanHome + "/gantt");
        Assert.Equal(24, whole.QuerySelectorAll(".lane.branch .strip line.s-grid, .lane.branch .strip line.s-year").Length);
        Assert.NotNull(whole.QuerySelector(".lane:not(.branch) rect.f-fails"));
        Assert.Equal(2, whole.QuerySelectorAll(".lane:not(.branch):not(.months)").Length);
        var near = await site.Site.OpenAsync(site.PlanHome + "/gantt?from=2026-09&months=12");
        Assert.Equal("2026-09", near.QuerySelector(".scale text")!.TextContent);
        Assert.Null(near.QuerySelector(".lane:not(.branch) rect.f-fails"));
        Assert.Contains(near.QuerySelectorAll<IHtmlAnchorElement>(".zoom a"), a => a.Href.EndsWith("from=2026-03&months=12", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/plans/01989f3e-0000-7000-8000-000000000000/tree")]
    [InlineData("/plans/01989f3e-0000-7000-8000-000000000000/table")]
    [InlineData("/plans/01989f3e-0000-7000-8000-000000000000/gantt")]
    [InlineData("/plans/01989f3e-0000-7000-8000-000000000000/board")]
    [InlineData("/tasks/01989f3e-0000-7000-8000-000000000000")]
    [InlineData("/evidence/01989f3e-0000-7000-8000-000000000000")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        await using var site = await PlanSite.StartAsync(DatabaseKind.Sqlite);
        using var response = await site.Site.Client.GetAsync(PlanSite.Home + address, Stop);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
