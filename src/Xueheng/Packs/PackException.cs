namespace Xueheng.Packs;

/// <summary>A pack that does not hold: file, line and reason. A shipped one stops the start; a user's is refused.</summary>
public sealed class PackException : Exception
{
    public PackException()
    {
    }

    public PackException(string message)
        : base(message)
    {
    }

    public PackException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public PackException(string file, long line, string reason)
        : base($"{file} 第 {line} 行：{reason}")
    {
    }
}
