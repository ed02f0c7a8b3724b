namespace Xueheng.Engines.Location.Reading;

/// <summary>What becomes of a straight distance before it is a cost.</summary>
public enum DistanceRounding
{
    /// <summary>Left as it is.</summary>
    None,

    /// <summary>Rounded down to a whole number.</summary>
    Down,
}
