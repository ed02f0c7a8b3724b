namespace Xueheng.Engines.Location.Reading;

/// <summary>What a file of units gives: an instance with the line of each unit, or what is wrong with it.</summary>
public sealed record LocationFile
{
    private LocationFile(LocationInstance? instance, IReadOnlyList<int> lines, LocationFault? fault) => (Instance, Lines, Fault) = (instance, lines, fault);

    /// <summary>Null when there is a fault.</summary>
    public LocationInstance? Instance { get; }

    /// <summary>The line of the file each unit is on, from 1.</summary>
    public IReadOnlyList<int> Lines { get; }

    public LocationFault? Fault { get; }

    internal static LocationFile Read(LocationInstance instance, IReadOnlyList<int> lines) => new(instance, lines, null);

    internal static LocationFile Wrong(LocationFault fault) => new(null, [], fault);
}
