namespace Xueheng.Engines.Location.Branch;

/// <summary>A part of the search: what is forced and banned in it, and the multipliers it starts from.</summary>
internal sealed record Node(double Bound, long Number, sbyte[] Forced, bool[] Banned, double[] Multipliers);
