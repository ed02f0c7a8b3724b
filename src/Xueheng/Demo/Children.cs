namespace Xueheng.Demo;

/// <summary>
/// Some children of one town and one year of birth who go to the same school. A child is known by town, year of birth and
/// number, for good; schools only ever hold ranges of numbers, so a county of any size needs no list of its children.
/// </summary>
/// <param name="Town">Index of the town, or of the outside.</param>
/// <param name="From">Number of the first.</param>
/// <param name="To">Number after the last.</param>
/// <param name="School">Index of the school; <see cref="None"/> for children in no school of the county.</param>
internal readonly record struct Children(int Town, int From, int To, int School)
{
    public const int None = -1;

    public int Count => To - From;

    /// <summary>Deals the children out in the given proportions, in order; each school gets one run of them.</summary>
    public static IEnumerable<Children> Deal(IReadOnlyList<Children> children, IReadOnlyList<(int School, double Weight)> schools)
    {
        var total = children.Sum(c => c.Count);
        var weights = schools.Sum(s => s.Weight);
        if (weights <= 0)
        {
            foreach (var group in children)
            {
                yield return group with { School = None };
            }

            yield break;
        }

        var (dealt, next, weight) = (0, 0, schools[0].Weight);
        foreach (var group in children)
        {
            var from = group.From;
            while (from < group.To)
            {
                while (next < schools.Count - 1 && dealt >= (int)Math.Round(total * weight / weights))
                {
                    weight += schools[++next].Weight;
                }

                var room = next == schools.Count - 1 ? int.MaxValue : (int)Math.Round(total * weight / weights) - dealt;
                var to = Math.Min(group.To, from + Math.Min(room, group.To - from));
                yield return new Children(group.Town, from, to, schools[next].School);
                dealt += to - from;
                from = to;
            }
        }
    }

    /// <summary>How many of them fall into class <paramref name="number"/> of <paramref name="classes"/>: number modulo classes.</summary>
    public int InClass(int number, int classes) => Below(To, number, classes) - Below(From, number, classes);

    /// <summary>The first number in that class.</summary>
    public int FirstInClass(int number, int classes) => From + ((number - (From % classes) + classes) % classes);

    private static int Below(int limit, int number, int classes) => (limit / classes) + (limit % classes > number ? 1 : 0);
}
