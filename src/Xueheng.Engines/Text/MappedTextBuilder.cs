using System.Text;

namespace Xueheng.Engines.Text;

/// <summary>Writes a <see cref="MappedText"/> character by character.</summary>
internal sealed class MappedTextBuilder(int capacity)
{
    private readonly StringBuilder _text = new(capacity);
    private readonly List<int> _starts = new(capacity);
    private readonly List<int> _ends = new(capacity);

    public int Length => _text.Length;

    public char this[int at] => _text[at];

    /// <summary>Where the last character's original ends.</summary>
    public int LastEnd => _ends[^1];

    /// <summary>Adds a character that stands for one range of original ones.</summary>
    public void Add(char clean, int start, int end)
    {
        _text.Append(clean);
        _starts.Add(start);
        _ends.Add(end);
    }

    /// <summary>Adds another character in the place of one of <paramref name="from"/>.</summary>
    public void Add(char clean, MappedText from, int at)
    {
        var span = from.Original(at, at + 1);
        Add(clean, span.Start, span.End);
    }

    public void Add(MappedText text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            Add(text[i], text, i);
        }
    }

    public void Remove(int count)
    {
        _text.Length -= count;
        _starts.RemoveRange(_starts.Count - count, count);
        _ends.RemoveRange(_ends.Count - count, count);
    }

    public MappedText Build() => MappedText.Build(_text.ToString(), [.. _starts], [.. _ends]);
}
