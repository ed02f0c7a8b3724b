namespace Xueheng.Plans.Notices;

/// <summary>How one try to send ended.</summary>
/// <param name="Error">Null when it was taken.</param>
/// <param name="MayHaveArrived">The other side may have taken it all the same.</param>
internal sealed record Sending(string? Error, bool MayHaveArrived)
{
    public static readonly Sending Done = new(null, false);

    public static Sending Failed(string error) => new(error, false);

    public static Sending Unsure(string error) => new(error, true);
}
