using Xueheng.Census;
using Xueheng.Tests.Databases;
using Xueheng.Workbooks;

namespace Xueheng.Tests.CensusImports;

/// <summary>Memory is of the whole process: while it is watched no other test runs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneInTheProcess
{
    public const string Name = "Alone in the process";
}

[Collection(AloneInTheProcess.Name)]
public sealed class BoundedMemoryTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_sheet_of_1048576_rows_is_read_in_bounded_memory(DatabaseKind kind)
    {
        await using var desk = await CensusDesk.OpenAsync(kind);
        var census = new SmallCensus().Drop(SheetKind.Pupils);
        var file = census.Write(desk.Folder, more: book =>
        {
            var sheet = book.Begin(new WorkbookSheet("学生", [.. ((string[])["学籍号", "姓名", "学校标识码", "班号", "年级"]).Select(h => new WorkbookColumn(h))]) { Filter = false });
            for (var i = 2; i <= WorkbookWriter.MaxRows; i++)
            {
                sheet.Write("x", "李", SmallCensus.School, "101", "一年级");
            }
        });
        using var memory = new MemoryWatch();
        var outcome = await desk.ImportAsync([file]);
        Assert.True(outcome.Succeeded, outcome.Failure?.ToString());
        Assert.Equal(WorkbookWriter.MaxRows - 1, outcome.Value.RowsBySheet["学生"]);
        Assert.Null(outcome.Value.Revision);
        Assert.Equal(CensusDesk.Packs.Checks.Limits.Findings, outcome.Value.Findings.Count);
        Assert.InRange(outcome.Value.NotKept, 900_000, 1_100_000);
        Assert.InRange(memory.MegabytesTaken(), 0, 500);
    }
}
