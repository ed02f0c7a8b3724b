using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Xueheng.Storage;

namespace Xueheng.Demo;

/// <summary>Removes everything of the invented county, and of no other: every table's key begins with the county.</summary>
public sealed class ForgetDemo(XuehengDb db)
{
    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var sql = db.GetService<ISqlGenerationHelper>();
        foreach (var entity in TableOrder.Of(db.Model).Reverse())
        {
            // The first column of the key is the county everywhere, whatever it is called.
            var county = entity.FindPrimaryKey()!.Properties[0];
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
            var command = $"DELETE FROM {sql.DelimitIdentifier(entity.GetTableName()!)} WHERE {sql.DelimitIdentifier(county.GetColumnName(table)!)} = {{0}}";
            await db.Database.ExecuteSqlRawAsync(command, [DemoCounty.Code.Value], cancellation);
        }

        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
    }
}
