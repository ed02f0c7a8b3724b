using Microsoft.AspNetCore.DataProtection;
using Serilog;

namespace Xueheng.App.Operations;

/// <summary>What keeps the site running, watched and safe: logs, health, telemetry, headers, keys, shutdown.</summary>
internal static class OperationsModule
{
    public static void AddOperations(this WebApplicationBuilder builder, DataLocation location)
    {
        builder.AddLogs(location);
        builder.AddTelemetry();
        builder.Services.AddHealth();
        builder.Services.AddHostedService<DailyDigestJob>();
        builder.Services.AddHostFiltering(options => options.AllowedHosts = LoopbackHosts.Allowed(builder.Configuration));
        builder.Services.AddDataProtection()
            .SetApplicationName("Xueheng")
            .PersistKeysToFileSystem(location.Create("keys"));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
    }

    /// <summary>Before everything else in the pipeline.</summary>
    public static void UseOperations(this WebApplication app)
    {
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            options.GetLevel = Logs.LevelOfRequest;
        });
        app.UseSecurityHeaders();
        app.UseHealth();
    }
}
