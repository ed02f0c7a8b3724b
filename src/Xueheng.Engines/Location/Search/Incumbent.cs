namespace Xueheng.Engines.Location.Search;

/// <summary>The best answer known, and the bound.</summary>
internal sealed class Incumbent(LocationInstance instance)
{
    private const double Close = 1e-9;

    /// <summary>Infinite while no answer is known.</summary>
    public double Cost { get; private set; } = double.PositiveInfinity;

    public int[] Assign { get; private set; } = [];

    public bool[] Open { get; private set; } = [];

    public double Bound { get; private set; } = double.NegativeInfinity;

    public bool Any => Assign.Length > 0;

    /// <summary>The smallest difference of two costs that matters: 1 where every cost is whole.</summary>
    public double Least { get; } = AllWhole(instance) ? 1 : 0;

    /// <summary>Answers must cost less than this to be better.</summary>
    public double Cutoff => Cost - Math.Max(Least - 1e-6, Close * Math.Abs(Cost));

    public bool Proven => Any && Bound >= Cutoff;

    public bool Offer(double cost, int[] assign, bool[] open)
    {
        if (cost >= Cost - (Close * Math.Abs(cost)))
        {
            return false;
        }

        (Cost, Assign, Open) = (cost, [.. assign], [.. open]);
        return true;
    }

    /// <summary>No answer costs less than the bound, or none is better than the best known.</summary>
    public void Raise(double bound) => Bound = Math.Max(Bound, bound);

    private static bool AllWhole(LocationInstance instance)
    {
        for (var j = 0; j < instance.Facilities; j++)
        {
            if (instance.FixedCost(j) != Math.Floor(instance.FixedCost(j)))
            {
                return false;
            }

            for (var i = 0; i < instance.Units; i++)
            {
                if (instance.Cost(i, j) != Math.Floor(instance.Cost(i, j)))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
