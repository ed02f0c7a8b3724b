namespace Xueheng.Engines.Location;

/// <summary>Why an instance cannot be solved, said before solving.</summary>
/// <param name="Code">A stable code of the range <c>XH60nn</c>.</param>
/// <param name="Line">Line of the file, from 1; null when it is about the whole.</param>
/// <param name="Message">One Chinese sentence that says what is wrong and what to do.</param>
public sealed record LocationFault(string Code, int? Line, string Message)
{
    /// <summary>True when the fault is in the file of neighbours, not in the file of units.</summary>
    public bool OfConnectivity { get; init; }
}
