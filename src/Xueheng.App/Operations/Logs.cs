using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Xueheng.App.Operations;

/// <summary>
/// One line a request and one an event, to the console for people and to <c>logs/</c> in the data folder as JSON lines.
/// Paths and figures only: no query strings, no forms, no parameters of SQL, for these carry names of persons.
/// </summary>
internal static class Logs
{
    /// <summary>Set to <c>false</c> to keep the console quiet, as tests do.</summary>
    public const string ConsoleSetting = "Logs:Console";

    private const int DaysKept = 31;
    private const long BytesAFile = 64L * 1024 * 1024;

    public static void AddLogs(this WebApplicationBuilder builder, DataLocation location)
    {
        var console = builder.Configuration.GetValue(ConsoleSetting, true);
        var folder = location.Create("logs");
        builder.Logging.ClearProviders();
        builder.Services.AddSerilog((_, logs) =>
        {
            logs.MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
                .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection.KeyManagement", LogEventLevel.Error)
                .MinimumLevel.Override("System", LogEventLevel.Warning)
                .Enrich.FromLogContext()
                .WriteTo.File(
                    new CompactJsonFormatter(),
                    Path.Combine(folder.FullName, "xueheng-.jsonl"),
                    rollingInterval: RollingInterval.Day,
                    rollOnFileSizeLimit: true,
                    fileSizeLimitBytes: BytesAFile,
                    retainedFileCountLimit: DaysKept,
                    shared: true);
            if (console)
            {
                logs.WriteTo.Console(
                    restrictedToMinimumLevel: LogEventLevel.Warning,
                    formatProvider: CultureInfo.InvariantCulture,
                    outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}");
            }
        }, preserveStaticLogger: true);
    }

    /// <summary>Failures are errors, slow answers are warnings, health probes and static files are not worth a line.</summary>
    public static LogEventLevel LevelOfRequest(HttpContext context, double milliseconds, Exception? exception)
    {
        if (exception is not null || context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
        {
            return LogEventLevel.Error;
        }

        if (milliseconds > 5000)
        {
            return LogEventLevel.Warning;
        }

        return context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? LogEventLevel.Debug : LogEventLevel.Information;
    }
}
