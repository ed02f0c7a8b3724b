using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xueheng.Plans;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Storage;

public sealed class PlanSourceMigrationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_plan_imported_before_keeps_where_it_comes_from(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        var (document, plan, other) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await using (var db = database.Open())
        {
            await db.GetService<IMigrator>().MigrateAsync("SchoolPlanVersions", Stop);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO plan_documents ("County", "Id", "FileName", "Content", "Text", "Title", "Date", "ImportedBy", "ImportedAt") VALUES ({"990101"}, {document}, {"a.txt"}, {new byte[] { 1 }}, {"文"}, {"工作要点"}, {new DateOnly(2023, 3, 2)}, {"李科"}, {DateTime.UnixEpoch})""",
                Stop);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO plans ("County", "Id", "Title", "Document", "State", "Version", "Edit", "EditedBy", "EditedAt") VALUES ({"990101"}, {plan}, {"我县要点"}, {document}, {1}, {1}, {0}, {"李科"}, {DateTime.UnixEpoch})""",
                Stop);
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO plans ("County", "Id", "Title", "State", "Version", "Edit", "EditedBy", "EditedAt") VALUES ({"990101"}, {other}, {"手写"}, {1}, {1}, {0}, {"李科"}, {DateTime.UnixEpoch})""",
                Stop);
            await db.Database.MigrateAsync(Stop);
        }

        await using var after = database.Open();
        var kept = await after.Set<Plan>().SingleAsync(p => p.Id == plan, Stop);
        Assert.Equal(("我县要点", "工作要点", new DateOnly(2023, 3, 2)), (kept.Title, kept.SourceTitle, kept.SourceDate!.Value));
        Assert.Null((await after.Set<Plan>().SingleAsync(p => p.Id == other, Stop)).SourceTitle);
    }
}
