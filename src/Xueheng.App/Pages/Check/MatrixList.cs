using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.Census;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Check;

/// <summary>One indicator in one stage over the whole county.</summary>
public sealed record MatrixRow(Indicator Indicator, Stage Stage, Threshold Threshold, DisparityMeasurement? Disparity, int Meets, int Near, int Fails, int Unknown)
{
    public decimal? Mean => Disparity?.Mean is { } mean && double.IsFinite(mean) ? (decimal)mean : null;

    public decimal? Margin => Mean - Threshold.AtLeast;
}

/// <summary>体检: indicator × stage.</summary>
internal sealed class MatrixList(Measured measured) : ListSource<MatrixRow>("matrix")
{
    public override async Task<Outcome<Listing<MatrixRow>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        if (measured.Standard(at["standard"]) is not { } standard)
        {
            return new Failure("XH4001", "没有这个标准，请从“标准说明”里选择");
        }

        var found = await measured.OfAsync(at.Place, standard.Id, cancellation);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var rows = Rows(standard, found.Value);
        var address = at.Place.Address;
        return new MemoryListing<MatrixRow>(
            Name,
            "各项指标",
            [
                new("indicator", "指标", r => r.Indicator.Named()) { Wraps = true, Link = r => address.Indicator(standard.Id, r.Indicator.Id, r.Stage) },
                new("stage", "学段", r => r.Stage),
                new("threshold", "达标线", r => r.Threshold.AtLeast) { Number = true },
                new("mean", "县平均", r => r.Mean) { Number = true, Format = "#,##0.00####", Say = r => FigureText.Of(r.Mean, 2, r.Threshold.AtLeast), Note = "全县资源总量除以全县学生数，不是各校数值的平均" },
                new("margin", "高出达标线", r => r.Margin) { Number = true, Format = "+#,##0.00;-#,##0.00;0.00", Note = "县平均减达标线" },
                new("meets", "达标", r => r.Meets) { Number = true },
                new("near", "余项", r => r.Near) { Number = true, Note = "低于达标线，但不低于达标线的 85%" },
                new("fails", "不达标", r => r.Fails) { Number = true },
                new("unknown", "无法判断", r => r.Unknown) { Number = true },
                new("cv", "差异系数", r => r.Disparity?.Cv) { Number = true, Format = "0.0000##", Say = r => FigureText.Of(r.Disparity?.Cv, 4, r.Disparity?.Limit) },
                new("limit", "限值", r => r.Disparity?.Limit) { Number = true },
                new("verdict", "差异判定", r => r.Disparity?.Verdict),
            ],
            rows)
        {
            At = at,
            Prefix = Name + ".",
            Filters = standard.Stages.Count < 2 ? [] :
            [
                new("stage", "学段", [.. standard.Stages.Select(s => new ListChoice(s.Id(), s.Chinese(), true))]) { Memory = (r, id) => r.Stage.Id() == id },
            ],
        };
    }

    private static List<MatrixRow> Rows(Standard standard, Measurement measurement)
    {
        var rows = new List<MatrixRow>();
        foreach (var indicator in standard.Indicators)
        {
            foreach (var stage in standard.Stages.Where(indicator.Thresholds.ContainsKey))
            {
                var verdicts = measurement.Schools
                    .Where(s => s.Stage == stage)
                    .SelectMany(s => s.Indicators.Where(i => i.Id == indicator.Id))
                    .Select(i => i.Verdict)
                    .ToList();
                rows.Add(new MatrixRow(
                    indicator,
                    stage,
                    indicator.Thresholds[stage],
                    measurement.Disparity.FirstOrDefault(d => d.Indicator == indicator.Id && d.Stage == stage),
                    verdicts.Count(v => v == Verdict.Meets),
                    verdicts.Count(v => v == Verdict.Near),
                    verdicts.Count(v => v == Verdict.Fails),
                    verdicts.Count(v => v == Verdict.Unknown)));
            }
        }

        return rows;
    }
}
