using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Storage;

namespace Xueheng.Census;

/// <summary>
/// Imports a county's census from workbooks: one pass that reads, checks and stores at once, in one transaction. With any
/// error nothing stays but the record of the run and its findings; killed at any point, nothing stays at all.
/// </summary>
public sealed class ImportCensus(
    XuehengDb db, IBulkRows bulk, ICountyLock countyLock, PackLibrary packs, ImportRuns runs, Revisions revisions, CountFacts count, TimeProvider clock)
{
    /// <summary>How long to wait for another import of the same county to end.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task<Outcome<ImportResult>> RunAsync(ImportCommand command, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        using var watched = Telemetry.Watch(command.DryRun ? "census check" : "census import", Telemetry.ImportDuration, command.County.Value, command.Period.Year);
        if (command.DryRun)
        {
            try
            {
                return await CheckAsync(command, progress, cancellation);
            }
            catch (BrokenFile e)
            {
                return e.Failure;
            }
        }

        var run = command.Run ?? Guid.CreateVersion7();
        try
        {
            await runs.BeginAsync(command, run, cancellation);
            return await StoreAsync(command, run, progress, cancellation);
        }
        catch (BrokenFile e)
        {
            return await FailedAsync(command, run, e.Failure);
        }
        catch (Exception e) when (countyLock.IsBusy(e))
        {
            return Busy(command);
        }
        catch (OperationCanceledException)
        {
            await FailedAsync(command, run, new Failure("XH1022", "导入已取消，没有留下任何数据"));
            throw;
        }
        catch
        {
            await FailedAsync(command, run, new Failure("XH1023", "导入时出了意外，没有留下任何数据；请重试，仍不行请把日志交给维护人员"));
            throw;
        }
    }

    private static Failure Busy(ImportCommand command) =>
        new("XH1021", $"{command.County} 的另一个导入正在进行，请等它结束后再导入");

    private async Task<ImportResult> CheckAsync(ImportCommand command, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var log = new FindingLog(packs.Checks, command.County.Value, Guid.Empty, Names(command));
        using var books = CensusBooks.Open(command.Files, packs.Checks.Limits, cancellation);
        var before = await FactsBeforeAsync(command, cancellation);
        var tally = new FactTally(packs.Facts);
        var pass = Pass(command, 0, books, log, null, tally, progress);
        await Task.Run(() => pass.RunAsync(cancellation), cancellation);
        new FactChecks(packs.Facts, tally, before, log).Run(pass.Schools, pass.Given);
        return Result(null, null, pass, log, Finish(log), published: false);
    }

    private async Task<Outcome<ImportResult>> StoreAsync(ImportCommand command, Guid run, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var county = command.County.Value;
        var log = new FindingLog(packs.Checks, county, run, Names(command));
        using var books = CensusBooks.Open(command.Files, packs.Checks.Limits, cancellation);
        var before = await FactsBeforeAsync(command, cancellation);
        await using var transaction = await countyLock.BeginAsync(db, county, Patience, cancellation);
        if (transaction is null)
        {
            return await FailedAsync(command, run, Busy(command));
        }

        await runs.MarkDeadAsync(county, run, cancellation);
        var number = await NextRevisionAsync(command, cancellation);
        var tally = new FactTally(packs.Facts);
        CensusPass pass;
        await using (var pipe = new RowPipe(db, bulk, cancellation))
        {
            pass = Pass(command, number, books, log, pipe, tally, progress);
            await ReadAndWriteAsync(pass, pipe, cancellation);
        }

        new FactChecks(packs.Facts, tally, before, log).Run(pass.Schools, pass.Given);
        var findings = Finish(log);
        if (log.Errors > 0)
        {
            await transaction.RollbackAsync(cancellation);
            await runs.EndAsync(county, run, ImportState.Rejected, null, null, log, findings, pass.Rows.Values.Sum(), cancellation);
            return Result(run, null, pass, log, findings, published: false);
        }

        db.Add(RevisionOf(command, number, pass, log));
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        await runs.EndAsync(county, run, ImportState.Stored, number, null, log, findings, pass.Rows.Values.Sum(), cancellation);
        await transaction.CommitAsync(cancellation);
        return Result(run, number, pass, log, findings, command.Publish);
    }

    /// <summary>Reads on one thread while another writes; if writing fails, its reason is the one to report.</summary>
    private static async Task ReadAndWriteAsync(CensusPass pass, RowPipe pipe, CancellationToken cancellation)
    {
        try
        {
            await Task.Run(() => pass.RunAsync(cancellation), cancellation);
        }
        catch (ChannelClosedException)
        {
            await pipe.FinishAsync();
            throw;
        }

        await pipe.FinishAsync();
    }

    private CensusPass Pass(
        ImportCommand command, int number, CensusBooks books, FindingLog log, RowPipe? pipe, FactTally tally, IProgress<ImportProgress>? progress) =>
        new(command, number, books, packs.Codes, log, pipe, tally, new ImportClock(books, clock, progress), clock.Today());

    /// <summary>The facts of the last published period before this one, to see what has jumped.</summary>
    private async Task<CountyFacts?> FactsBeforeAsync(ImportCommand command, CancellationToken cancellation) =>
        packs.Checks[CheckKind.Jump].Severity is not null
        && await revisions.FindPublishedBeforeAsync(command.County.Value, command.Period.Year, cancellation) is { } last
            ? await count.RunAsync(last.County, last.Number, cancellation)
            : null;

    private async Task<int> NextRevisionAsync(ImportCommand command, CancellationToken cancellation)
    {
        var county = await db.Set<County>().FirstOrDefaultAsync(c => c.Code == command.County.Value, cancellation);
        if (county is null)
        {
            county = new County { Code = command.County.Value, Name = command.Name ?? packs.Divisions.NameOf(command.County) ?? command.County.Value };
            db.Add(county);
        }

        county.Name = command.Name ?? county.Name;
        county.LastRevision++;
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        return county.LastRevision;
    }

    private Revision RevisionOf(ImportCommand command, int number, CensusPass pass, FindingLog log)
    {
        var now = clock.GetUtcNow();
        return new Revision
        {
            County = command.County.Value,
            Number = number,
            Period = command.Period.Year,
            State = command.Publish ? RevisionState.Published : RevisionState.Draft,
            ImportedAt = now,
            PublishedAt = command.Publish ? now : null,
            Files = Names(command),
            Schools = (int)pass.Rows[SheetKind.Schools],
            Classes = Counted(pass.Rows[SheetKind.Classes], pass, s => s.Classes),
            Teachers = Counted(pass.Rows[SheetKind.Teachers], pass, s => s.FullTimeTeachers),
            Pupils = Counted(pass.Rows[SheetKind.Pupils], pass, s => s.Pupils),
            Warnings = (int)log.Warnings,
        };
    }

    /// <summary>Rows where there are rows, else the sum of what schools declare.</summary>
    private static int Counted(long rows, CensusPass pass, Func<StageRow, double?> declared) =>
        rows > 0 ? (int)rows : (int)pass.Schools.All.Sum(school => Enum.GetValues<Stage>().Sum(stage => school[stage] is { } row ? declared(row) ?? 0 : 0));

    private static List<string> Names(ImportCommand command) => [.. command.Files.Select(f => f.Name)];

    private static IReadOnlyList<Finding> Finish(FindingLog log) =>
        log.Finish(tab => (int?)SheetLayout.Find(tab)?.Kind ?? 0);

    private static ImportResult Result(Guid? run, int? revision, CensusPass pass, FindingLog log, IReadOnlyList<Finding> findings, bool published)
    {
        Telemetry.RowsImported.Add(pass.Rows.Values.Sum());
        return new(run, revision, findings, pass.Rows.ToDictionary(r => SheetLayout.Of(r.Key).Name, r => r.Value), published)
        {
            Errors = log.Errors,
            Warnings = log.Warnings,
        };
    }

    private async Task<Failure> FailedAsync(ImportCommand command, Guid run, Failure failure)
    {
        db.ChangeTracker.Clear();
        if (db.Database.CurrentTransaction is { } open)
        {
            await open.RollbackAsync();
        }

        await runs.EndAsync(command.County.Value, run, ImportState.Failed, null, failure.Message, null, [], 0, CancellationToken.None);
        return failure;
    }
}
