namespace Xueheng.Engines.Groups;

/// <summary>A school to be put into a group.</summary>
/// <param name="Pupils">Weight of the school, more than zero.</param>
/// <param name="Strength">How well it stands, in any unit; a group's is the mean of its schools' weighted by pupils.</param>
/// <param name="Strong">May lead a group.</param>
public sealed record GroupSchool(int Pupils, double Strength, bool Strong);

/// <summary>
/// Schools to be parted into groups (集团化办学, 教联体): each led by a strong school that every school of the group is within reach of, of limited size,
/// and all as alike in strength as can be.
/// </summary>
/// <param name="Kilometres">Distance of each school to each, symmetric; infinite where unknown.</param>
/// <param name="Least">Schools of a group, its leader among them, at the least.</param>
/// <param name="Most">At the most.</param>
/// <param name="Reach">Kilometres from a school to its leader at the most.</param>
/// <param name="Alike">A group whose mean is as near as this to the mean of all is alike enough: no nearer is sought at the cost of distance.</param>
/// <param name="Together">Pairs that stay in one group.</param>
public sealed record GroupProblem(
    IReadOnlyList<GroupSchool> Schools,
    IReadOnlyList<IReadOnlyList<double>> Kilometres,
    int Least,
    int Most,
    double Reach,
    double Alike,
    IReadOnlyList<(int One, int Other)> Together)
{
    /// <summary>A person has decided that this school is led by that one, however far it is. That one leads then.</summary>
    public IReadOnlyList<(int School, int Leader)> Pins { get; init; } = [];

    /// <summary>A person has decided that this school is not led by that one.</summary>
    public IReadOnlyList<(int School, int Leader)> Forbidden { get; init; } = [];

    /// <summary>Of each school the index of its leader as groups are now; null for one that is in none. Null where no groups are known.</summary>
    public IReadOnlyList<int?>? Now { get; init; }

    /// <summary>Schools whose leader may become another than it is now; null for as many as it takes. With it who is in a group now may stay however far it is.</summary>
    public int? MostChanges { get; init; }

    /// <summary>Whether a school may be led by that one; a strong one leads itself.</summary>
    public bool Reaches(int leader, int school) =>
        leader == school || Kilometres[leader][school] <= Reach || (MostChanges is not null && Now?[school] == leader) || Pins.Contains((school, leader));

    /// <summary>Kilometres from a school to its leader; 0 where they are not known.</summary>
    public double Apart(int leader, int school) => leader == school || !double.IsFinite(Kilometres[leader][school]) ? 0 : Kilometres[leader][school];

    /// <summary>Mean strength of some of the schools, weighted by pupils.</summary>
    public double MeanOf(IEnumerable<int> schools)
    {
        var (sum, pupils) = (0.0, 0L);
        foreach (var school in schools)
        {
            sum += Schools[school].Pupils * Schools[school].Strength;
            pupils += Schools[school].Pupils;
        }

        return sum / pupils;
    }
}
