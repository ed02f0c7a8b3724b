using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Storage;

/// <summary>Where SQLite and PostgreSQL answer differently by themselves, and must not here.</summary>
public sealed class SameAnswersTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Text_sorts_by_its_code_points(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        string[] names = ["b县", "阿县", "B县", "中县", "a-县", "a县"];
        db.AddRange(names.Select((name, i) => new County { Code = $"99010{i}", Name = name }));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);

        var sorted = await db.Set<County>().OrderBy(c => c.Name).Select(c => c.Name).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal(names.Order(StringComparer.Ordinal), sorted);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_instant_with_an_offset_is_stored_and_compared_as_the_same_instant(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var beijing = new DateTimeOffset(2026, 1, 1, 7, 30, 0, TimeSpan.FromHours(8));
        await using (var db = database.Open())
        {
            db.Add(Import(1, beijing));
            db.Add(Import(2, beijing.ToUniversalTime().AddMinutes(1)));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var fresh = database.Open();
        var later = await fresh.Set<Revision>().Where(r => r.ImportedAt > beijing).OrderByDescending(r => r.ImportedAt)
            .SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, later.Number);
        Assert.Equal(beijing.AddMinutes(1), later.ImportedAt);
        Assert.Equal(TimeSpan.Zero, later.ImportedAt.Offset);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_instant_is_kept_to_the_microsecond(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var instant = new DateTimeOffset(2026, 1, 1, 7, 30, 0, 123, 456, TimeSpan.Zero);
        await using (var db = database.Open())
        {
            db.Add(Import(1, instant.AddTicks(9)));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using var fresh = database.Open();
        Assert.Equal(instant, (await fresh.Set<Revision>().SingleAsync(TestContext.Current.CancellationToken)).ImportedAt);
    }

    private static Revision Import(int number, DateTimeOffset at) => new()
    {
        County = "990101",
        Number = number,
        Period = 2024,
        State = RevisionState.Draft,
        ImportedAt = at,
        Files = ["a.xlsx", "b.xlsx"],
    };
}
