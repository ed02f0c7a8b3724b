using System.Runtime.CompilerServices;
using Xueheng.Engines.LeastChange;
using Xueheng.Planning.LeastChange;
using Xueheng.Standards.Trying;

namespace Xueheng.App.Pages.Planning.LeastChange;

/// <summary>
/// Works out least sets of changes apart from any request, one at a time, each once: a county opened to try steps on never changes, and what is worked out for it
/// is kept as long as the county is.
/// </summary>
internal sealed partial class LeastChangeDesk(IServiceScopeFactory scopes, IHostApplicationLifetime life, ILogger<LeastChangeDesk> log) : IDisposable
{
    /// <summary>Most counties take a second.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly ConditionalWeakTable<TrialCounty, LeastChangeWork> _works = [];
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>The work for a county, begun when nobody has asked for it yet.</summary>
    public LeastChangeWork Of(TrialCounty county) => _works.GetValue(county, c =>
    {
        var work = new LeastChangeWork();
        work.Plan = Task.Run(() => WorkAsync(c, work));
        return work;
    });

    public void Dispose() => _turn.Dispose();

    private async Task<LeastChangePlan> WorkAsync(TrialCounty county, LeastChangeWork work)
    {
        await _turn.WaitAsync(life.ApplicationStopping);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var before = county.Before;
            return scope.ServiceProvider.GetRequiredService<AdviseLeastChange>().Run(
                county, new LeastChangeCommand(before.County, county.Facts.Revision.Period, before.Standard, Longest), work, life.ApplicationStopping);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotDone(county.Before.County, county.Before.Standard, e);
            _works.Remove(county);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    [LoggerMessage(LogLevel.Error, "The least change of {County} by {Standard} ended in an exception")]
    private partial void NotDone(string county, string standard, Exception exception);
}

/// <summary>A least set of changes that is being worked out, or is.</summary>
internal sealed class LeastChangeWork : IProgress<LeastChangeProgress>
{
    /// <summary>How far it is; null before the first round.</summary>
    public LeastChangeProgress? Progress { get; private set; }

    public Task<LeastChangePlan> Plan { get; set; } = null!;

    public void Report(LeastChangeProgress value) => Progress = value;
}
