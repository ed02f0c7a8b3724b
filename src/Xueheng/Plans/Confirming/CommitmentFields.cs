using Xueheng.Census;
using Xueheng.Engines.Text;
using Xueheng.Packs;
using Xueheng.Plans.Measuring;
using Xueheng.Plans.Targets;

namespace Xueheng.Plans.Confirming;

/// <summary>What a person may correct of a commitment; the sentence it came from stays as it is.</summary>
public sealed record CommitmentFields(
    string Subject,
    Comparison? Comparison,
    decimal? Value,
    string? Unit,
    string? Deadline,
    CommitmentKind Kind,
    Stage? Stage,
    string? Town,
    Metric? Metric,
    string? Division,
    string? Head)
{
    private const int Longest = 200;

    public static CommitmentFields Of(Commitment commitment) => new(
        commitment.Subject,
        commitment.Comparison,
        commitment.Value,
        commitment.Unit,
        commitment.Deadline,
        commitment.Kind,
        commitment.Stage,
        commitment.Town,
        commitment.Metric,
        commitment.Division,
        commitment.Head);

    /// <summary>Blanks taken off; without a value there is nothing to compare or to count in.</summary>
    public CommitmentFields Tidy() => this with
    {
        Subject = Subject.Trim(),
        Comparison = Value is null ? null : Comparison ?? Engines.Text.Comparison.Equal,
        Unit = Value is null ? null : Blank(Unit),
        Deadline = Blank(Deadline),
        Town = Blank(Town),
        Metric = Value is null ? null : Metric,
        Division = Blank(Division),
        Head = Blank(Head),
    };

    internal Failure? Refusal(PackLibrary packs) =>
        Subject.Length == 0 ? new Failure("XH5113", "请写明承诺的是什么，例如“普惠性幼儿园覆盖率”")
        : ((string?[])[Subject, Unit, Town, Division, Head]).Any(t => t?.Length > Longest) ? new Failure("XH5114", $"每一项不能超过 {Longest} 个字，请写简短些")
        : Value is { } value && Math.Abs(value) >= 1_000_000_000_000m ? new Failure("XH5115", "数值太大，请换用万、亿作单位")
        : Deadline is not null && Deadlines.LastDayOf(Deadline) is null ? new Failure("XH5116", $"“{Deadline}”不是期限，请写成 2025、2025-06 或 2025-06-30")
        : Metric is { } metric && MetricDefinition.Of(metric, packs.Facts, packs.Standards) is { Succeeded: false, Failure: var unknown } ? unknown
        : null;

    internal void WriteTo(Commitment commitment)
    {
        commitment.Subject = Subject;
        commitment.Comparison = Comparison;
        commitment.Value = Value;
        commitment.Unit = Unit;
        commitment.Deadline = Deadline;
        commitment.Kind = Kind;
        commitment.Stage = Stage;
        commitment.Town = Town;
        commitment.Metric = Metric;
        commitment.Division = Division;
        commitment.Head = Head;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
