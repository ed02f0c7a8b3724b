using Microsoft.Playwright;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Browser;

public sealed class RunningSiteTests(Chromium chromium)
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_site_opens_in_a_browser(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var site = await RunningSite.StartAsync(database);
        var page = await chromium.OpenAsync(site.Url + "/");
        await Assertions.Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("学衡"));
        await page.PictureAsync($"empty-{kind}");
    }
}
