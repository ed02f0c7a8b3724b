using System.Net;
using Xueheng.App.Operations;
using Xueheng.App.Tests.Browser;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Operations;

public sealed class SafetyTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080;http://[::1]:5080", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://127.0.0.1:5080;http://10.0.0.5:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://bureau.example:5080", false)]
    public void Loopback_is_told_from_the_rest(string urls, bool loopback) => Assert.Equal(loopback, LoopbackHosts.Only(urls));

    [Theory]
    [InlineData("/")]
    [InlineData("/health/live")]
    [InlineData("/no-such-page")]
    [InlineData("/api/v1/no-such-thing")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var site = await RunningSite.StartAsync(database);
        using var response = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_name_that_was_pointed_at_this_machine_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var site = await RunningSite.StartAsync(database);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "rebound.example";
        using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Logs_tell_the_path_and_no_words_a_person_searched_for()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using (var site = await RunningSite.StartAsync(database))
        {
            using var response = await site.Client.GetAsync("/no-such-page?search=欧阳小满", TestContext.Current.CancellationToken);
        }

        var log = await File.ReadAllTextAsync(
            Assert.Single(Directory.GetFiles(Path.Combine(database.Folder.FullName, "logs"))), TestContext.Current.CancellationToken);
        Assert.Contains("\"RequestPath\":\"/no-such-page\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳小满", log, StringComparison.Ordinal);
        Assert.DoesNotContain(Uri.EscapeDataString("欧阳小满"), log, StringComparison.OrdinalIgnoreCase);
    }
}
