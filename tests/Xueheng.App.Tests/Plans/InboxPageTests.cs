using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.App.Operations;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.CensusImports;
using Xueheng.App.Tests.Pages;
using Xueheng.Plans;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Plans;

public sealed class InboxPageTests(Chromium chromium)
{
    private const string Page = PlanSite.Home + "/inbox";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Messages_are_read_by_division_opened_and_marked(DatabaseKind kind)
    {
        await using var site = await SiteAsync(kind);
        var inbox = await site.Site.OpenAsync(Page + "?for=" + Uri.EscapeDataString("人事科"));
        Assert.Equal("1 项任务已超期：早已到期", inbox.Rows("notices").Single()[1][..13]);
        var link = inbox.QuerySelector<IHtmlAnchorElement>("#notices tbody a")!.GetAttribute("href")!;
        Assert.Equal(["早已到期"], (await site.Site.OpenAsync(link)).Rows("supervision").Select(r => r[1]));

        using var marked = await site.Site.PostAsync(inbox, "把勾选的标为已读", [("Do", "all")]);
        Assert.Empty((await Html.ReadAsync(marked)).QuerySelectorAll("#notices tr.unread"));
        var others = await site.Site.OpenAsync(Page + "?unread=1");
        Assert.Equal("基教科", others.Rows("notices").Single()[2]);
        using var one = await site.Site.PostAsync(others, "把勾选的标为已读", [("Do", "picked"), ("Notice", others.QuerySelector<IHtmlInputElement>("#notices input[name=Notice]")!.Value)]);
        Assert.Empty((await Html.ReadAsync(one)).Rows("notices"));
    }

    [Fact]
    public async Task What_cannot_be_sent_is_shown_and_a_bad_configuration_too()
    {
        await using var site = await SiteAsync(DatabaseKind.Sqlite);
        var settings = Path.Combine(site.Database.Folder.FullName, "notices.yaml");
        await File.WriteAllTextAsync(settings, "recipients:\n  - { name: 人事科, wecom: [ 'http://127.0.0.1:1/send?key=k' ] }\n", TestContext.Current.CancellationToken);
        await site.WithAsync((Xueheng.Plans.Notices.DeliverNotices use) => use.RunAsync(null, CancellationToken.None));
        var page = await site.Site.OpenAsync(Page);
        Assert.Equal(["人事科", "企业微信"], page.Rows("deliveries").Single()[1..3]);
        Assert.Equal("等待发送", page.Rows("deliveries").Single()[4]);
        using var again = await site.Site.PostAsync(page, "全部再发一次", []);
        Assert.True(again.IsSuccessStatusCode);
        var look = await chromium.OpenAsync(site.Site.Url + Page);
        await look.PictureAsync("inbox");
        Assert.True(Chromium.ProblemsOf(look).Count == 0, string.Join("\n", Chromium.ProblemsOf(look)));
        await File.WriteAllTextAsync(settings, "recipient: []\n", TestContext.Current.CancellationToken);
        Assert.Contains("不认识 recipient", (await site.Site.OpenAsync(Page)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_job_and_the_command_make_the_same_digest_once(DatabaseKind kind)
    {
        await using var site = await SiteAsync(kind, digest: false);
        var (status, said, _) = await new CommandLine(site.Database).RunAsync("digest", "--json");
        Assert.Equal((0, """{"made":2,"sent":0,"failed":0}"""), (status, said.Trim()));
        await using var job = new Job(site.Site.Services);
        await job.Value.OnceAsync(TestContext.Current.CancellationToken);
        await using var db = site.Database.Open();
        Assert.Equal(2, await db.Set<Notice>().CountAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<PlanSite> SiteAsync(DatabaseKind kind, bool digest = true)
    {
        var site = await PlanSite.StartAsync(kind);
        await site.AddAsync(PlanItemKind.Task, "早已到期", due: new DateOnly(2024, 1, 5), lead: "人事科");
        await site.AddAsync(PlanItemKind.Task, "也已到期", due: new DateOnly(2024, 1, 5));
        if (digest)
        {
            await site.WithAsync((Xueheng.Plans.Notices.DailyDigest use) => use.RunAsync(null, CancellationToken.None));
        }

        return site;
    }

    private sealed class Job(IServiceProvider services) : IAsyncDisposable
    {
        public DailyDigestJob Value { get; } = ActivatorUtilities.CreateInstance<DailyDigestJob>(services);

        public ValueTask DisposeAsync()
        {
            Value.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
