namespace Xueheng.Engines.Location.Areas;

/// <summary>What a whole-number program of areas came to.</summary>
internal sealed class AreaDrawn
{
    /// <summary>The cheapest assignment found whose areas hang together, of the whole instance; null where none was.</summary>
    public int[]? Assign { get; set; }

    public bool[]? Open { get; set; }

    /// <summary>The last assignment found whose areas do not hang together; null where none was.</summary>
    public int[]? Apart { get; set; }

    public bool[]? ApartOpen { get; set; }

    /// <summary>No areas over what the model allows cost less; infinite where there are none.</summary>
    public double Bound { get; set; } = double.NegativeInfinity;

    public long Nodes { get; set; }

    public int Rounds { get; set; }
}
