namespace Xueheng.Engines.Location.OpenSets;

/// <summary>
/// A bound of every set of open facilities at once: with any prices of the units, a set costs at least what the units pay, and for each of its facilities the fixed
/// cost less the most that units it can hold would pay beyond their cost there.
/// </summary>
/// <param name="Paid">What the units pay in all.</param>
/// <param name="Worth">What opening each facility adds.</param>
/// <param name="Prices">What each unit pays.</param>
internal sealed record SetCut(double Paid, double[] Worth, double[] Prices)
{
    /// <returns>No answer with these facilities open costs less.</returns>
    public double At(bool[] open)
    {
        var sum = Paid;
        for (var j = 0; j < open.Length; j++)
        {
            sum += open[j] ? Worth[j] : 0;
        }

        return sum;
    }
}
