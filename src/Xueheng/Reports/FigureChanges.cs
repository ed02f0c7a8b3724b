namespace Xueheng.Reports;

/// <summary>
/// What changed between two printings. A figure has changed when its value has and a reader can see it; the same value
/// in another format, or a difference below the last printed digit, is no change.
/// </summary>
internal static class FigureChanges
{
    /// <summary>Changed figures in the order of the new printing, then new ones, then those that are gone.</summary>
    public static IReadOnlyList<FigureChange> Between(IReadOnlyList<Figure> former, IReadOnlyList<Figure> now)
    {
        var before = former.ToLookup(f => f.Key);
        var after = now.ToLookup(f => f.Key);
        var first = after.Select(g => g.FirstOrDefault(f => IsChanged(f, before[f.Key])) ?? g.First()).ToList();
        return
        [
            .. first.Where(f => IsChanged(f, before[f.Key]))
                .Select(f => new FigureChange(FigureChangeKind.Changed, f.Key, f.Name, Before(f, before[f.Key]), f.Printed, f.Page)),
            .. first.Where(f => !before.Contains(f.Key))
                .Select(f => new FigureChange(FigureChangeKind.Added, f.Key, f.Name, null, f.Printed, f.Page)),
            .. before.Where(g => !after.Contains(g.Key)).Select(g => g.First())
                .Select(f => new FigureChange(FigureChangeKind.Removed, f.Key, f.Name, f.Printed, null, f.Page)),
        ];
    }

    public static bool IsChanged(Figure now, IEnumerable<Figure> former)
    {
        var before = former.ToList();
        return before.Count > 0
            && before.All(f => f.Printed != now.Printed)
            && (now.Value is null || before.All(f => f.Value != now.Value));
    }

    /// <summary>Of several prints of the same figure, the one that looks most like the new one.</summary>
    private static string Before(Figure now, IEnumerable<Figure> former) =>
        former.OrderBy(f => Math.Abs(f.Printed.Length - now.Printed.Length)).First().Printed;
}
