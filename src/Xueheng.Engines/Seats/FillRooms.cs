namespace Xueheng.Engines.Seats;

/// <summary>Classrooms divided over grades so that the fullest classes are as small as can be.</summary>
public static class FillRooms
{
    /// <param name="children">By grade.</param>
    /// <param name="rooms">Classrooms of the school.</param>
    /// <returns>Classes by grade: none without children; one at least with them, even where there are fewer rooms than such grades.</returns>
    public static int[] Run(IReadOnlyList<double> children, int rooms)
    {
        var classes = children.Select(c => c > 0 ? 1 : 0).ToArray();
        for (var left = rooms - classes.Sum(); left > 0; left--)
        {
            var fullest = 0;
            for (var g = 1; g < classes.Length; g++)
            {
                if (classes[g] > 0 && (classes[fullest] == 0 || children[g] / classes[g] > children[fullest] / classes[fullest]))
                {
                    fullest = g;
                }
            }

            if (classes.Length == 0 || classes[fullest] == 0)
            {
                break;
            }

            classes[fullest]++;
        }

        return classes;
    }
}
