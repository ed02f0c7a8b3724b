using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Lists;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Storage;
using static Xueheng.App.Pages.Lists.ListOrders;

namespace Xueheng.App.Pages.Data;

/// <summary>All that one import found wrong, cell by cell.</summary>
internal sealed class FindingList(XuehengDb db, PackLibrary packs, ImportRuns runs, IStringLocalizer<Texts> text) : ListSource<Finding>("findings")
{
    public override bool NeedsPublished => false;

    public override async Task<Outcome<Listing<Finding>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var county = at.Place.County!.Code;
        if (!Guid.TryParse(at["run"], out var run) || await runs.FindAsync(county, run, cancellation) is not { } found)
        {
            return new Failure("XH4004", "没有这次导入");
        }

        return new DatabaseListing<Finding>(
            Name,
            "检查结果",
            Columns(found),
            db.Set<Finding>().AsNoTracking().Where(f => f.County == county && f.Run == run),
            rows => rows.OrderBy(f => f.No),
            rows => rows.ThenBy(f => f.No))
        {
            At = at,
            Filters = await FiltersAsync(county, run, cancellation),
        };
    }

    private ListColumn<Finding>[] Columns(ImportRun run) =>
    [
        new("place", "位置", Place) { Sortable = false },
        new("severity", "类别", f => FindingText.Of(f.Severity)) { Translated = true, Order = By<Finding, Severity>(f => f.Severity), Cell = f => SeverityBadge.Of(f.Severity, text) },
        new("importance", "重要性", f => FindingText.Of(f.Importance)) { Translated = true, Order = By<Finding, Importance>(f => f.Importance) },
        new("message", "怎么回事", f => f.Message) { Sortable = false, Wraps = true },
        new("value", "现在的值", f => f.Value) { Order = By<Finding, string>(f => f.Value), Wraps = true },
        new("expected", "应当是", f => f.Expected) { Order = By<Finding, string>(f => f.Expected), Wraps = true },
        new("school", "学校标识码", f => f.School) { Order = By<Finding, string>(f => f.School) },
        new("rule", "规则", f => f.Rule) { Order = By<Finding, string>(f => f.Rule) },
        new("rulename", "规则名称", f => packs.Checks.Find(f.Rule)?.Name) { Sortable = false, Extra = true },
        new("file", "文件", f => f.File >= 0 && f.File < run.Files.Count ? run.Files[f.File] : null) { Order = By<Finding, int>(f => f.File), Extra = run.Files.Count < 2, Wraps = true },
    ];

    private async Task<ListFilter<Finding>[]> FiltersAsync(string county, Guid run, CancellationToken cancellation)
    {
        var all = db.Set<Finding>().AsNoTracking().Where(f => f.County == county && f.Run == run);
        var rules = await all.Select(f => f.Rule).Distinct().OrderBy(r => r).ToListAsync(cancellation);
        var sheets = await all.Select(f => f.Sheet).Distinct().OrderBy(s => s).ToListAsync(cancellation);
        return
        [
            new("q", "值、说明或学校标识码", null) { Database = (rows, text) => rows.Where(f => f.Value.Contains(text) || f.Message.Contains(text) || f.School == text) },
            new("severity", "类别", [new("Error", "错误", true), new("Warning", "提醒", true)]) { Database = (rows, is_) => Enum.TryParse<Severity>(is_, out var severity) ? rows.Where(f => f.Severity == severity) : rows },
            new("importance", "重要性", [new("High", "高", true), new("Medium", "中", true), new("Low", "低", true)]) { Database = (rows, is_) => Enum.TryParse<Importance>(is_, out var importance) ? rows.Where(f => f.Importance == importance) : rows },
            new("rule", "规则", [.. rules.Select(r => new ListChoice(r, $"{r} {packs.Checks.Find(r)?.Name}"))]) { Database = (rows, rule) => rows.Where(f => f.Rule == rule) },
            new("sheet", "工作表", [.. sheets.Where(s => s.Length > 0).Select(s => new ListChoice(s, s))]) { Database = (rows, sheet) => rows.Where(f => f.Sheet == sheet) },
            new("school", "学校标识码", []) { Database = (rows, school) => rows.Where(f => f.School == school) },
        ];
    }

    private static string Place(Finding finding) => finding.Line == 0
        ? finding.Sheet
        : finding.Column.Length == 0 ? $"{finding.Sheet} {finding.Line}" : $"{finding.Sheet} {finding.Line} {finding.Column}";
}
