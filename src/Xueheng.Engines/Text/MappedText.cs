namespace Xueheng.Engines.Text;

/// <summary>
/// Clean text that remembers where it came from: each of its characters knows the range of original characters it stands for. Ranges never
/// go back, and what lies between two of them was noise.
/// </summary>
public sealed class MappedText
{
    private readonly string _text;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly int _offset;

    private MappedText(string text, int[] starts, int[] ends, int offset, int length) =>
        (_text, _starts, _ends, _offset, Length) = (text, starts, ends, offset, length);

    public int Length { get; }

    /// <summary>A text that stands for itself, character by character.</summary>
    public static MappedText Of(string text)
    {
        var (starts, ends) = (new int[text.Length], new int[text.Length]);
        for (var i = 0; i < text.Length; i++)
        {
            (starts[i], ends[i]) = (i, i + 1);
        }

        return Build(text, starts, ends);
    }

    /// <summary>A text whose characters came from those ranges of an original, which never go back.</summary>
    public static MappedText Of(string text, int[] starts, int[] ends)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(starts.Length, text.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(ends.Length, text.Length);
        return Build(text, starts, ends);
    }

    public char this[int at] => _text[_offset + at];

    public ReadOnlySpan<char> Span => _text.AsSpan(_offset, Length);

    /// <summary>The clean characters from <paramref name="start"/> to <paramref name="end"/>, sharing this one's storage.</summary>
    public MappedText Slice(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Length);
        return new MappedText(_text, _starts, _ends, _offset + start, Math.Max(0, end - start));
    }

    /// <summary>The original characters that the clean ones from <paramref name="start"/> to <paramref name="end"/> (at least one) came from, noise between them included.</summary>
    public TextSpan Original(int start, int end) => new(_starts[_offset + start], _ends[_offset + end - 1]);

    /// <summary>The original characters of the whole; an empty text came from nowhere.</summary>
    public TextSpan Original() => Length == 0 ? default : Original(0, Length);

    /// <summary>Without blanks at both ends.</summary>
    public MappedText Trim()
    {
        var (start, end) = (0, Length);
        while (start < end && char.IsWhiteSpace(this[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(this[end - 1]))
        {
            end--;
        }

        return Slice(start, end);
    }

    public override string ToString() => _text.Substring(_offset, Length);

    internal static MappedText Build(string text, int[] starts, int[] ends) => new(text, starts, ends, 0, text.Length);
}
