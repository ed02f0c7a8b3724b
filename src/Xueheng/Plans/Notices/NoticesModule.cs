using Microsoft.Extensions.DependencyInjection;

namespace Xueheng.Plans.Notices;

/// <summary>Notices: made once a day, read in the inbox, sent outside.</summary>
public static class NoticesModule
{
    /// <param name="folder">The data folder, where <c>notices.yaml</c> may lie.</param>
    public static IServiceCollection AddNotices(this IServiceCollection services, DirectoryInfo folder) => services
        .AddSingleton(new ReadNoticeSettings(folder))
        .AddSingleton<NoticeHttp>()
        .AddScoped<DailyDigest>().AddScoped<BehindTargets>().AddScoped<Inbox>()
        .AddScoped<DeliverNotices>().AddScoped<FindDeliveries>();
}

/// <summary>The one client that calls robots; it follows no redirection, for the message would go where nobody configured.</summary>
public sealed class NoticeHttp : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    internal HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Patience };

    public void Dispose() => Client.Dispose();
}
