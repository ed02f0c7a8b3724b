using Microsoft.EntityFrameworkCore;
using Xueheng.Backups;
using Xueheng.Demo;
using Xueheng.Engines.Text;
using Xueheng.Plans;
using Xueheng.Tests.Backups;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Plans;

/// <summary>Rows of plans refer to one another, also backwards: what copies or empties tables has to cope with that.</summary>
public sealed class PlanRowsTests
{
    private const string County = "990101";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(BackupTests.Pairs), MemberType = typeof(BackupTests))]
    public async Task A_plan_is_restored_from_a_backup_with_all_that_hangs_on_it(DatabaseKind from, DatabaseKind to)
    {
        await using var database = await TestDatabase.CreateAsync(from);
        await FillAsync(database);
        var zip = Path.Combine(database.Folder.Parent!.FullName, database.Folder.Name + ".zip");
        try
        {
            await using (var db = database.Open())
            {
                Assert.True((await new MakeBackup(db, TimeProvider.System).RunAsync(new(database.Folder, zip, "0.1.0"), Cancellation)).Succeeded);
            }

            await using var empty = await TestDatabase.CreateAsync(to);
            await using (var db = empty.Open())
            {
                // The file of a new SQLite database stands in its folder; a restore wants a folder without files of its own.
                var restored = await new RestoreBackup(db, empty.Bulk).RunAsync(new(empty.Folder, zip), Cancellation);
                Assert.True(restored.Succeeded, restored.Failure?.ToString());
            }

            await using var fresh = empty.Open();
            var target = await fresh.Set<Target>().SingleAsync(Cancellation);
            Assert.Equal("fact:pupils@primary", target.Metric.ToString());
            Assert.Equal([new PathStep { Period = 2023, Value = 81.5m }, new PathStep { Period = 2024, Value = 90m }], target.Path);
            Assert.Equal(90.5m, (await fresh.Set<Commitment>().SingleAsync(Cancellation)).Value);
            Assert.Equal(["财务科", "督导室"], (await fresh.Set<PlanItem>().SingleAsync(i => i.Parent != null, Cancellation)).Supporting);
            Assert.Equal([1, 2, 3], (await fresh.Set<PlanDocument>().SingleAsync(Cancellation)).Content);
            Assert.Equal(1, await fresh.Set<Notice>().CountAsync(Cancellation));
        }
        finally
        {
            File.Delete(zip);
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Forgetting_the_demo_leaves_no_plan_behind_and_touches_no_other_county(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await FillAsync(database);
        await FillAsync(database, "990102");
        await using (var db = database.Open())
        {
            await new ForgetDemo(db).RunAsync(Cancellation);
        }

        await using var fresh = database.Open();
        Assert.Equal(["990102", "990102"], await fresh.Set<PlanItem>().Select(i => i.County).ToListAsync(Cancellation));
        Assert.Equal(1, await fresh.Set<PlanDocument>().CountAsync(Cancellation));
        Assert.Equal(1, await fresh.Set<TaskEvent>().CountAsync(Cancellation));
    }

    private static async Task FillAsync(TestDatabase database, string county = County)
    {
        var (document, plan) = (Guid.CreateVersion7(), Guid.CreateVersion7());

        // The child's key sorts before its parent's.
        var (child, parent) = (Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Guid.CreateVersion7());
        var (commitment, now) = (Guid.CreateVersion7(), new DateTimeOffset(2026, 11, 24, 1, 2, 3, TimeSpan.Zero));
        await using var db = database.Open();
        db.Add(new PlanDocument { County = county, Id = document, FileName = "a.txt", Content = [1, 2, 3], Text = "甲", Title = "甲", ImportedBy = "张华", ImportedAt = now });
        db.Add(new Plan { County = county, Id = plan, Title = "甲", Document = document, State = PlanState.Approved, EditedBy = "张华", EditedAt = now });
        db.Add(new PlanReview { County = county, Id = Guid.CreateVersion7(), Plan = plan, State = PlanState.Approved, By = "张华", At = now });
        db.Add(new PlanItem { County = county, Id = parent, Plan = plan, Kind = PlanItemKind.Goal, Title = "目标", EditedBy = "张华", EditedAt = now });
        db.Add(new PlanItem { County = county, Id = child, Plan = plan, Parent = parent, Kind = PlanItemKind.Task, Title = "任务", Supporting = ["财务科", "督导室"], Due = new DateOnly(2026, 12, 1), EditedBy = "张华", EditedAt = now });
        db.Add(new Commitment { County = county, Id = commitment, Plan = plan, Item = parent, Text = "甲。", Subject = "甲", Kind = CommitmentKind.Promised, State = CommitmentState.Accepted, Value = 90.5m, Comparison = Comparison.AtLeast, EditedBy = "张华", EditedAt = now });
        db.Add(new Target
        {
            County = county, Id = Guid.CreateVersion7(), Plan = plan, Commitment = commitment, Item = parent, Title = "甲", Metric = Metric.Parse("fact:pupils@primary")!, Comparison = Comparison.AtLeast,
            Value = 90, Unit = "%", Due = new DateOnly(2026, 12, 31), Path = [new PathStep { Period = 2023, Value = 81.5m }, new PathStep { Period = 2024, Value = 90m }], EditedBy = "张华", EditedAt = now,
        });
        db.Add(new Evidence { County = county, Id = Guid.CreateVersion7(), Task = child, Result = "做了", GivenBy = "李明", GivenAt = now, State = EvidenceState.Given });
        db.Add(new TaskEvent { County = county, Id = Guid.CreateVersion7(), Task = child, Kind = TaskEventKind.Extended, Reason = "因雨", FromDue = new DateOnly(2026, 11, 1), ToDue = new DateOnly(2026, 12, 1), By = "张华", At = now });
        db.Add(new Notice { County = county, Id = Guid.CreateVersion7(), Recipient = "财务科", Matter = "due 1", Text = "将到期", At = now });
        await db.SaveChangesAsync(Cancellation);
    }
}
