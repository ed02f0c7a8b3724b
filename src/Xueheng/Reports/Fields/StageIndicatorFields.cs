using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.Reports.Fields;

internal static class StageIndicatorFields
{
    public static FieldKind<StageIndicator> Kind { get; } = new FieldKind<StageIndicator>("指标（学段）", "indicator in a stage")
        .Words("编号", "id", "指标编号", i => i.Indicator.Id)
        .Words("名称", "name", "指标名称", i => i.Indicator.Name)
        .Words("简称", "label", "指标简称", i => i.Indicator.Label)
        .Words("单位", "unit", "单位", i => i.Indicator.Unit)
        .Words("公式", "formula", "计算公式", i => i.Indicator.Words)
        .Words("措施", "to-do", "未达标时要做什么", i => i.Indicator.ToDo)
        .Words("学段名", "stage", "学段名称", i => i.Stage.Chinese())
        .Amount("达标值", "threshold", "标准规定的达标值", i => Bound(i, "threshold", "达标值", i.Threshold?.AtLeast))
        .Amount("下限", "floor", "余项的下限（达标值的 85%）", i => Bound(i, "floor", "85%下限", i.Threshold?.Floor))
        .Amount("差异系数限值", "cv-limit", "校际差异系数的限值", i => Bound(i, "cv-limit", "校际差异系数限值", i.Threshold?.DisparityLimit))
        .Amount("均值", "mean", "全县平均值（资源总量除以学生总数）", i => new(
            i.Source("mean", "全县平均", $"全县合计：{i.Indicator.Words}"), i.Mean, null, i.Mean is null ? i.WhyMissing : null, "0.00", i.Threshold?.AtLeast))
        .Amount("标准差", "sd", "按学生数加权的校际标准差", i => Spread(i, "sd", "校际标准差", d => d.Sd, "√(Σ(学校学生数÷全县学生数)×(学校值-全县平均)²)", "0.000", null))
        .Amount("差异系数", "cv", "校际差异系数", i => Spread(i, "cv", "校际差异系数", d => d.Cv, "按学生数加权的校际标准差÷全县平均", "0.000", i.Threshold?.DisparityLimit))
        .Amount("差异系数结论", "cv-verdict", "差异系数是否不超过限值", i => VerdictWords.Read(i.Source("cv-verdict", "校际差异系数结论", "校际差异系数不大于限值"), i.Disparity?.Verdict, i.WhyMissing))
        .Amount("上年均值", "last-mean", "上一学年的全县平均值", i => LastYear(i, "mean", "上年全县平均", d => d.Mean, "0.00"))
        .Amount("上年差异系数", "last-cv", "上一学年的校际差异系数", i => LastYear(i, "cv", "上年校际差异系数", d => d.Cv, "0.000"))
        .Amount("学校数", "schools", "参加这项评估的学校数", i => Count(i, "schools", "应评学校数", i.Schools.Count, "本学段参加评估的学校数"))
        .Amount("达标校数", "meets", "达到达标值的学校数", i => Count(i, "meets", "达标学校数", i.Of(Verdict.Meets).Count, "指标值不低于达标值的学校数"))
        .Amount("未达标校数", "short", "低于达标值的学校数（含接近达标）", i => Count(i, "short", "未达标学校数", i.Short.Count, "指标值低于达标值的学校数"))
        .Amount("接近校数", "near", "低于达标值、不低于下限的学校数", i => Count(i, "near", "接近达标学校数", i.Of(Verdict.Near).Count, "指标值低于达标值、不低于其 85% 的学校数"))
        .Amount("低于下限校数", "below-floor", "低于下限的学校数", i => Count(i, "below-floor", "低于下限学校数", i.Of(Verdict.Fails).Count, "指标值低于达标值 85% 的学校数"))
        .Amount("无法判断校数", "unknown", "缺数据、无法判断的学校数", i => Count(i, "unknown", "无法判断学校数", i.Of(Verdict.Unknown).Count, "缺少数据、无法判断的学校数"))
        .Amount("达标率", "meets-share", "达标学校数占应评学校数的比例", Share)
        .Amount("最高值", "highest", "学校最高值", i => Extreme(i, "highest", "学校最高值", [.. i.Schools.Where(s => s.Measured.Value is not null)]))
        .Amount("最低值", "lowest", "学校最低值", i => Extreme(i, "lowest", "学校最低值", [.. i.Schools.Where(s => s.Measured.Value is not null).Reverse()]))
        .Amount("缺口", "shortfall", "全部未达标学校合计的缺口，以实物计", Shortfall)
        .Words("缺口单位", "shortfall-unit", "缺口的单位", i => i.Indicator.Step?.Unit ?? "")
        .Words("缺口名称", "shortfall-noun", "缺口是什么", i => i.Indicator.Step?.Noun ?? "")
        .Many("学校", "schools-list", "各校的值，由高到低", () => SchoolIndicatorFields.Kind, i => i.Schools)
        .Many("未达标学校", "short-list", "未达标的学校，差得多的在前", () => SchoolIndicatorFields.Kind, i => i.Short)
        .Many("无法判断学校", "unknown-list", "缺数据的学校", () => SchoolIndicatorFields.Kind, i => i.Of(Verdict.Unknown));

    private static Reading.Amount Bound(StageIndicator i, string key, string name, decimal? bound) =>
        new(i.Source(key, name, $"标准规定（出处见标准包：{i.Indicator.Source}）"), bound, null, bound is null ? $"标准没有规定{name}" : null, "0.####");

    private static Reading.Amount Spread(
        StageIndicator i, string key, string name, Func<DisparityMeasurement, double?> read, string formula, string format, decimal? bound)
    {
        var value = i.Disparity is { } disparity ? read(disparity) : null;
        return new(i.Source(key, name, formula), (decimal?)value, null, value is null ? i.WhyMissing : null, format, bound);
    }

    private static Reading.Amount LastYear(StageIndicator i, string key, string name, Func<DisparityMeasurement, double?> read, string format)
    {
        var period = i.Report.Period - 1;
        var last = i.Report.Former.FirstOrDefault(f => f.Period == period)?.Measurement;
        var value = last is null ? null : i.DisparityIn(last) is { } disparity ? read(disparity) : null;
        var source = i.Source($"last-{key}", name, $"{period}—{period + 1}学年同口径") with
        {
            Period = period,
            Revision = last?.Revision ?? 0,
            Page = new PageAddress(i.Report.Measurement.County, period).Indicator(i.Report.Standard.Id, i.Indicator.Id, i.Stage),
        };
        var missing = last is null ? $"没有{period}—{period + 1}学年已发布的基础数据" : value is null ? "上一学年没有这项数据" : null;
        return new(source, (decimal?)value, null, missing, format);
    }

    private static Reading.Amount Count(StageIndicator i, string key, string name, int count, string formula) =>
        new(i.Source(key, name, formula), count, null, null, "0");

    private static Reading.Amount Share(StageIndicator i) => new(
        i.Source("meets-share", "学校达标率", "达标学校数÷应评学校数"),
        i.Schools.Count == 0 ? null : (decimal)i.Of(Verdict.Meets).Count / i.Schools.Count,
        null,
        i.Schools.Count == 0 ? i.WhyMissing : null,
        "0.0%",
        1);

    private static Reading.Amount Extreme(StageIndicator i, string key, string name, IReadOnlyList<SchoolIndicator> known) => new(
        i.Source(key, name, i.Indicator.Words), known is [var first, ..] ? first.Measured.Value : null, null, known.Count == 0 ? i.WhyMissing : null, "0.00", i.Threshold?.AtLeast);

    private static Reading.Amount Shortfall(StageIndicator i)
    {
        var source = i.Source("shortfall", $"合计缺{i.Indicator.Step?.Noun}", "各未达标学校达到达标值所差数量之和");
        return i.Indicator.Step is null
            ? new(source, null, null, "这项指标没有以实物计的缺口")
            : new(source, i.Short.Sum(s => s.Measured.Shortfall ?? 0), null, null, i.Indicator.Step.Whole ? "#,##0" : "#,##0.00");
    }
}
