using System.Net;
using Xueheng.App.Tests.Browser;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Operations;

public sealed class HealthTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_site_over_a_migrated_database_is_live_and_ready(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var site = await RunningSite.StartAsync(database);
        Assert.Equal(HttpStatusCode.OK, (await Get(site, "/health/live")).Status);
        var (status, text) = await Get(site, "/health/ready");
        Assert.True(status == HttpStatusCode.OK, text);
        Assert.Contains("\"packs\":\"3 standards\"", text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_site_over_an_older_schema_is_live_but_not_ready(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using var site = await RunningSite.StartAsync(database.Location(), migrate: false);
        Assert.Equal(HttpStatusCode.OK, (await Get(site, "/health/live")).Status);
        var (status, text) = await Get(site, "/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("\"schema\":\"the database has an older schema", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notices_that_cannot_be_sent_make_a_site_degraded_and_leave_it_ready()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(database.Folder.FullName, "notices.yaml"), "mail: 没有\n", TestContext.Current.CancellationToken);
        await using var site = await RunningSite.StartAsync(database);
        var (status, text) = await Get(site, "/health/ready");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"status\":\"degraded\"", text, StringComparison.Ordinal);
        Assert.Contains("\"notices\":\"notices.yaml does not hold", text, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Text)> Get(RunningSite site, string path)
    {
        using var response = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
