using System.Threading.Channels;
using Xueheng.Storage;

namespace Xueheng.Census;

/// <summary>
/// Rows on their way from the reading thread to the database, in batches through bounded channels: reading and writing go on
/// at once, and neither runs far ahead of the other. Tables are written one after another, in the order they were begun.
/// </summary>
internal sealed class RowPipe(XuehengDb db, IBulkRows bulk, CancellationToken cancellation) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
    private Task _tail = Task.CompletedTask;

    public RowFlow<TRow> Begin<TRow>()
        where TRow : class
    {
        var flow = new RowFlow<TRow>(_stop.Token);
        _tail = WriteAfterAsync(_tail, flow);
        return flow;
    }

    /// <summary>Waits until everything begun and ended is written.</summary>
    public Task FinishAsync() => _tail;

    /// <summary>Stops writing where it stands; the transaction is going to be rolled back.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        try
        {
            await _tail;
        }
        catch (Exception e) when (e is OperationCanceledException || _stop.IsCancellationRequested)
        {
            // Cut off on purpose: whatever the driver made of it, the rows are not wanted.
        }

        _stop.Dispose();
    }

    private async Task WriteAfterAsync<TRow>(Task before, RowFlow<TRow> flow)
        where TRow : class
    {
        try
        {
            await before;
            await Task.Run(() => bulk.WriteAsync(db, flow.Rows(), _stop.Token), _stop.Token);
        }
        catch (Exception e)
        {
            flow.Break(e);
            throw;
        }
    }
}

/// <summary>The rows of one table on their way.</summary>
internal sealed class RowFlow<TRow>(CancellationToken cancellation)
    where TRow : class
{
    private const int RowsPerBatch = 256;

    private readonly Channel<List<TRow>> _batches = Channel.CreateBounded<List<TRow>>(
        new BoundedChannelOptions(16) { SingleReader = true, SingleWriter = true });

    private List<TRow> _batch = new(RowsPerBatch);

    public ValueTask AddAsync(TRow row)
    {
        _batch.Add(row);
        return _batch.Count < RowsPerBatch ? default : FlushAsync();
    }

    public async ValueTask EndAsync()
    {
        await FlushAsync();
        _batches.Writer.TryComplete();
    }

    public async IAsyncEnumerable<TRow> Rows()
    {
        await foreach (var batch in _batches.Reader.ReadAllAsync(cancellation))
        {
            foreach (var row in batch)
            {
                yield return row;
            }
        }
    }

    /// <summary>The writer failed: the reading side learns it at its next batch.</summary>
    public void Break(Exception cause) => _batches.Writer.TryComplete(cause);

    private ValueTask FlushAsync()
    {
        if (_batch.Count == 0)
        {
            return default;
        }

        var full = _batch;
        _batch = new List<TRow>(RowsPerBatch);
        return _batches.Writer.WriteAsync(full, cancellation);
    }
}
