using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Carrying;

/// <summary>Saving what several people may change at once.</summary>
public static class Edits
{
    /// <summary>The code of a failure that means: somebody saved meanwhile, nothing of yours was saved, nothing of theirs was lost.</summary>
    public const string StaleCode = "XH5213";

    /// <summary>Notes who changes what is tracked, and when.</summary>
    internal static void Sign(this Edited edited, string by, TimeProvider clock)
    {
        edited.Edit++;
        edited.EditedBy = by.Trim();
        edited.EditedAt = clock.GetUtcNow();
    }

    /// <returns>False when somebody saved meanwhile; then nothing was saved and nothing is tracked any more.</returns>
    internal static async Task<bool> TrySaveAsync(this XuehengDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <returns>False when the same was added by somebody else at the same moment; then nothing was.</returns>
    internal static async Task<bool> TryAddAsync(this XuehengDb db, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
