using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Xueheng.Census;

namespace Xueheng.Plans;

/// <summary>
/// What a figure of a plan is measured by, written as text: <c>indicator:STANDARD/ID</c> an indicator of the county,
/// <c>indicator:STANDARD/ID@stage</c> the mean of an indicator over the schools of a stage, with <c>#school</c> that school's,
/// <c>disparity:STANDARD/ID@stage</c> its disparity coefficient, <c>fact:ID</c>, <c>fact:ID@stage</c> a fact summed over the
/// county's schools, with <c>#school</c> that school's.
/// </summary>
public sealed partial record Metric
{
    /// <summary>Id of the standard; null for a fact.</summary>
    public string? Standard { get; init; }

    /// <summary>Id of an indicator of <see cref="Standard"/>; null for a fact.</summary>
    public string? Indicator { get; init; }

    /// <summary>The disparity coefficient of the indicator rather than its value.</summary>
    public bool Disparity { get; init; }

    /// <summary>Id of a fact; null for an indicator.</summary>
    public string? Fact { get; init; }

    /// <summary>The stage; null for all, or for an indicator of the county as a whole.</summary>
    public Stage? Stage { get; init; }

    /// <summary>学校标识码; null for the county.</summary>
    public string? School { get; init; }

    /// <returns>Null when the text is not a metric; whether the packs have it is another question.</returns>
    public static Metric? Parse(string? text)
    {
        var match = Form().Match(text ?? "");
        if (!match.Success)
        {
            return null;
        }

        var stage = match.Groups["stage"].Success ? StageNames.Parse(match.Groups["stage"].Value) : null;
        return match.Groups["stage"].Success && stage is null
            ? null
            : new Metric
            {
                Standard = Value(match, "standard"),
                Indicator = Value(match, "indicator"),
                Disparity = match.Groups["disparity"].Success,
                Fact = Value(match, "fact"),
                Stage = stage,
                School = Value(match, "school"),
            };
    }

    public override string ToString() =>
        (Fact is null ? $"{(Disparity ? "disparity" : "indicator")}:{Standard}/{Indicator}" : $"fact:{Fact}")
        + (Stage is { } stage ? "@" + stage.Id() : "")
        + (School is null ? "" : "#" + School);

    internal static PropertyBuilder<Metric?> Map(PropertyBuilder<Metric?> property) =>
        property.HasConversion(new ValueConverter<Metric?, string?>(m => m == null ? null : m.ToString(), text => Parse(text)));

    private static string? Value(Match match, string group) => match.Groups[group] is { Success: true, Value: var value } ? value : null;

    [GeneratedRegex("^((indicator|(?<disparity>disparity)):(?<standard>[^/@#]+)/(?<indicator>[^/@#]+)|fact:(?<fact>[^/@#]+))(@(?<stage>[a-z]+))?(#(?<school>[0-9A-Za-z]{10}))?$")]
    private static partial Regex Form();
}
