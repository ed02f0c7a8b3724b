using System.Globalization;
using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.Reports.Fields;

/// <summary>One indicator of one school.</summary>
internal sealed record SchoolIndicator(ReportSubject Report, SchoolMeasurement School, Indicator Indicator, IndicatorMeasurement Measured)
{
    public FigureSource Source(string key, string name, string formula) => Report.Measured(
        $"school {School.School} {School.Stage.Id()} {Indicator.Id} {key}",
        $"{School.Name}·{School.Stage.Chinese()}·{Indicator.Name}{name}",
        Indicator.Id, School.Stage, School.School, formula, Report.Address.School(School.School));

    /// <summary>Names of the missing facts.</summary>
    public string WhyMissing => Measured.Missing.Count == 0
        ? "没有可以计算的数据"
        : string.Join('、', Measured.Missing.Zip(Measured.Reasons, (fact, reason) => $"{Report.Packs.Facts.Find(fact)?.Name ?? fact}{reason}"));

    /// <summary>For example 还差 2 名骨干教师; empty when nothing is lacking.</summary>
    public string Gap => Measured.Shortfall is > 0 and { } lacking && Indicator.Step is { } step
        ? $"还差{lacking.ToString(step.Whole ? "#,##0" : "#,##0.##", CultureInfo.InvariantCulture)}{step.Unit}{step.Noun}"
        : "";
}

internal static class SchoolIndicatorFields
{
    public static FieldKind<SchoolIndicator> Kind { get; } = new FieldKind<SchoolIndicator>("学校指标值", "indicator of a school")
        .Words("代码", "code", "学校标识码", s => s.School.School)
        .Words("名称", "name", "学校名称", s => s.School.Name)
        .Words("乡镇", "town", "所在乡镇", s => s.School.Town)
        .Words("学段名", "stage", "学段名称", s => s.School.Stage.Chinese())
        .Words("指标编号", "indicator-id", "指标编号", s => s.Indicator.Id)
        .Words("指标名称", "indicator-name", "指标名称", s => s.Indicator.Name)
        .Words("指标简称", "indicator-label", "指标简称", s => s.Indicator.Label)
        .Words("单位", "unit", "指标单位", s => s.Indicator.Unit)
        .Amount("学生数", "pupils", "本学段学生数", s => new ReportedSchool(s.Report, s.School).Pupils)
        .Amount("数值", "value", "指标值", s => new(
            s.Source("value", "", s.Indicator.Words), s.Measured.Value, null, s.Measured.Value is null ? s.WhyMissing : null, "0.00", s.Measured.Threshold))
        .Amount("达标值", "threshold", "达标值", s => new(
            s.Source("threshold", "·达标值", Origin(s)), s.Measured.Threshold, null, s.Measured.Threshold is null ? "标准没有规定达标值" : null, "0.####"))
        .Amount("下限", "floor", "余项下限", s => new(
            s.Source("floor", "·85%下限", Origin(s)), s.Measured.Floor, null, s.Measured.Floor is null ? "标准没有规定下限" : null, "0.####"))
        .Amount("差额", "gap", "达标值减指标值", Difference)
        .Amount("结论", "verdict", "达标、接近达标、未达标或无法判断", s => VerdictWords.Read(
            s.Source("verdict", "·结论", "指标值与达标值、下限比较"), s.Measured.Verdict, "标准没有规定达标值"))
        .Amount("缺口", "shortfall", "达到达标值还差多少，以实物计", Shortfall)
        .Words("标记", "mark", "未达标或接近达标时为 *，否则为空", s => s.Measured.Verdict is Verdict.Near or Verdict.Fails ? "*" : "")
        .Words("缺口说明", "shortfall-words", "缺口的一句话，如 还差2名骨干教师", s => s.Gap);

    private static string Origin(SchoolIndicator s) => $"标准规定（出处见标准包：{s.Indicator.Source}）";

    private static Reading.Amount Difference(SchoolIndicator s)
    {
        var difference = s.Measured.Threshold - s.Measured.Value;
        return new(s.Source("gap", "·差额", "达标值-指标值"), difference, null, difference is null ? s.WhyMissing : null, "0.00", 0);
    }

    private static Reading.Amount Shortfall(SchoolIndicator s) => new(
        s.Source("shortfall", $"·缺{s.Indicator.Step?.Noun}", "达到达标值所差的数量"),
        s.Measured.Shortfall,
        null,
        s.Measured.Shortfall is null ? s.WhyMissing : null,
        s.Indicator.Step?.Whole == true ? "#,##0" : "#,##0.##");
}
