using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.Census;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.CensusImports;

public sealed class ImportTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_clean_census_is_stored_and_published(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        var result = await desk.StoreAsync(new SmallCensus());
        Assert.Equal((1, true, 0L, 0L), (result.Revision, result.Published, result.Errors, result.Warnings));
        Assert.Equal(2, result.RowsBySheet["学生"]);

        var pupil = (await desk.RowsAsync<PupilRow>(1))[1];
        Assert.Equal(("G" + SmallCensus.Identity("20170202", 2), "李二", "女", "101", Stage.Primary, "11"), (pupil.Pupil, pupil.Name, pupil.Sex, pupil.Class, pupil.Stage, pupil.Grade));
        Assert.Equal((new DateOnly(2017, 2, 2), true, 2, 3, 0), (pupil.Born, pupil.Migrant, pupil.No, pupil.Line, pupil.File));
        Assert.Null(pupil.Disability);
        var teachers = await desk.RowsAsync<TeacherRow>(1);
        Assert.Equal((BackboneLevel.County, "21", new DateOnly(2003, 9, 1)), (teachers[0].Backbone, teachers[0].Degree, teachers[0].TeachingSince));
        Assert.Equal((BackboneLevel.None, "21", true), (teachers[1].Backbone, teachers[1].Degree, teachers[1].FullTime));
        var @class = Assert.Single(await desk.RowsAsync<ClassRow>(1));
        Assert.Equal((2, 2, 2), (@class.Declared, @class.Counted, @class.Pupils));
        Assert.Equal(900, Assert.Single(await desk.RowsAsync<ResourceRow>(1)).TeachingArea);
        Assert.Equal(98000, Assert.Single(await desk.RowsAsync<CountyItemRow>(1)).Value);
        Assert.True(Assert.Single(await desk.RowsAsync<SchoolRow>(1)).Public);

        await using var db = desk.Open();
        var run = await db.Set<ImportRun>().SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((ImportState.Stored, 1, 9L), (run.State, run.Revision, run.Rows));
        Assert.Equal("新沂市", (await db.Set<County>().SingleAsync(TestContext.Current.CancellationToken)).Name);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task With_one_error_nothing_is_stored_but_the_run_and_its_findings(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        await desk.StoreAsync(new SmallCensus());
        var before = await desk.EverythingAsync();
        var outcome = await desk.ImportAsync(new SmallCensus().Set(SheetKind.Pupils, 1, "身份证号", "320381201702020029"));
        Assert.True(outcome.Succeeded);
        Assert.Null(outcome.Value.Revision);
        Assert.Equal(before, await desk.EverythingAsync());

        await using var db = desk.Open();
        var run = await db.Set<ImportRun>().SingleAsync(r => r.State == ImportState.Rejected, TestContext.Current.CancellationToken);
        var finding = await db.Set<Finding>().FirstAsync(f => f.Run == run.Id, TestContext.Current.CancellationToken);
        Assert.Equal(("XH1204", "学生", 3, "身份证号", "320381201702020029", SmallCensus.School), (finding.Rule, finding.Sheet, finding.Line, finding.Column, finding.Value, finding.School));
        Assert.Contains("校验码是", finding.Expected, StringComparison.Ordinal);
        Assert.Equal(1, await db.Set<County>().Select(c => c.LastRevision).SingleAsync(TestContext.Current.CancellationToken));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_dry_run_touches_nothing(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        var outcome = await desk.ImportAsync(new SmallCensus().Set(SheetKind.Resources, 0, "图书册数", -1), dryRun: true);
        Assert.Equal("XH1212", Assert.Single(outcome.Value.Findings).Rule);
        await using var db = desk.Open();
        Assert.False(await db.Set<ImportRun>().AnyAsync(TestContext.Current.CancellationToken));
        Assert.False(await db.Set<County>().AnyAsync(TestContext.Current.CancellationToken));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_order_of_columns_rows_and_sheets_changes_no_fact(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        await desk.StoreAsync(new SmallCensus());
        var shuffled = new SmallCensus().Reverse();
        var outcome = await desk.ImportAsync([shuffled.Write(desk.Folder, order: shuffled.Kinds.OrderDescending())]);
        Assert.Equal(0, outcome.Value.Errors);
        var (first, second) = (await desk.FactsAsync(1), await desk.FactsAsync(2));
        Assert.Equal(first.Schools.Single().Values, second.Schools.Single().Values);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task English_headings_and_tabs_are_accepted(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        Assert.Equal(0, (await desk.StoreAsync(new SmallCensus().InEnglish())).Warnings);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Full_width_digits_spaces_and_text_dates_are_put_right(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        await desk.StoreAsync(new SmallCensus()
            .Set(SheetKind.Schools, 0, "学校标识码", " ２１３２００００01\u3000")
            .Set(SheetKind.Pupils, 0, "身份证号", "320381 20170101 " + SmallCensus.Identity("20170101", 1)[14..])
            .Set(SheetKind.Pupils, 0, "出生日期", new DateOnly(2017, 1, 1))
            .Set(SheetKind.Pupils, 1, "出生日期", "2017/2/2")
            .Set(SheetKind.Teachers, 0, "出生日期", 19800101)
            .Set(SheetKind.Teachers, 0, "从教年月", "2003年9月")
            .Set(SheetKind.Resources, 0, "图书册数", "１，０００".Replace('，', ',')));
        Assert.Equal(new DateOnly(2017, 2, 2), (await desk.RowsAsync<PupilRow>(1))[1].Born);
        Assert.Equal(1000, (await desk.RowsAsync<ResourceRow>(1))[0].Books);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    public async Task A_csv_for_each_sheet_is_as_good_as_a_workbook(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await using var desk = await CensusDesk.OpenAsync(DatabaseKind.Sqlite);
        var outcome = await desk.ImportAsync(new SmallCensus().WriteCsv(desk.Folder, Encoding.GetEncoding(encoding)));
        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.Equal([], outcome.Value.Findings.Select(f => f.Message));
        Assert.Equal("李一", (await desk.RowsAsync<PupilRow>(1))[0].Name);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Sheets_may_be_spread_over_files(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        var census = new SmallCensus();
        var outcome = await desk.ImportAsync(
        [
            census.Write(desk.Folder, "people.xlsx", [SheetKind.Pupils, SheetKind.Teachers, SheetKind.Classes]),
            census.Write(desk.Folder, "schools.xlsx", [SheetKind.Schools, SheetKind.Stages, SheetKind.Resources]),
        ]);
        Assert.Equal([], outcome.Value.Findings.Select(f => f.Message));
        Assert.Equal(0, (await desk.RowsAsync<PupilRow>(1))[0].File);
        Assert.Equal(1, (await desk.RowsAsync<SchoolRow>(1))[0].File);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_draft_is_published_later_and_an_older_draft_is_not(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        await desk.StoreAsync(new SmallCensus(), publish: false);
        await desk.StoreAsync(new SmallCensus(), publish: false);
        await using var scope = desk.Services.CreateAsyncScope();
        var (publish, revisions) = (scope.ServiceProvider.GetRequiredService<PublishRevision>(), scope.ServiceProvider.GetRequiredService<Revisions>());
        var cancellation = TestContext.Current.CancellationToken;
        Assert.Equal("XH1001", (await revisions.FindPublishedAsync(CensusDesk.County, 2024, cancellation)).Failure?.Code);
        Assert.True((await publish.RunAsync(CensusDesk.County, 2, cancellation)).Succeeded);
        Assert.Equal(2, (await revisions.FindPublishedAsync(CensusDesk.County, 2024, cancellation)).Value.Number);
        Assert.Equal("XH1005", (await publish.RunAsync(CensusDesk.County, 1, cancellation)).Failure?.Code);
        Assert.Equal("XH1002", (await publish.RunAsync(CensusDesk.County, 3, cancellation)).Failure?.Code);
        Assert.Equal(1, (await revisions.ResolveAsync("1", null, cancellation)).Value.Number);
        Assert.Equal("XH1003", (await revisions.ResolveAsync("one", null, cancellation)).Failure?.Code);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_imports_of_one_county_at_once_get_numbers_of_their_own(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        var files = Enumerable.Range(0, 4).Select(i => new SmallCensus().Write(desk.Folder, $"{i}.xlsx")).ToList();
        var outcomes = await Task.WhenAll(files.Select(f => desk.ImportAsync([f])));
        Assert.All(outcomes, o => Assert.True(o.Succeeded, o.Failure?.ToString()));
        Assert.Equal([1, 2, 3, 4], outcomes.Select(o => o.Value.Revision!.Value).Order());
        Assert.Equal(2, (await desk.RowsAsync<PupilRow>(3)).Count);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_run_whose_process_died_is_marked_failed_and_a_living_one_is_not(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        var dead = new ImportRun
        {
            County = CensusDesk.County, Id = Guid.CreateVersion7(), Period = 2024, State = ImportState.Running, Files = ["a.xlsx"], StartedAt = DateTimeOffset.UnixEpoch,
        };
        await using (var db = desk.Open())
        {
            db.Add(dead);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var scope = desk.Services.CreateAsyncScope();
        var runs = scope.ServiceProvider.GetRequiredService<ImportRuns>();
        await using (var living = desk.Open())
        await using (await desk.Services.GetRequiredService<Xueheng.Storage.ICountyLock>().BeginAsync(living, CensusDesk.County, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken))
        {
            await runs.RecoverAsync(TestContext.Current.CancellationToken);
            Assert.Equal(ImportState.Running, (await runs.FindAsync(dead.County, dead.Id, TestContext.Current.CancellationToken))!.State);
        }

        await runs.RecoverAsync(TestContext.Current.CancellationToken);
        var found = (await runs.FindAsync(dead.County, dead.Id, TestContext.Current.CancellationToken))!;
        Assert.Equal((ImportState.Failed, ImportRuns.CutOff), (found.State, found.Message));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Two_revisions_are_compared_by_school_and_fact(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        await desk.StoreAsync(new SmallCensus());
        await desk.StoreAsync(
            new SmallCensus()
                .Set(SheetKind.Schools, 0, "学校名称", "示例实验小学")
                .Set(SheetKind.Resources, 0, "图书册数", 900)
                .Add(SheetKind.Schools, ("学校标识码", "2132000002"), ("学校名称", "新小学")),
            publish: false);
        await using var scope = desk.Services.CreateAsyncScope();
        var changes = (await scope.ServiceProvider.GetRequiredService<CompareRevisions>().RunAsync(CensusDesk.County, null, 2, TestContext.Current.CancellationToken)).Value;
        Assert.Equal((1, 2), (changes.From.Number, changes.To.Number));
        Assert.Equal("2132000002", Assert.Single(changes.Added).School);
        Assert.Empty(changes.Removed);
        Assert.Equal(new SchoolRenamed(SmallCensus.School, "示例小学", "示例实验小学"), Assert.Single(changes.Renamed));
        var change = Assert.Single(changes.Facts);
        Assert.Equal(("equipment.books", 800m, 900m, null), (change.Fact.Id, change.Before, change.After, change.Stage));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_countys_lock_is_had_by_one_and_given_up_with_its_transaction(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        var (locks, cancellation) = (desk.Services.GetRequiredService<Xueheng.Storage.ICountyLock>(), TestContext.Current.CancellationToken);
        await using var first = desk.Open();
        await using var second = desk.Open();
        await using (await locks.BeginAsync(first, CensusDesk.County, TimeSpan.FromSeconds(1), cancellation))
        {
            Assert.Null(await locks.BeginAsync(second, CensusDesk.County, TimeSpan.FromMilliseconds(100), cancellation));
        }

        await using var later = await locks.BeginAsync(second, CensusDesk.County, TimeSpan.FromSeconds(5), cancellation);
        Assert.NotNull(later);
    }

    [Fact]
    public async Task Progress_goes_from_nothing_to_all_and_names_the_sheet()
    {
        await using var desk = await CensusDesk.OpenAsync(DatabaseKind.Sqlite);
        var census = new SmallCensus();
        for (var i = 0; i < 2000; i++)
        {
            census.Add(SheetKind.CountyItems);
        }

        var told = new List<ImportProgress>();
        await desk.ImportAsync([census.Write(desk.Folder)], dryRun: true, watcher: new Watcher(told));
        Assert.Equal((1.0, ""), (told[^1].Share, told[^1].Sheet));
        Assert.All(told, p => Assert.InRange(p.Share, 0, 1));
        Assert.Equal(told.Select(p => p.Share).Order(), told.Select(p => p.Share));
        Assert.Equal(2009, told[^1].Rows);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_cancelled_import_leaves_nothing(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        await desk.StoreAsync(new SmallCensus());
        var before = await desk.EverythingAsync();
        using var source = new CancellationTokenSource();
        await using var scope = desk.Services.CreateAsyncScope();
        var file = new SmallCensus().Write(desk.Folder);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scope.ServiceProvider.GetRequiredService<ImportCensus>().RunAsync(
            new ImportCommand(CountyCode.Parse(CensusDesk.County)!.Value, Period.Parse("2024")!.Value, [file], false, true), null, source.Token));
        Assert.Equal(before, await desk.EverythingAsync());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_writer_that_fails_fails_the_import_with_its_own_reason(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        await using (var db = desk.Open())
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE census_teachers", TestContext.Current.CancellationToken);
        }

        var wrong = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => desk.ImportAsync(new SmallCensus()));
        Assert.Contains("census_teachers", wrong.Message, StringComparison.Ordinal);
        await using var after = desk.Open();
        Assert.Equal(ImportState.Failed, (await after.Set<ImportRun>().SingleAsync(TestContext.Current.CancellationToken)).State);
        Assert.Empty(await desk.RowsAsync<SchoolRow>(1));
    }

    private sealed class Watcher(List<ImportProgress> told) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => told.Add(value);
    }
}
