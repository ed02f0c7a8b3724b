using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.Census;
using Xueheng.Planning.OneStep;

namespace Xueheng.App.Pages.Planning.OneStep;

/// <summary>Every single step that moves an indicator, the most useful first.</summary>
internal sealed class SingleStepList(SingleSteps steps) : ListSource<StepEffect>("single-steps")
{
    public override async Task<Outcome<Listing<StepEffect>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var stage = StageNames.Parse(at["stage"]);
        var found = await steps.RunAsync(at.Place.Published, new SingleStepsQuery(at["standard"] ?? "", at["indicator"] ?? "", stage, at["school"]), cancellation);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var ofSchools = stage is not null;
        ListColumn<StepEffect>?[] columns =
        [
            new("lever", "举措（一步）", r => r.Lever.OneStep()) { Wraps = true },
            new("school", "学校", r => r.Name) { Link = r => at.Place.Address.School(r.Code) },
            new("stage", "学段", r => r.Stage is { } of ? of : "全校") { Translated = true },
            ofSchools ? new("receiver", "接收学校", r => r.ReceiverName) { Link = r => r.Receiver is { } to ? at.Place.Address.School(to) : null } : null,
            new("before", "数值（现在）", r => r.Indicator.Before) { Number = true, Format = "#,##0.00####" },
            new("after", "数值（一步后）", r => r.Indicator.After) { Number = true, Format = "#,##0.00####" },
            new("verdict", "指标判定（一步后）", r => r.Verdict.After),
            new("passes", "学校判定（一步后）", r => r.School.After),
            ofSchools ? new("cv", "差异系数变化", r => r.DisparityChange) { Number = true, Format = "+0.000000;-0.000000;0", Say = r => LeverText.Change(r.DisparityChange) } : null,
            ofSchools ? new("cv-after", "差异系数（一步后）", r => r.Disparity.After) { Number = true, Format = "0.0000##" } : null,
            new("passing", "达标学校增减", r => r.Passing.After - r.Passing.Before) { Number = true, Format = "+0;-0;0" },
            new("cost", "一步万元", r => r.Lever.Cost) { Number = true },
            ofSchools ? new("steps", "达标要几步", r => r.StepsToMeet) { Number = true } : null,
            ofSchools ? new("total", "达标要万元", r => r.CostToMeet) { Number = true } : null,
        ];
        var rows = found.Value.Steps;
        return new MemoryListing<StepEffect>(Name, "最省的改进", [.. columns.OfType<ListColumn<StepEffect>>()], rows)
        {
            At = at,
            Filters =
            [
                new("q", "学校", null) { Memory = (r, wanted) => r.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || r.Code == wanted },
                new("lever", "举措", [.. rows.Select(r => r.Lever).Distinct().Select(l => new ListChoice(l.Id, FigureText.Named(l.Name, l.English)))]) { Memory = (r, id) => r.Lever.Id == id },
                new("verdict", "指标判定（一步后）", VerdictChoices.All) { Memory = VerdictChoices.Is<StepEffect>(r => r.Verdict.After) },
            ],
        };
    }
}
