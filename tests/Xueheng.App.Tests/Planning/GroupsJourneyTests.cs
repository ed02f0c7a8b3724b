using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.App.Tests.Plans;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Planning;

/// <summary>集团化办学 on the site: no groups and the number to change, groups there are beside those proposed, a decision, approval.</summary>
public sealed class GroupsJourneyTests(Chromium chromium)
{
    private const string Home = DemoSite.Home + "/groups";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task From_a_list_of_groups_to_groups_approved_with_tasks(DatabaseKind kind)
    {
        await using var site = await PlanSite.StartAsync(kind);
        await DemoSite.ImportAsync(site.Site.Services, DemoSite.Workbooks(site.Database.Folder.CreateSubdirectory("demo"), site.Site.Services));
        var start = await site.Site.OpenAsync(Home);
        Assert.Contains("到牵头校最远（公里）", start.QuerySelector("#start")!.TextContent, StringComparison.Ordinal);
        var numbers = start.QuerySelectorAll<IHtmlInputElement>("#start input[name^='n.']").Select(i => (i.Name!, i.Name == "n.pupils" ? "0" : i.Value)).ToList();

        // Out of reach: which number to change is a button, and with it there are groups.
        var far = numbers.Select(n => n.Item1 == "n.reach" ? (n.Item1, "0.1") : n).ToList();
        using var tight = await site.Site.PostAsync(start, "开始推演", [.. far, ("Name", "小学集团"), ("Seconds", "60"), ("Stage", "primary"), ("Existing", "nothing"), ("By", "王科长")]);
        var none = await site.Site.DoneAsync(tight);
        Assert.Contains("放宽到", none.QuerySelector("#faults")!.TextContent, StringComparison.Ordinal);
        var button = none.QuerySelectorAll<IHtmlButtonElement>("#faults button").Single(b => b.Value == "reach");
        using var again = await site.Site.PostAsync(none, button.TextContent.Trim(), [("Ease", "reach"), ("By", "王科长")]);
        var first = await site.Site.DoneAsync(again);
        var schools = first.Rows("group-members");
        Assert.NotEmpty(schools);
        Assert.Equal("小学集团 · 2", first.QuerySelector("h1")!.TextContent);
        var reach = first.QuerySelector<IHtmlInputElement>("#decide input[name='n.reach']")!.Value;
        Assert.Contains(reach, button.TextContent, StringComparison.Ordinal);

        // Groups there are: all schools in one.
        var leader = schools.First(s => s[2] == "是")[1];
        var list = new StringBuilder("集团,学校,牵头校\n");
        foreach (var school in schools)
        {
            list.Append("老集团,").Append(school[1]).Append(',').Append(leader).Append('\n');
        }

        var wide = numbers.Select(n => n.Item1 switch { "n.reach" => (n.Item1, "90"), "n.changes" => (n.Item1, ""), "n.most" => (n.Item1, "50"), _ => n }).ToList();
        using var wrong = await site.Site.PostAsync(start, "开始推演", [.. wide, ("Name", "照旧"), ("Seconds", "60"), ("Stage", "primary"), ("Existing", "list"), ("By", "王科长")], ("List", "groups.csv", "集团,学校,牵头校\n甲,乌有小学,乌有小学\n"u8.ToArray()));
        Assert.Contains("乌有小学", (await Html.ReadAsync(wrong)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        using var beside = await site.Site.PostAsync(start, "开始推演", [.. wide, ("Name", "和老集团比"), ("Seconds", "60"), ("Stage", "primary"), ("Existing", "list"), ("By", "王科长")], ("List", "groups.csv", Encoding.UTF8.GetBytes(list.ToString())));
        var compared = await site.Site.DoneAsync(beside);
        Assert.Contains("现有（groups.csv）", compared.QuerySelector("#beside thead")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("老集团", compared.QuerySelector("#now")!.TextContent, StringComparison.Ordinal);
        Assert.True(compared.QuerySelectorAll("#now thead th.n").Length > 5, compared.QuerySelector("#now thead")!.TextContent);
        Assert.NotEmpty((await site.Site.OpenAsync(new Uri(compared.DocumentUri).AbsolutePath + "?show=now")).QuerySelectorAll("#map line"));

        // Only what is of the same stage stands beside it.
        using var junior = await site.Site.PostAsync(start, "开始推演", [.. wide, ("Name", "初中集团"), ("Seconds", "60"), ("Stage", "junior"), ("Existing", "nothing"), ("By", "王科长")]);
        var apart = await site.Site.DoneAsync(junior);
        Assert.Null(apart.QuerySelector("#compare"));
        Assert.Null((await site.Site.OpenAsync(new Uri(apart.DocumentUri).AbsolutePath + "?with=" + new Uri(compared.DocumentUri).Segments[^1])).QuerySelector("#beside thead th:nth-child(4)"));

        // A decision makes another scenario that keeps it.
        var code = compared.QuerySelectorAll<IHtmlOptionElement>("#decide select[name=School] option").Single(o => o.TextContent == leader).Value;
        var other = compared.QuerySelectorAll<IHtmlOptionElement>("#decide select[name=School] option").Where(o => o.Value.Length > 0 && o.Value != code).Select(o => (o.Value, o.TextContent)).First();
        using var decided = await site.Site.PostAsync(compared, "重新推演", [("School", other.Value), ("What", "goes"), ("Leader", code), ("By", "王科长"), .. compared.QuerySelectorAll<IHtmlInputElement>("#decide input[name^='n.']").Select(i => (i.Name!, i.Value))]);
        var second = await site.Site.DoneAsync(decided);
        Assert.Contains($"{other.TextContent} 到 {leader} 牵头的集团", second.QuerySelector("#decide")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("是", second.Rows("group-members").Single(r => r[1] == other.TextContent)[^1]);
        var with = await site.Site.OpenAsync(new Uri(second.DocumentUri).AbsolutePath + "?with=" + new Uri(compared.DocumentUri).Segments[^1]);
        Assert.Contains("另一个方案", with.QuerySelector("#beside thead")!.TextContent, StringComparison.Ordinal);

        using var approved = await site.Site.PostAsync(second, "批准", [("Plan", site.Plan.ToString()), ("Due", "2025-08-31"), ("By", "李局长")]);
        var after = await Html.ReadAsync(approved);
        Assert.Contains("李局长已批准", after.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var tree = await site.Site.OpenAsync(after.QuerySelector<IHtmlAnchorElement>("[role=status] a")!.GetAttribute("href")!);
        Assert.Contains("牵头，成员校", tree.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(leader, (await site.Site.OpenAsync(Home)).QuerySelector("#now-primary")!.TextContent, StringComparison.Ordinal);

        if (kind == DatabaseKind.Sqlite)
        {
            var page = await chromium.OpenAsync(site.Site.Url + new Uri(with.DocumentUri).PathAndQuery);
            await page.PictureAsync("groups");
            await page.SetViewportSizeAsync(Pictures.Narrow, Pictures.Height);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
            await page.GotoAsync(site.Site.Url + Home);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
            Assert.True(Chromium.ProblemsOf(page).Count == 0, string.Join("\n", Chromium.ProblemsOf(page)));
        }
    }
}
