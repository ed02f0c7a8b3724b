using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Demo.Plans;
using Xueheng.Packs;
using Xueheng.Standards;
using Xueheng.Storage;

namespace Xueheng.Demo;

/// <param name="Folder">Where the workbooks are written.</param>
/// <param name="Fresh">Forget what is there of the invented county first.</param>
public sealed record PrepareDemoCommand(DirectoryInfo Folder, DemoSize Size, int Seed, bool Fresh);

/// <summary>Something the preparation does that takes a while.</summary>
/// <param name="Words">In Chinese, for example “导入 2023 学年”.</param>
/// <param name="Share">0 to 1.</param>
/// <param name="Rows">Rows imported so far.</param>
public sealed record DemoProgress(string Words, double Share, long Rows);

/// <param name="Imported">Periods imported now; empty when all were there already.</param>
/// <param name="Rows">Rows imported now.</param>
/// <param name="Warnings">Findings left standing.</param>
public sealed record DemoResult(IReadOnlyList<Period> Imported, long Rows, long Warnings);

/// <summary>
/// Puts the invented county into the database the way a bureau would: workbooks, import, publication, judgements. A period
/// that is published already is left as it is, so that a second run changes nothing and an interrupted one is taken up.
/// </summary>
public sealed class PrepareDemo(XuehengDb db, PackLibrary packs, ImportCensus import, EnterJudgement judge, DemoPlan plan)
{
    public async Task<Outcome<DemoResult>> RunAsync(PrepareDemoCommand command, IProgress<DemoProgress>? progress, CancellationToken cancellation)
    {
        if (command.Fresh)
        {
            await new ForgetDemo(db).RunAsync(cancellation);
        }

        var there = await db.Set<Revision>()
            .Where(r => r.County == DemoCounty.Code.Value && r.State == RevisionState.Published)
            .Select(r => r.Period).Distinct().ToListAsync(cancellation);
        var missing = DemoCounty.Periods.Where(p => !there.Contains(p.Year)).ToList();
        if (missing.Count == 0)
        {
            return await PlanAsync(command, new DemoResult([], 0, 0), cancellation);
        }

        progress?.Report(new DemoProgress("生成工作簿", 0, 0));
        var workbooks = await Task.Run(() => DemoCounty.Write(command.Folder, command.Size, command.Seed, packs.Codes), cancellation);
        var (rows, warnings) = (0L, 0L);
        foreach (var workbook in workbooks.Where(w => missing.Contains(w.Period)))
        {
            var imported = await ImportAsync(workbook, rows, progress, cancellation);
            if (!imported.Succeeded)
            {
                return imported.Failure;
            }

            rows += imported.Value.RowsBySheet.Values.Sum();
            warnings += imported.Value.Warnings;
            foreach (var judgement in DemoJudgements.Of(workbook.Period.Year))
            {
                if (await judge.RunAsync(judgement, cancellation) is { Succeeded: false } refused)
                {
                    return refused.Failure;
                }
            }
        }

        progress?.Report(new DemoProgress("方案和任务", 1, rows));
        return await PlanAsync(command, new DemoResult(missing, rows, warnings), cancellation);
    }

    private async Task<Outcome<DemoResult>> PlanAsync(PrepareDemoCommand command, DemoResult result, CancellationToken cancellation) =>
        await plan.RunAsync(Path.Combine(AppContext.BaseDirectory, "packs"), command.Seed, cancellation) is { Succeeded: false } refused
            ? refused.Failure
            : result;

    private async Task<Outcome<ImportResult>> ImportAsync(DemoWorkbook workbook, long before, IProgress<DemoProgress>? progress, CancellationToken cancellation)
    {
        var words = $"导入 {workbook.Period} 学年";
        var forward = progress is null ? null : new Forward(p => progress.Report(new DemoProgress(words, p.Share, before + p.Rows)));
        var result = await import.RunAsync(
            new ImportCommand(DemoCounty.Code, workbook.Period, [new CensusFile(Path.GetFileName(workbook.Path), workbook.Path)], DryRun: false, Publish: true)
            {
                Name = DemoCounty.Name,
            },
            forward,
            cancellation);
        if (!result.Succeeded)
        {
            return result.Failure;
        }

        // The shipped rules let the demo through; a bureau's own rules may not.
        return result.Value.Published || result.Value.Findings.FirstOrDefault(f => f.Severity == Severity.Error) is not { } error
            ? result
            : new Failure("XH1901", $"演示数据没有通过检查（共 {result.Value.Errors} 处错误），第一处：{error.Sheet} 第 {error.Line} 行 {error.Column} {error.Message}");
    }

    // Progress<T> would post to another thread and come late.
    private sealed class Forward(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }
}
