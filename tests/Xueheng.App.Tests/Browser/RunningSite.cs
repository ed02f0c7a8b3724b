using Microsoft.AspNetCore.Builder;
using Xueheng.App.Commands;
using Xueheng.App.Operations;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Browser;

/// <summary>The real site and API, on Kestrel on a free loopback port, over a test's database; stopped when disposed.</summary>
public sealed class RunningSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RunningSite(WebApplication app, string url) => (_app, Url, Client) = (app, url, new HttpClient { BaseAddress = new Uri(url) });

    /// <summary>For example <c>http://127.0.0.1:40123</c>.</summary>
    public string Url { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static Task<RunningSite> StartAsync(TestDatabase database) => StartAsync(database.Location());

    /// <param name="migrate">False to serve over a database as it is.</param>
    public static async Task<RunningSite> StartAsync(DataLocation location, bool migrate = true, params string[] settings)
    {
        var app = Site.Build(location, [$"--{Logs.ConsoleSetting}=false", .. settings]);
        app.Urls.Add("http://127.0.0.1:0");
        if (migrate)
        {
            await DataOptions.MigrateAsync(app.Services, CancellationToken.None);
        }

        await app.StartAsync();
        return new RunningSite(app, app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

internal static class TestLocation
{
    /// <summary>A test's database as the app is told of it.</summary>
    public static DataLocation Location(this TestDatabase database) => new(database.Folder, database.Connection);
}
