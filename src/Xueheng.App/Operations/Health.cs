using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xueheng.Packs;
using Xueheng.Plans.Notices;
using Xueheng.Storage;

namespace Xueheng.App.Operations;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: it can also serve, because the database is reached, has
/// the schema of this version, and the packs are loaded. 200 when all is well, 503 when not, with a line for each check. Notices
/// that do not go out make it degraded, which is 200 still.
/// </summary>
internal static class Health
{
    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<DatabaseReached>("database", tags: [Ready])
        .AddCheck<SchemaIsCurrent>("schema", tags: [Ready])
        .AddCheck<PacksLoaded>("packs", tags: [Ready])
        .AddCheck<NoticesSent>("notices", tags: [Ready]);

    /// <summary>Before the pages: an answer about health must not depend on anything they need.</summary>
    public static void UseHealth(this WebApplication app)
    {
        app.UseHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        app.UseHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString().ToLowerInvariant(),
        checks = report.Entries.ToDictionary(e => e.Key, e => e.Value.Description ?? e.Value.Status.ToString().ToLowerInvariant()),
    });

    private sealed class DatabaseReached(XuehengDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await db.Database.CanConnectAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("the database does not answer");
    }

    private sealed class SchemaIsCurrent(XuehengDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                return (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()
                    ? HealthCheckResult.Unhealthy("the database has an older schema than this version")
                    : HealthCheckResult.Healthy();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return HealthCheckResult.Unhealthy("the schema cannot be read", e);
            }
        }
    }

    /// <summary>What does not go out is no reason to take the site away, and nobody is named: the inbox says what is wrong.</summary>
    private sealed class NoticesSent(ReadNoticeSettings settings, FindDeliveries deliveries) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            if (!settings.Run().Succeeded)
            {
                return HealthCheckResult.Degraded($"{ReadNoticeSettings.FileName} does not hold, nothing is sent; see the inbox");
            }

            try
            {
                return await deliveries.FailedAsync(cancellationToken) is > 0 and var failed
                    ? HealthCheckResult.Degraded($"{failed} notices did not go out; see the inbox")
                    : HealthCheckResult.Healthy();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                return HealthCheckResult.Degraded("deliveries cannot be read", e);
            }
        }
    }

    private sealed class PacksLoaded(IServiceProvider services) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            try
            {
                var packs = services.GetRequiredService<PackLibrary>();
                return Task.FromResult(HealthCheckResult.Healthy($"{packs.Standards.Count} standards"));
            }
            catch (PackException e)
            {
                return Task.FromResult(HealthCheckResult.Unhealthy(e.Message));
            }
        }
    }
}
