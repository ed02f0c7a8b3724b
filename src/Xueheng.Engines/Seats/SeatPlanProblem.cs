namespace Xueheng.Engines.Seats;

/// <summary>Something that can be done about seats: expand, build, convert, merge, close.</summary>
/// <param name="Site">The school whose seats change.</param>
/// <param name="Seats">Seats gained for each time it is done.</param>
/// <param name="Cost">Spent in the year it begins, 万元, for each time.</param>
/// <param name="Lead">Years from beginning until it counts; 0 counts in the same year.</param>
/// <param name="Yearly">Spent every year from when it counts, 万元; negative for what is saved.</param>
/// <param name="Most">How many times at most, over all years.</param>
/// <param name="Closes">The school takes nobody any more; done once at most.</param>
/// <param name="Gives">The school that loses seats (a conversion); null for none.</param>
/// <param name="Given">Seats it loses.</param>
/// <param name="Into">Of a school that closes: the school its areas go to from then on (a merger); null leaves each area to go where it is best.</param>
public sealed record SeatOption(
    int Site, int Seats, double Cost, int Lead, double Yearly = 0, int Most = 1, bool Closes = false, int? Gives = null, int Given = 0, int? Into = null);

/// <summary>
/// 学位布局 of one stage over some years: every area goes to one school each year, no school beyond its seats, nobody farther than the limit,
/// no year beyond its budget, at the least cost of what is done, of travel and of changed zones.
/// </summary>
/// <param name="Seats">Of each school before anything is done; 0 for a site without a school.</param>
/// <param name="Children">Of each area in each year.</param>
/// <param name="Zone">The school each area goes to before the first year; null where none is set.</param>
/// <param name="Kilometres">From each area to each school.</param>
/// <param name="Walk">The farthest anyone may go, kilometres.</param>
/// <param name="Budget">What may be begun in each year, 万元; infinite for no limit.</param>
/// <param name="TravelPrice">What a kilometre of one child for a year weighs, 万元.</param>
/// <param name="ChangePrice">What sending one child to another school than the year before weighs, 万元.</param>
public sealed record SeatPlanProblem(
    IReadOnlyList<int> Seats,
    IReadOnlyList<SeatOption> Options,
    IReadOnlyList<IReadOnlyList<int>> Children,
    IReadOnlyList<int?> Zone,
    IReadOnlyList<IReadOnlyList<double>> Kilometres,
    double Walk,
    IReadOnlyList<double> Budget,
    double TravelPrice,
    double ChangePrice)
{
    /// <summary>Pairs of areas that go to one school (siblings, one community).</summary>
    public IReadOnlyList<(int One, int Other)> Together { get; init; } = [];

    /// <summary>Children sent to another school than the year before, at most in any year; null for no limit.</summary>
    public int? MostMoved { get; init; }

    /// <summary>How often an area may be sent to another school over all years, so that brothers and sisters meet in one; null for no limit.</summary>
    public int? MostChanges { get; init; }

    /// <summary>The areas beside each area, symmetric: the areas of a school hang together with the one it stands in; null where they need not.</summary>
    public IReadOnlyList<IReadOnlyList<int>>? Neighbours { get; init; }

    /// <summary>The area each school stands in; asked only with <see cref="Neighbours"/>.</summary>
    public IReadOnlyList<int> StandsIn { get; init; } = [];

    public int Areas => Children.Count;

    public int Years => Budget.Count;

    public bool Reaches(int area, int site) => Kilometres[area][site] <= Walk;

    /// <summary>What must be so before anything can be solved.</summary>
    /// <exception cref="ArgumentException">Says what is wrong.</exception>
    public void Check()
    {
        if (Seats.Any(s => s < 0) || Children.Any(c => c.Count != Years || c.Any(n => n < 0)) || Zone.Count != Areas || Kilometres.Count != Areas
            || Kilometres.Any(k => k.Count != Seats.Count || k.Any(d => !(d >= 0)))
            || Options.Any(o => o.Site < 0 || o.Site >= Seats.Count || o.Cost < 0 || o.Lead < 0 || o.Most < 1 || (o.Closes && o.Most != 1) || (o.Into is { } into && (!o.Closes || into == o.Site)))
            || (Neighbours is { } beside && (beside.Count != Areas || StandsIn.Count != Seats.Count || StandsIn.Any(a => a < 0 || a >= Areas))))
        {
            throw new ArgumentException("Seats, children and distances are not negative, tables are of one size, options are of known schools.");
        }
    }
}

public enum SeatPlanStatus
{
    Optimal = 1,
    Feasible = 2,
    Infeasible = 3,

    /// <summary>Time ran out before a plan was found or it was proven that there is none.</summary>
    Unknown = 4,
}

/// <param name="Starts">How many times each option begins in each year.</param>
/// <param name="School">The school of each area in each year; −1 for an area without children that reaches none.</param>
/// <param name="Cost">All three together, 万元.</param>
/// <param name="Bound">No plan costs less.</param>
/// <param name="Easings">When infeasible or unknown: the cheapest way found to give in, and the plan that then holds.</param>
public sealed record SeatPlanAnswer(
    SeatPlanStatus Status,
    IReadOnlyList<IReadOnlyList<int>> Starts,
    IReadOnlyList<IReadOnlyList<int>> School,
    SeatPlanCost Cost,
    double Bound,
    double Seconds,
    IReadOnlyList<SeatEasing> Easings)
{
    /// <summary>(Cost − bound) ÷ cost, of the amount where more is saved than spent.</summary>
    public double Gap => Cost.Total <= Bound ? 0 : (Cost.Total - Bound) / Math.Max(1, Math.Abs(Cost.Total));
}

/// <param name="Works">Spent on options, 万元, yearly costs and savings included.</param>
public readonly record struct SeatPlanCost(double Works, double Travel, double Change)
{
    public double Total => Works + Travel + Change;
}

public enum EasingKind
{
    /// <summary>More seats than there can be at a school in a year.</summary>
    Seats = 1,

    /// <summary>More money than a year's budget.</summary>
    Budget = 2,

    /// <summary>An area goes farther than the limit.</summary>
    Walk = 3,

    /// <summary>More children change school in a year than may.</summary>
    Moved = 4,

    /// <summary>An area changes school more often than it may.</summary>
    Changes = 5,

    /// <summary>An area does not hang together with its school's others.</summary>
    Apart = 6,
}

/// <param name="Site">The school; −1 for a budget, for moves and for changes.</param>
/// <param name="Areas">Areas concerned.</param>
/// <param name="Year">From 0; of changes the last one.</param>
/// <param name="Amount">Seats, 万元, kilometres beyond the limit, children, or changes beyond those allowed.</param>
public sealed record SeatEasing(EasingKind Kind, int Site, IReadOnlyList<int> Areas, int Year, double Amount);
