using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xueheng.App.Tests.Browser;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Pages;

public sealed class ListTests(DemoSite demo)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_export_holds_every_page_of_the_view_with_its_rows_in_order_and_its_columns(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        var address = $"{DemoSite.Home}/pupils?stage=primary&sex=女&sort=-name&size=100&col=name&col=pupil&col=grade&col=born";
        var shown = new List<List<string>>();
        IDocument page;
        for (var number = 1; ; number++)
        {
            page = await site.OpenAsync($"{address}&page={number}");
            shown.AddRange(page.Rows("pupils"));
            if (page.QuerySelector("a[rel=next]") is null)
            {
                break;
            }
        }

        Assert.True(shown.Count > 200);
        var sheet = Sheet.Read(await site.Client.GetByteArrayAsync(page.Export("pupils"), TestContext.Current.CancellationToken));
        Assert.Equal(page.Headings("pupils"), sheet.Headings);
        Assert.Equal(shown.Count, sheet.Rows.Count - 1);
        for (var row = 0; row < shown.Count; row++)
        {
            Assert.Equal(shown[row][..3], sheet.Rows[row + 1].Take(3).Select(c => c.Value));
            Assert.Equal(shown[row][3], Day(sheet.Rows[row + 1][3]));
        }
    }

    [Theory]
    [InlineData("/schools", "schools")]
    [InlineData("/teachers?sort=-training", "teachers")]
    [InlineData("/classes?sort=pupils", "classes")]
    [InlineData("/differences", "facts")]
    [InlineData("/check/quality-balance-2017", "matrix")]
    [InlineData("/check/quality-balance-2017", "county-indicators")]
    [InlineData("/check/quality-balance-2017/L2/primary?sort=name", "indicator-schools")]
    [InlineData("/standards/quality-balance-2017", "indicator-definitions")]
    [InlineData("/standards/facts?sort=-id", "fact-definitions")]
    [InlineData("/data", "revisions")]
    public async Task Every_list_exports_the_rows_it_shows(string address, string list)
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        var page = await site.OpenAsync(DemoSite.Home + address);
        if (page.QuerySelector($"section#{list} table") is null)
        {
            return;
        }

        var shown = page.Rows(list);
        var sheet = Sheet.Read(await site.Client.GetByteArrayAsync(page.Export(list), TestContext.Current.CancellationToken));
        Assert.Equal(page.Headings(list), sheet.Headings);
        Assert.Equal(shown.Select(r => r[0]).Take(50), sheet.Rows.Skip(1).Select(r => r[0].Value.Length == 0 ? "—" : r[0].Value).Take(50));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_name_that_looks_like_a_formula_and_a_code_of_digits_are_exported_as_text(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        var page = await site.OpenAsync($"{DemoSite.Home}/schools");
        var sheet = Sheet.Read(await site.Client.GetByteArrayAsync(page.Export("schools"), TestContext.Current.CancellationToken));
        Assert.Contains(sheet.Rows, row => row[0] == ("inlineStr", DemoSite.Hostile));
        Assert.All(sheet.Rows.Skip(1), row => Assert.Equal("inlineStr", row[^1].Type));
        Assert.All(sheet.Rows.Skip(1), row => Assert.Matches("^[0-9]{10}$", row[^1].Value));
        Assert.DoesNotContain("<f>", sheet.Xml, StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.Contains("calc", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sorting_by_any_column_sorts_alike_on_both_databases(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        var other = await demo.GetAsync(DatabaseKind.Sqlite);
        foreach (var sort in (string[])["name", "-name", "pupil", "-born", "born", "school", "grade", "-disability", "migrant", "-inzone", "hometown"])
        {
            var address = $"{DemoSite.Home}/pupils?sort={sort}&numbers=full&col=pupil&page=2";
            Assert.Equal((await other.OpenAsync(address)).Rows("pupils"), (await site.OpenAsync(address)).Rows("pupils"));
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_filter_keeps_only_its_rows_and_the_count_says_how_many(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        var all = await CountAsync(site, "");
        var (primary, junior) = (await CountAsync(site, "?stage=primary"), await CountAsync(site, "?stage=junior"));
        Assert.InRange(primary + junior, 1, all);
        Assert.Equal(primary, await CountAsync(site, "?stage=primary&sex=男") + await CountAsync(site, "?stage=primary&sex=女"));
        Assert.Equal(all, await CountAsync(site, "?stage=nonsense"));
        Assert.Equal(0, await CountAsync(site, "?q=没有这个人"));
        var someone = (await site.OpenAsync($"{DemoSite.Home}/pupils?numbers=full")).Rows("pupils")[7];
        Assert.Equal(1, await CountAsync(site, "?q=" + someone[2]));
        Assert.Contains(someone[0], (await site.OpenAsync($"{DemoSite.Home}/pupils?size=200&q={Uri.EscapeDataString(someone[0])}")).Rows("pupils").Select(r => r[0]));
    }

    [Fact]
    public async Task The_whole_view_stands_in_the_address()
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        var page = await site.OpenAsync($"{DemoSite.Home}/pupils?stage=primary&sort=-name&size=20&page=3");
        Assert.Equal("primary", page.QuerySelector<IHtmlSelectElement>("select[name=stage]")!.Value);
        Assert.Equal("20", page.QuerySelector<IHtmlSelectElement>("select[name=size]")!.Value);
        Assert.Equal("descending", page.QuerySelectorAll("th").First(h => h.TextContent.StartsWith("姓名", StringComparison.Ordinal)).GetAttribute("aria-sort"));
        Assert.Equal("3", page.QuerySelector(".pages [aria-current]")!.TextContent);
        var next = page.QuerySelector("a[rel=next]")!.GetAttribute("href");
        Assert.Equal($"{DemoSite.Home}/pupils?stage=primary&sort=-name&size=20&page=4", next);
        var sorted = page.QuerySelectorAll<IHtmlAnchorElement>("th a").First(a => a.TextContent.StartsWith("班号", StringComparison.Ordinal)).GetAttribute("href");
        Assert.Equal($"{DemoSite.Home}/pupils?stage=primary&size=20&sort=class", sorted);
        Assert.Equal("-name", page.QuerySelector<IHtmlInputElement>("form.filters input[type=hidden][name=sort]")!.Value);
        var elsewhere = page.QuerySelectorAll<IHtmlAnchorElement>("header .pick li a").First(a => a.TextContent.Contains("2023", StringComparison.Ordinal)).GetAttribute("href");
        Assert.Equal("/c/990101/2023/pupils?stage=primary&sort=-name&size=20", elsewhere);
    }

    [Fact]
    public async Task Two_lists_of_one_page_are_sorted_apart()
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        var address = DemoSite.Home + "/check/quality-balance-2017";
        var (before, after) = (await site.OpenAsync(address), await site.OpenAsync(address + "?matrix.sort=-cv"));
        Assert.NotEqual(before.Rows("matrix"), after.Rows("matrix"));
        Assert.Equal(before.Rows("county-indicators"), after.Rows("county-indicators"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Numbers_of_persons_are_hidden_unless_asked_for(DatabaseKind kind)
    {
        var site = await demo.GetAsync(kind);
        const string Columns = "&col=name&col=pupil&col=identity";
        var hidden = await site.OpenAsync($"{DemoSite.Home}/pupils?size=200{Columns}");
        Assert.All(hidden.Rows("pupils"), row => Assert.All(row.Skip(1).Where(n => n != "—"), n => Assert.Contains("********", n, StringComparison.Ordinal)));
        var exported = Sheet.Read(await site.Client.GetByteArrayAsync(hidden.Export("pupils"), TestContext.Current.CancellationToken));
        Assert.DoesNotMatch("[0-9]{17}[0-9X]", exported.Xml);
        var shown = await site.OpenAsync($"{DemoSite.Home}/pupils?numbers=full{Columns}");
        Assert.All(shown.Rows("pupils"), row => Assert.Matches("^[GJL][0-9]{17}[0-9X]$", row[1]));
    }

    [Fact]
    public async Task A_pupils_row_is_reached_from_the_figure_it_is_counted_in()
    {
        var site = await demo.GetAsync(DatabaseKind.Sqlite);
        var school = (await site.OpenAsync(DemoSite.Home + "/schools?stage=primary")).QuerySelector("section#schools tbody a")!.GetAttribute("href")!;
        var page = await site.OpenAsync(school);
        var fact = page.QuerySelectorAll<IHtmlAnchorElement>("section#facts tbody a").First(a => a.TextContent == "随迁子女在校生数");
        var value = fact.ParentElement!.ParentElement!.QuerySelectorAll("td")[2].TextContent;
        var counted = await site.OpenAsync(fact.GetAttribute("href")!);
        var left = await site.OpenAsync(fact.GetAttribute("href") + "?excluded=1");
        Assert.Contains($"共 {value} 行", counted.QuerySelector("#fact-rows .count")!.TextContent, StringComparison.Ordinal);
        Assert.All(left.Rows("fact-rows"), row => Assert.Equal("不是随迁子女", row[0]));
        var headings = counted.Headings("fact-rows");
        Assert.Equal(["工作表", "行", "文件"], headings[^3..]);
        Assert.All(counted.Rows("fact-rows"), row => Assert.True(row[headings.IndexOf("工作表")] == "学生" && int.Parse(row[headings.IndexOf("行")], CultureInfo.InvariantCulture) > 1));
    }

    private static async Task<int> CountAsync(RunningSite site, string query)
    {
        var text = (await site.OpenAsync(DemoSite.Home + "/pupils" + query)).QuerySelector("#pupils .count")!.TextContent.Trim();
        return text.StartsWith('共') ? int.Parse(text[1..text.IndexOf('行', StringComparison.Ordinal)].Trim(), NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 0;
    }

    private static string Day((string Type, string Value) cell) =>
        cell.Value.Length == 0 ? "—" : new DateOnly(1899, 12, 30).AddDays(int.Parse(cell.Value, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
