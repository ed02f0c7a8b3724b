namespace Xueheng.Engines.Text;

/// <summary>A number with its unit, as written.</summary>
/// <param name="Start">Where the number begins in the sentence.</param>
/// <param name="End">Where the unit ends; words such as 以上 come after it.</param>
internal sealed record Figure(int Start, int End, decimal Value, string Unit);
