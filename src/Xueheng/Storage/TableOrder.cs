using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Xueheng.Storage;

/// <summary>The tables of the model in an order in which they can be filled; backwards they can be emptied.</summary>
public static class TableOrder
{
    /// <summary>One that another refers to comes before it.</summary>
    public static IReadOnlyList<IEntityType> Of(IModel model)
    {
        var ordered = new List<IEntityType>();
        foreach (var entity in model.GetEntityTypes().Where(e => !e.IsOwned() && e.GetTableName() is not null).OrderBy(e => e.GetTableName(), StringComparer.Ordinal))
        {
            Visit(entity);
        }

        return ordered;

        void Visit(IEntityType entity)
        {
            if (ordered.Contains(entity))
            {
                return;
            }

            foreach (var key in entity.GetForeignKeys().Where(k => k.PrincipalEntityType != entity))
            {
                Visit(key.PrincipalEntityType);
            }

            ordered.Add(entity);
        }
    }

    /// <summary>
    /// Until the transaction ends, rows of a table may refer to rows of the same table that come later. PostgreSQL looks at
    /// the end of a statement anyway; SQLite looks at every row unless told.
    /// </summary>
    public static async Task DeferReferencesAsync(XuehengDb db, CancellationToken cancellation)
    {
        if (db.Database.ProviderName == XuehengDb.SqliteProvider)
        {
            await db.Database.ExecuteSqlAsync($"PRAGMA defer_foreign_keys = ON", cancellation);
        }
    }
}
