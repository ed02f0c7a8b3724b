using Xueheng.Plans.Measuring;

namespace Xueheng.Plans.Targets;

/// <summary>What the census of a period says of a metric.</summary>
/// <param name="Name">What was read, in words: 「普惠性幼儿园覆盖率」.</param>
/// <param name="Unit">Empty where it has none.</param>
/// <param name="Value">Not rounded; null when it cannot be told.</param>
/// <param name="Missing">Why there is no value; null when there is one.</param>
/// <param name="Formula">How it is reckoned, in words.</param>
/// <param name="Page">Address of the page that opens the figure to its rows, from the site's root.</param>
public sealed record MetricReading(
    string Name, string Unit, double? Value, string? Missing, string Formula, int Period, int Revision, string Page)
{
    /// <summary>The standard, or the fact pack, it was reckoned by.</summary>
    public MetricPack Pack { get; init; } = new("", "", "");

    /// <summary>The same in another unit; without a value, saying why, when the two units are not of one kind.</summary>
    /// <param name="unit">Of the target or the commitment it is held against; empty or null takes the figure as it is.</param>
    public MetricReading In(string? unit, UnitKinds units) =>
        Value is not { } value || string.IsNullOrEmpty(unit) || unit == Unit ? this
        : units.Convert((decimal)value, Unit, unit) is { } converted ? this with { Value = (double)converted, Unit = unit }
        : this with { Value = null, Missing = $"文件的单位是“{unit}”，数据的单位是“{(Unit.Length == 0 ? "无" : Unit)}”，不能相比，请改选数据或单位" };
}

/// <param name="Id">Id of the standard, <c>facts</c> for a plain count.</param>
/// <param name="Hash">SHA-256 of the pack.</param>
public sealed record MetricPack(string Id, string Version, string Hash);
