using Xueheng.Packs;
using Xueheng.Plans.Notices;

namespace Xueheng.App.Operations;

/// <summary>
/// Makes the daily digest on working days, from the configured hour on, and sends what waits to be sent. Several sites over one
/// database may all run it: what one has made or sent the others leave alone.
/// </summary>
internal sealed partial class DailyDigestJob(IServiceScopeFactory scopes, PackLibrary packs, ReadNoticeSettings settings, TimeProvider clock, ILogger<DailyDigestJob> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private DateOnly? _made;
    private string? _said;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await OnceAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Failed(e);
            }
        }
    }

    internal async Task OnceAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = CountyClock.At(clock.GetUtcNow());
        var today = clock.Today();
        var hour = settings.Run() is { Succeeded: true } read ? read.Value.At : NoticeSettings.UsualHour;
        if (_made != today && packs.WorkingDays.Is(today) && TimeOnly.FromDateTime(now.DateTime) >= hour)
        {
            Made(await scope.ServiceProvider.GetRequiredService<DailyDigest>().RunAsync(null, cancellation));
            _made = today;
        }

        var delivered = await scope.ServiceProvider.GetRequiredService<DeliverNotices>().RunAsync(null, cancellation);
        if (delivered.Failure?.Message is { } wrong && wrong != _said)
        {
            NotSent(wrong);
        }

        _said = delivered.Failure?.Message;
    }

    [LoggerMessage(LogLevel.Information, "Daily digest: {Notices} notices")]
    private partial void Made(int notices);

    [LoggerMessage(LogLevel.Warning, "Notices are not sent: {Reason}")]
    private partial void NotSent(string reason);

    [LoggerMessage(LogLevel.Error, "The daily digest ended in an exception and is tried again in a minute")]
    private partial void Failed(Exception exception);
}
