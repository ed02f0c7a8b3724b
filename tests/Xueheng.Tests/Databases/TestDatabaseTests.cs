using Microsoft.EntityFrameworkCore;
using Xueheng.Census;

namespace Xueheng.Tests.Databases;

public sealed class TestDatabaseTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_test_has_a_migrated_database_of_its_own(DatabaseKind kind)
    {
        await using var first = await TestDatabase.CreateAsync(kind);
        await using var second = await TestDatabase.CreateAsync(kind);
        await using (var db = first.Open())
        {
            db.Add(new County { Code = "990101", Name = "云岭县" });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var here = first.Open();
        await using var there = second.Open();
        Assert.Equal("云岭县", (await here.Set<County>().SingleAsync(TestContext.Current.CancellationToken)).Name);
        Assert.Empty(await there.Set<County>().ToListAsync(TestContext.Current.CancellationToken));
        Assert.Empty(await there.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task The_model_and_the_migrations_agree(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateEmptyAsync(kind);
        await using var db = database.Open();
        Assert.False(db.Database.HasPendingModelChanges(), "Regenerate the migrations: see CONTRIBUTING.md.");
    }
}
