using System.Globalization;
using Xueheng.Census;
using Xueheng.Engines.Text;
using Xueheng.Plans;
using Xueheng.Plans.Confirming;
using Xueheng.Plans.Measuring;

namespace Xueheng.App.Pages.Plans.Confirming;

/// <summary>A commitment as it stands in the fields of the form, letter for letter, so that nothing typed is ever lost.</summary>
public sealed record CommitmentInput(
    string Subject,
    string Kind,
    string Comparison,
    string Value,
    string Unit,
    string Deadline,
    string Stage,
    string Town,
    string Metric,
    string Division,
    string Head)
{
    public static readonly CommitmentInput Empty = new("", nameof(CommitmentKind.Promised), "", "", "", "", "", "", "", "", "");

    /// <summary>Chinese names of the fields, in the order of the form.</summary>
    public static readonly IReadOnlyList<(string Label, Func<CommitmentInput, string> Of)> Fields =
    [
        ("承诺的是什么", i => i.Subject),
        ("性质", i => i.Kind),
        ("怎样比", i => i.Comparison),
        ("数值", i => i.Value),
        ("单位", i => i.Unit),
        ("期限", i => i.Deadline),
        ("学段", i => i.Stage),
        ("乡镇", i => i.Town),
        ("对应的数据", i => i.Metric),
        ("责任科室", i => i.Division),
        ("责任人", i => i.Head),
    ];

    public static CommitmentInput Of(Commitment c) => new(
        c.Subject,
        c.Kind.ToString(),
        c.Comparison?.ToString() ?? "",
        c.Value is { } value ? value.ToString("0.######", CultureInfo.InvariantCulture) : "",
        c.Unit ?? "",
        c.Deadline ?? "",
        c.Stage?.Id() ?? "",
        c.Town ?? "",
        c.Metric is { } metric ? Chosen(metric) : "",
        c.Division ?? "",
        c.Head ?? "");

    public static CommitmentInput Read(IFormCollection form)
    {
        string Of(string name) => form["Form." + name].ToString().Trim();
        return new CommitmentInput(
            Of(nameof(Subject)), Of(nameof(Kind)), Of(nameof(Comparison)), Of(nameof(Value)), Of(nameof(Unit)), Of(nameof(Deadline)), Of(nameof(Stage)), Of(nameof(Town)),
            Of(nameof(Metric)), Of(nameof(Division)), Of(nameof(Head)));
    }

    /// <summary>The fields as typed; a failure when a number is none.</summary>
    public Outcome<CommitmentFields> ToFields(MetricCatalogue catalogue)
    {
        decimal? value = null;
        if (Value.Length > 0)
        {
            if (!decimal.TryParse(Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
            {
                return new Failure("XH5124", $"“{Value}”不是数，数值只写数字，例如 90 或 17.56，单位另填");
            }

            value = number;
        }

        var stage = StageNames.Parse(Stage);
        return new CommitmentFields(
            Subject,
            Enum.TryParse<Comparison>(Comparison, out var comparison) ? comparison : null,
            value,
            Unit,
            Deadline,
            Kind == nameof(CommitmentKind.Achieved) ? CommitmentKind.Achieved : CommitmentKind.Promised,
            stage,
            Town,
            Xueheng.Plans.Metric.Parse(Metric) is { } metric ? catalogue.At(metric, stage) : null,
            Division,
            Head);
    }

    /// <summary>A fact is chosen without its stage, which is the commitment's.</summary>
    private static string Chosen(Metric metric) => (metric.Fact is null ? metric : metric with { Stage = null }).ToString();
}
