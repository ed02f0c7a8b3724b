using Xueheng.Engines.Location.Lagrange;

namespace Xueheng.Engines.Location.Branch;

/// <summary>
/// Branch and bound over the Lagrangean relaxation, lowest bound first. Nodes are worked on a fixed number at a time, so the search is the same
/// whatever the number of threads.
/// </summary>
internal sealed class BranchAndBound
{
    private readonly NodeWork[] _work;
    private readonly PriorityQueue<Node, (double, long)> _open = new();
    private readonly int _together;
    private long _numbers;

    /// <param name="arcs">The arcs left after reduction.</param>
    /// <param name="forced">The state of each facility after reduction.</param>
    /// <param name="cutoff">Answers must cost less than this to matter.</param>
    /// <param name="together">How many nodes are worked on at a time; not a matter of threads.</param>
    public BranchAndBound(Arcs arcs, sbyte[] forced, double[] multipliers, double bound, double cutoff, int together)
    {
        (_together, Cutoff) = (together, cutoff);
        _work = [.. Enumerable.Range(0, together).Select(_ => new NodeWork(arcs))];
        _open.Enqueue(new Node(bound, _numbers++, forced, new bool[arcs.Count], multipliers), (bound, 0));
    }

    /// <summary>Answers must cost less than this to matter; lowered from outside when a better one is known.</summary>
    public double Cutoff { get; set; }

    /// <summary>The best answer found by the last batch; null when it found none below the cutoff.</summary>
    public (double Cost, int[] Assign, bool[] Open)? Found { get; private set; }

    public long Nodes { get; private set; }

    /// <summary>No answer costs less than this; the cutoff once nothing is left.</summary>
    public double Bound => _open.Count == 0 ? Cutoff : Math.Min(Cutoff, _open.Peek().Bound);

    public bool Done => _open.Count == 0;

    public int Waiting => _open.Count;

    /// <summary>Works on the next few nodes.</summary>
    public void Batch(int threads)
    {
        var batch = new List<Node>(_together);
        while (batch.Count < _together && _open.TryDequeue(out var node, out _))
        {
            if (node.Bound < Cutoff)
            {
                batch.Add(node);
            }
        }

        Found = null;
        var cutoff = Cutoff;
        if (threads > 1)
        {
            Parallel.For(0, batch.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, k => _work[k].Run(batch[k], cutoff));
        }
        else
        {
            for (var k = 0; k < batch.Count; k++)
            {
                _work[k].Run(batch[k], cutoff);
            }
        }

        for (var k = 0; k < batch.Count; k++)
        {
            Nodes++;
            if (_work[k].Found is { } found && found.Cost < (Found?.Cost ?? double.PositiveInfinity))
            {
                Found = found;
            }

            foreach (var child in _work[k].Children)
            {
                _open.Enqueue(child with { Number = ++_numbers }, (child.Bound, -_numbers));
            }
        }
    }
}
