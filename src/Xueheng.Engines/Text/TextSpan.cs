namespace Xueheng.Engines.Text;

/// <summary>Characters <c>Start</c> to <c>End</c> (not included) of a document as it was given, in UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(int at) => at >= Start && at < End;

    /// <summary>The very characters.</summary>
    public string Of(string text) => text[Start..End];
}
