using Xueheng.App.Pages.Lists;
using Xueheng.Reports;

namespace Xueheng.App.Pages.Answers;

/// <summary>Figures of a printing that the template's printing before it gave otherwise.</summary>
internal sealed class PrintChangeList(ReportPrints prints, ComparePrints compare) : ListSource<FigureChange>("print-changes")
{
    public override async Task<Outcome<Listing<FigureChange>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var county = at.Place.County!.Code;
        var found = await prints.FindAsync(county, Guid.TryParse(at["print"], out var id) ? id : Guid.Empty, cancellation);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        var changes = (await compare.RunAsync(found.Value, cancellation)).Changes;
        return new MemoryListing<FigureChange>(
            Name,
            "与上次打印相比",
            [
                new("kind", "变化", c => KindText(c.Kind)) { Translated = true },
                new("name", "数字", c => c.Name) { Wraps = true, Link = c => c.Page },
                new("before", "上次", c => c.Before),
                new("after", "这次", c => c.After),
            ],
            changes)
        {
            At = at,
            Prefix = Name + ".",
            Filters = [new("q", "数字", null) { Memory = (c, wanted) => c.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) }],
        };
    }

    private static string KindText(FigureChangeKind kind) => kind switch
    {
        FigureChangeKind.Changed => "变了",
        FigureChangeKind.Added => "新增",
        _ => "没有了",
    };
}

/// <summary>Every figure a printing carries.</summary>
internal sealed class PrintFigureList(ReportPrints prints) : ListSource<Figure>("print-figures")
{
    public override async Task<Outcome<Listing<Figure>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var found = await prints.FindAsync(at.Place.County!.Code, Guid.TryParse(at["print"], out var id) ? id : Guid.Empty, cancellation);
        if (!found.Succeeded)
        {
            return found.Failure;
        }

        return new MemoryListing<Figure>(
            Name,
            "报告里的数字",
            [
                new("number", "序号", f => f.Number) { Number = true },
                new("name", "数字", f => f.Name) { Wraps = true, Link = f => f.Page },
                new("printed", "印出", f => f.Printed),
                new("value", "舍入前", f => f.Value) { Number = true },
                new("formula", "怎样计算", f => f.Formula) { Wraps = true },
                new("missing", "缺数原因", f => f.Missing) { Wraps = true },
                new("indicator", "指标或事实", f => f.Indicator) { Extra = true },
                new("standard", "标准包", f => f.Standard) { Extra = true },
                new("version", "标准包版本", f => f.Version) { Extra = true },
                new("hash", "校验值", f => f.Hash) { Extra = true },
            ],
            PrintReport.FiguresOf(found.Value))
        {
            At = at,
            Prefix = Name + ".",
            Filters =
            [
                new("q", "数字", null) { Memory = (f, wanted) => f.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) },
                new("missing", "只看", [new("yes", "缺数的", true)]) { Memory = (f, _) => f.Missing is not null },
            ],
        };
    }
}
