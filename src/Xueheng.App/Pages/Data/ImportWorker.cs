using Xueheng.Census;

namespace Xueheng.App.Pages.Data;

/// <summary>
/// Imports uploads one after another, apart from any request: closing the browser loses nothing. What was waiting when the
/// program ended is taken up when it starts again; what was cut off is marked as failed.
/// </summary>
internal sealed partial class ImportWorker(ImportQueue queue, Uploads uploads, IServiceScopeFactory scopes, ILogger<ImportWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ResumeAsync(stoppingToken);
        await foreach (var run in queue.TakeAllAsync(stoppingToken))
        {
            await ImportAsync(run, stoppingToken);
        }
    }

    private async Task ResumeAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var runs = scope.ServiceProvider.GetRequiredService<ImportRuns>();
            await runs.RecoverAsync(cancellation);
            foreach (var upload in uploads.All())
            {
                if (await runs.FindAsync(upload.County, upload.Run, cancellation) is null && queue.ProgressOf(upload.Run) is null)
                {
                    queue.Add(upload.Run);
                }
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotResumed(e);
        }
    }

    private async Task ImportAsync(Guid run, CancellationToken cancellation)
    {
        try
        {
            if (uploads.Find(run) is { } upload)
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ImportCensus>()
                    .RunAsync(upload.Command(uploads.FolderOf(run)), queue.Watch(run), cancellation);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The run itself says that it failed; the next upload is not to suffer for it.
            NotImported(run, e);
        }
        finally
        {
            queue.Done(run);
        }
    }

    [LoggerMessage(LogLevel.Error, "Uploads that were waiting could not be taken up again")]
    private partial void NotResumed(Exception exception);

    [LoggerMessage(LogLevel.Error, "Import {Run} ended in an exception")]
    private partial void NotImported(Guid run, Exception exception);
}
