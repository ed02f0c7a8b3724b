using System.IO.Compression;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.App.Tests.Plans;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Planning;

/// <summary>交流轮岗 on the site: start, wait, decide, compare, approve, letters and tasks.</summary>
public sealed class RotationJourneyTests(Chromium chromium)
{
    private const string Home = DemoSite.Home + "/rotation";

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task From_the_start_to_letters_and_tasks(DatabaseKind kind)
    {
        await using var site = await PlanSite.StartAsync(kind);
        await DemoSite.ImportAsync(site.Site.Services, DemoSite.Workbooks(site.Database.Folder.CreateSubdirectory("demo"), site.Site.Services).Where(w => w.Period.Year == 2024));
        var start = await site.Site.OpenAsync(Home);
        var numbers = start.QuerySelectorAll<IHtmlInputElement>("#start input[name^='n.']").Select(i => (i.Name!, i.Value)).ToList();
        Assert.Contains(("n.years", "6"), numbers);

        using var wrong = await site.Site.PostAsync(start, "开始推演", [.. numbers, ("Name", "二〇二五年轮岗"), ("Seconds", "60"), ("By", "王科长")], ("People", "people.csv", "工号\nX1\n"u8.ToArray()));
        Assert.Contains("不是基础数据里的专任教师", (await Html.ReadAsync(wrong)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);

        // The small county is too small for the rules as they are; what cannot be kept together is said, and with it eased there is an answer.
        using var tight = await site.Site.PostAsync(start, "开始推演", [.. numbers, ("Name", "照规则"), ("Seconds", "60"), ("By", "王科长")]);
        var conflict = (await site.Site.DoneAsync(tight)).QuerySelector("#conflict")!.TextContent;
        Assert.Contains("把“同校任教年限”从 6 放宽到", conflict, StringComparison.Ordinal);
        numbers = [.. numbers.Select(n => n.Item1 switch { "n.years" => (n.Item1, "3"), "n.most_movers" => (n.Item1, "40"), "n.least_backbone" => (n.Item1, ""), _ => n })];
        using var started = await site.Site.PostAsync(start, "开始推演", [.. numbers, ("Name", "二〇二五年轮岗"), ("Seconds", "60"), ("By", "王科长")]);
        var first = await site.Site.DoneAsync(started);
        Assert.True(first.QuerySelector("#levels") is not null, first.QuerySelector("main")!.TextContent);
        Assert.Equal(6, first.QuerySelectorAll("#levels tbody tr").Length);
        var moves = first.Rows("rotation-moves");
        Assert.NotEmpty(moves);
        Assert.All(moves, m => Assert.NotEqual("—", m[^1]));

        Assert.Equal(moves.Select(m => (m[6], m[7])).Distinct().Count(), first.QuerySelectorAll("#map line.way").Length);
        Assert.Equal(first.Rows("rotation-schools").Count, first.QuerySelectorAll("#map a.pin.look").Length);

        // A decision makes another scenario, which keeps it.
        var teacher = moves[0][1];
        using var decided = await site.Site.PostAsync(first, "重新推演", [("Teacher", teacher), ("What", "stays"), ("School", ""), ("By", "王科长")]);
        var second = await site.Site.DoneAsync(decided);
        Assert.Contains($"{teacher} 留在原校", second.QuerySelector("#decide")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(teacher, second.Rows("rotation-moves").Select(m => m[1]));
        Assert.Equal(3, (await site.Site.OpenAsync(Home)).Rows("scenarios").Count);

        // What each rule costs, as a scenario of its own.
        Assert.Empty(second.QuerySelectorAll("#rules tbody td:nth-child(3)"));
        using var priced = await site.Site.PostAsync(second, "算出每条规则的代价", [("By", "王科长")]);
        var prices = (await site.Site.DoneAsync(priced)).QuerySelectorAll("#rules tbody tr").Select(r => r.Children.Select(c => c.TextContent.Trim()).ToList()).ToList();
        Assert.Contains(prices, r => r is ["同校任教年限", "3 年", not "—", ..] && Number(r[3]) > Number(r[4]) && Number(r[4]) >= Number(r[5]));

        var beside = await site.Site.OpenAsync(new Uri(second.DocumentUri).AbsolutePath + "?with=" + new Uri(first.DocumentUri).Segments[^1]);
        Assert.Contains("两个方案都交流的教师", beside.QuerySelector("#disparity")!.TextContent, StringComparison.Ordinal);

        using var approved = await site.Site.PostAsync(second, "批准", [("Plan", site.Plan.ToString()), ("Due", "2025-08-31"), ("By", "李局长")]);
        var after = await Html.ReadAsync(approved);
        Assert.Contains("李局长已批准", after.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(after.QuerySelector("#approve"));
        var tree = await site.Site.OpenAsync(after.QuerySelector<IHtmlAnchorElement>("[role=status] a")!.GetAttribute("href")!);
        Assert.Contains("接收交流教师", tree.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var zip = new ZipArchive(await site.Site.Client.GetStreamAsync(after.QuerySelectorAll<IHtmlAnchorElement>("[role=status] a").Last().GetAttribute("href"), TestContext.Current.CancellationToken));
        Assert.True(zip.Entries.Count > 1);
        using var letter = WordprocessingDocument.Open(new MemoryStream(await ReadAsync(zip.Entries[0])), isEditable: false);
        var words = letter.MainDocumentPart!.Document!.InnerText;
        Assert.DoesNotContain("{{", words, StringComparison.Ordinal);
        Assert.Contains("2025—2026", words, StringComparison.Ordinal);

        using var again = await site.Site.Client.GetAsync(new Uri(first.DocumentUri).AbsolutePath + "/letters.zip", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, again.StatusCode);
        if (kind == DatabaseKind.Sqlite)
        {
            var page = await chromium.OpenAsync(site.Site.Url + new Uri(second.DocumentUri).AbsolutePath);
            await page.PictureAsync("rotation");
            Assert.True(Chromium.ProblemsOf(page).Count == 0, string.Join("\n", Chromium.ProblemsOf(page)));
        }
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<byte[]> ReadAsync(ZipArchiveEntry entry)
    {
        using var copy = new MemoryStream();
        await using var stream = entry.Open();
        await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
        return copy.ToArray();
    }
}
