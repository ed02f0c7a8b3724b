using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.Reports;

namespace Xueheng.App.Pages.Answers;

/// <summary>What was printed for the county and period, the newest first.</summary>
internal sealed class PrintList(ReportPrints prints, ReportTemplates templates) : ListSource<PrintSummary>("prints")
{
    public override async Task<Outcome<Listing<PrintSummary>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var rows = await prints.ListAsync(at.Place.County!.Code, at.Place.Period, null, cancellation);
        return new MemoryListing<PrintSummary>(
            Name,
            "打印记录",
            [
                new("at", "时间", r => r.PrintedAt) { Link = r => PrintFile.PageOf(at.Place.Address, r.Id) },
                new("template", "模板", r => templates.Find(r.Template) is { } template ? FigureText.Named(template.Name, template.English) : r.Template),
                new("revision", "数据版本", r => r.Revision) { Number = true, Link = r => at.Place.Address.Revision(r.Revision) },
                new("file", "文件", r => ".docx") { Sortable = false, Link = r => PrintFile.Address(at.Place.Address, r.Id) },
            ],
            rows)
        {
            At = at,
            Prefix = Name + ".",
        };
    }
}
