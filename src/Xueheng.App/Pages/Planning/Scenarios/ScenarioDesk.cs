using System.Collections.Concurrent;
using System.Threading.Channels;
using Xueheng.Planning.Scenarios;

namespace Xueheng.App.Pages.Planning.Scenarios;

/// <summary>
/// Works out scenarios of every kind apart from any request, one after the other: closing the browser loses nothing. What was waiting or at work when the program
/// ended is taken up when it starts again.
/// </summary>
internal sealed partial class ScenarioDesk(IServiceScopeFactory scopes, ILogger<ScenarioDesk> log) : BackgroundService
{
    private readonly Channel<(string County, Guid Id)> _waiting = Channel.CreateUnbounded<(string, Guid)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<Guid, ScenarioWork> _works = [];

    public void Add(string county, Guid id)
    {
        if (_works.TryAdd(id, new ScenarioWork()))
        {
            _waiting.Writer.TryWrite((county, id));
        }
    }

    /// <summary>Null for a scenario that is neither waiting nor at work here.</summary>
    public ScenarioWork? WorkOf(Guid id) => _works.GetValueOrDefault(id);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await ResumeAsync(stoppingToken);
        await foreach (var (county, id) in _waiting.Reader.ReadAllAsync(stoppingToken))
        {
            await WorkAsync(county, id, stoppingToken);
        }
    }

    private async Task ResumeAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            foreach (var (county, id) in await scope.ServiceProvider.GetRequiredService<FindScenarios>().UnfinishedAsync(cancellation))
            {
                Add(county, id);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotResumed(e);
        }
    }

    private async Task WorkAsync(string county, Guid id, CancellationToken cancellation)
    {
        try
        {
            var work = _works[id];
            await using var scope = scopes.CreateAsyncScope();

            // The solvers keep a core busy; a request's thread is not for that.
            await Task.Run(() => scope.ServiceProvider.GetRequiredService<WorkScenario>().RunAsync(county, id, work, work.Stopping, cancellation), cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotDone(id, e);
        }
        finally
        {
            if (_works.TryRemove(id, out var work))
            {
                work.Dispose();
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Scenarios that were waiting could not be taken up again")]
    private partial void NotResumed(Exception exception);

    [LoggerMessage(LogLevel.Error, "Scenario {Id} ended in an exception")]
    private partial void NotDone(Guid id, Exception exception);
}

/// <summary>A scenario that waits or is being worked out.</summary>
internal sealed class ScenarioWork : IProgress<ScenarioProgress>, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ScenarioProgress> _told = [];

    /// <summary>What it has told so far, the first first.</summary>
    public IReadOnlyCollection<ScenarioProgress> Told => _told;

    public CancellationToken Stopping => _stop.Token;

    public void Report(ScenarioProgress value) => _told.Enqueue(value);

    public void Stop() => _stop.Cancel();

    public void Dispose() => _stop.Dispose();
}
