namespace Xueheng.Plans;

/// <summary>
/// What several people may change at once. Each change raises <see cref="Edit"/>; whoever saves over an older one is told
/// who changed it meanwhile and what.
/// </summary>
public abstract class Edited
{
    /// <summary>Counts the changes; the concurrency token.</summary>
    public int Edit { get; set; } = 1;

    public required string EditedBy { get; set; }

    public required DateTimeOffset EditedAt { get; set; }
}
