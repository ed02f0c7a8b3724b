using Xueheng.App.Pages.Lists;
using Xueheng.Census;

namespace Xueheng.App.Pages.Data;

/// <summary>Every revision of the county's census.</summary>
internal sealed class RevisionList(Revisions revisions) : ListSource<Revision>("revisions")
{
    public override bool NeedsPublished => false;

    public override async Task<Outcome<Listing<Revision>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var rows = await revisions.ListAsync(at.Place.County!.Code, cancellation);
        return new MemoryListing<Revision>(
            Name,
            "版本",
            [
                new("number", "版本", r => r.Number) { Number = true, Link = r => at.Place.Address.Revision(r.Number) },
                new("period", "学年", r => Places.Place.Years(r.Period)),
                new("state", "状态", r => FindingText.Of(r.State)) { Translated = true },
                new("schools", "学校", r => r.Schools) { Number = true, Format = "#,##0" },
                new("classes", "班级", r => r.Classes) { Number = true, Format = "#,##0" },
                new("teachers", "教师", r => r.Teachers) { Number = true, Format = "#,##0" },
                new("pupils", "学生", r => r.Pupils) { Number = true, Format = "#,##0" },
                new("warnings", "提醒", r => r.Warnings) { Number = true },
                new("imported", "导入时间", r => r.ImportedAt),
                new("published", "发布时间", r => r.PublishedAt),
                new("files", "文件", r => string.Join("、", r.Files)) { Wraps = true },
            ],
            rows)
        {
            At = at,
            Prefix = Name + ".",
            Filters =
            [
                new("period", "学年", [.. rows.Select(r => r.Period).Distinct().OrderDescending().Select(p => new ListChoice($"{p}", Places.Place.Years(p)))]) { Memory = (r, period) => $"{r.Period}" == period },
                new("state", "状态", [new("Published", "已发布", true), new("Draft", "草稿", true)]) { Memory = (r, state) => r.State.ToString() == state },
            ],
        };
    }
}

/// <summary>Every import that was tried for the county.</summary>
internal sealed class ImportList(ImportRuns runs) : ListSource<ImportRun>("imports")
{
    public override bool NeedsPublished => false;

    public override async Task<Outcome<Listing<ImportRun>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var rows = await runs.ListAsync(at.Place.County!.Code, cancellation);
        return new MemoryListing<ImportRun>(
            Name,
            "导入记录",
            [
                new("at", "时间", r => r.StartedAt) { Link = r => at.Place.Address.ImportRun(r.Id) },
                new("period", "学年", r => Places.Place.Years(r.Period)),
                new("state", "结果", r => FindingText.Of(r.State)) { Translated = true },
                new("rows", "行数", r => r.Rows) { Number = true, Format = "#,##0" },
                new("errors", "错误", r => r.Errors) { Number = true },
                new("warnings", "提醒", r => r.Warnings) { Number = true },
                new("revision", "版本", r => r.Revision) { Number = true, Link = r => r.Revision is { } number ? at.Place.Address.Revision(number) : null },
                new("files", "文件", r => string.Join("、", r.Files)) { Wraps = true },
                new("message", "说明", r => r.Message) { Wraps = true, Sortable = false },
            ],
            rows)
        {
            At = at,
            Prefix = Name + ".",
            Filters = [new("state", "结果", [.. rows.Select(r => r.State).Distinct().Order().Select(s => new ListChoice(s.ToString(), FindingText.Of(s), true))]) { Memory = (r, state) => r.State.ToString() == state }],
        };
    }
}
