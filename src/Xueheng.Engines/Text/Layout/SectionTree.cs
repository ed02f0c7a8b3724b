namespace Xueheng.Engines.Text;

/// <summary>Builds the tree of sections line by line.</summary>
internal sealed class SectionTree
{
    private readonly List<Section> _sections = [];
    private readonly Stack<(int Index, int Rank)> _open = new();
    private int _end;

    /// <summary>The section the line being read stands in.</summary>
    public int? Current => _open.TryPeek(out var top) ? top.Index : null;

    public void Open(int rank, string title, TextSpan heading)
    {
        while (_open.TryPeek(out var top) && top.Rank >= rank)
        {
            Close();
        }

        _sections.Add(new Section(title, _open.Count + 1, Current, heading, heading));
        _open.Push((_sections.Count - 1, rank));
    }

    /// <summary>The section the one being read stands in.</summary>
    public int? Parent => Current is { } at ? _sections[at].Parent : null;

    /// <summary>The body goes on to here.</summary>
    public void Reach(int end) => _end = end;

    public IReadOnlyList<Section> Done()
    {
        while (_open.Count > 0)
        {
            Close();
        }

        return _sections;
    }

    private void Close()
    {
        var (index, _) = _open.Pop();
        var section = _sections[index];
        _sections[index] = section with { At = section.At with { End = Math.Max(section.Heading.End, _end) } };
    }
}
