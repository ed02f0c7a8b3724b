using Microsoft.EntityFrameworkCore.Metadata;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Storage;

public sealed class SchemaTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_key_and_every_unique_index_begins_with_the_county(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var wrong = new List<string>();
        foreach (var entity in db.Model.GetEntityTypes())
        {
            Hold(entity, "key", entity.GetKeys().Select(k => k.Properties));
            Hold(entity, "foreign key", entity.GetForeignKeys().Select(k => k.Properties));
            Hold(entity, "index", entity.GetIndexes().Where(i => i.IsUnique).Select(i => i.Properties));
        }

        Assert.True(wrong.Count == 0, "Rows of a county must stay together on one node: " + string.Join("; ", wrong));

        void Hold(IEntityType entity, string what, IEnumerable<IReadOnlyList<IProperty>> columns) => wrong.AddRange(
            columns.Where(c => c[0].Name != "County" && (entity.ClrType.Name, c[0].Name) is not ("County", "Code"))
                .Select(c => $"{what} of {entity.ClrType.Name} ({string.Join(", ", c.Select(p => p.Name))})"));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Nothing_in_the_database_is_numbered_by_the_database(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var db = database.Open();
        var generated = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties())
            .Where(p => p.ValueGenerated != ValueGenerated.Never && p.ClrType != typeof(Guid))
            .Select(p => $"{p.DeclaringType.ClrType.Name}.{p.Name}").ToList();
        Assert.True(generated.Count == 0, "A number given by one database cannot be restored on another: " + string.Join(", ", generated));
    }
}
