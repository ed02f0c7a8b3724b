using System.Collections.Concurrent;
using System.Threading.Channels;
using Xueheng.Census;

namespace Xueheng.App.Pages.Data;

/// <summary>Uploads waiting to be imported, and how far the one at work is.</summary>
internal sealed class ImportQueue
{
    private readonly Channel<Guid> _waiting = Channel.CreateUnbounded<Guid>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<Guid, ImportProgress> _progress = [];

    public void Add(Guid run)
    {
        _progress[run] = new ImportProgress("", 0, 0, 0);
        _waiting.Writer.TryWrite(run);
    }

    public IAsyncEnumerable<Guid> TakeAllAsync(CancellationToken cancellation) => _waiting.Reader.ReadAllAsync(cancellation);

    /// <summary>Null for a run that is neither waiting nor at work here.</summary>
    public ImportProgress? ProgressOf(Guid run) => _progress.GetValueOrDefault(run);

    public IProgress<ImportProgress> Watch(Guid run) => new Watcher(this, run);

    public void Done(Guid run) => _progress.TryRemove(run, out _);

    private sealed class Watcher(ImportQueue queue, Guid run) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => queue._progress[run] = value;
    }
}
