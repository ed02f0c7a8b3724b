using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Xueheng.App.Tests.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Xueheng.App.Tests.Browser;

/// <summary>
/// One Chromium for all tests of the process, started by the first that opens a page; each page has a profile of its own. Use:
/// <code>
/// public sealed class HomeBrowserTests(Chromium chromium)
/// {
///     [Fact]
///     public async Task The_home_page_shows_the_verdict()
///     {
///         await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
///         await using var site = await RunningSite.StartAsync(database);
///         var page = await chromium.OpenAsync(site.Url + "/");
///         await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("学衡");
///         await page.PictureAsync("home");               // artifacts/screenshots/home-1280.png and home-390.png
///         Assert.Empty(Chromium.ProblemsOf(page));       // script errors, refused by the content policy, not found
///     }
/// }
/// </code>
/// Where there is no browser the tests fail and say so. Pages reach loopback only: what else they ask for is a problem.
/// </summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ];

    private static readonly ConditionalWeakTable<IPage, List<string>> Problems = [];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>Opens an address in a fresh profile, 1280 wide, in Chinese.</summary>
    public async Task<IPage> OpenAsync(string url, bool script = true)
    {
        var (_, browser) = await _started.Value;
        Assertions.SetDefaultExpectTimeout(30_000);
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = Pictures.Wide, Height = Pictures.Height },
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            JavaScriptEnabled = script,
        });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        var problems = Problems.GetOrCreateValue(page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                problems.Add($"{message.Type}: {message.Text} ({message.Location})");
            }
        };
        page.PageError += (_, error) => problems.Add("script: " + error);
        page.RequestFailed += (_, request) =>
        {
            // A page given up for the next, or kept as a download, was aborted by the browser itself.
            if (request.Failure != "net::ERR_ABORTED")
            {
                problems.Add($"request: {request.Url} {request.Failure}");
            }
        };
        await page.GotoAsync(url);
        return page;
    }

    /// <summary>What the browser complained of on this page so far.</summary>
    public static IReadOnlyList<string> ProblemsOf(IPage page) => [.. Problems.GetOrCreateValue(page)];

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            var (driver, browser) = await _started.Value;
            await browser.DisposeAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new() { ExecutablePath = FindBrowser(), Args = Arguments, Timeout = 60_000 });
        return (driver, browser);
    }

    private static string FindBrowser() =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException(
            "These tests need Chromium and found none: install it (Debian: apt-get install chromium). ./test does this.");
}
