using Xueheng.Census;
using Xueheng.Engines.Seats;

namespace Xueheng.Planning.Seats;

/// <summary>学位布局 of one stage: what is done in which year, which area goes where, what it costs.</summary>
/// <param name="Cost">万元: works, travel and changed zones as the rules weigh them.</param>
/// <param name="Missing">Seats missing, all years and schools, if nothing is done.</param>
/// <param name="Lacking">Seats missing, all years and schools, in the plan.</param>
/// <param name="Moves">Areas sent elsewhere by hand after the search; empty for a plan as it was found.</param>
/// <param name="Easings">Where no plan holds (or none was found): the limits given in to in the plan shown.</param>
/// <param name="Notes">What was taken for granted.</param>
public sealed record SeatPlan(
    string County,
    int Period,
    int Revision,
    string SeatsHash,
    int Seed,
    Stage Stage,
    SeatPlanStatus Status,
    SeatPlanCost Cost,
    double Total,
    double? Bound,
    double? Gap,
    double Seconds,
    double Missing,
    int Lacking,
    IReadOnlyList<PlannedWork> Steps,
    IReadOnlyList<PlannedSchool> Schools,
    IReadOnlyList<PlannedArea> Areas,
    IReadOnlyList<PlannedEasing> Easings,
    IReadOnlyList<PlannedAreaMove> Moves,
    IReadOnlyList<string> Notes);

/// <param name="School">Code of the school; empty for a new site.</param>
/// <param name="Begins">Period in which it begins and its cost is spent.</param>
/// <param name="Counts">Period from which it counts.</param>
/// <param name="Into">Name of the school it is merged into; empty for none.</param>
public sealed record PlannedWork(SeatStepKind Kind, string School, string Name, int Times, int Seats, int Begins, int Counts, decimal Cost, decimal Yearly, string Into = "");

/// <param name="Before">Children of each year if nothing is done.</param>
/// <param name="Children">Children of each year in the plan.</param>
public sealed record PlannedSchool(string School, string Name, IReadOnlyList<int> SeatsBefore, IReadOnlyList<int> Before, IReadOnlyList<int> Seats, IReadOnlyList<int> Children);

/// <summary>An area: the children of one home town who go to one school now.</summary>
/// <param name="Id">A <see cref="SeatArea.Id"/>.</param>
/// <param name="School">Names of the schools of each year.</param>
/// <param name="Kilometres">To the school of each year.</param>
public sealed record PlannedArea(string Id, string Town, string Now, IReadOnlyList<int> Children, IReadOnlyList<string> School, IReadOnlyList<double> Kilometres);

/// <param name="School">Name of the school; empty for a budget or for moves.</param>
/// <param name="Words">In a sentence.</param>
public sealed record PlannedEasing(EasingKind Kind, string School, IReadOnlyList<string> Areas, int Period, double Amount, string Words);

/// <summary>An area sent elsewhere by hand.</summary>
/// <param name="Now">The school they go to before anything is done.</param>
/// <param name="From">The first school year.</param>
public sealed record PlannedAreaMove(string Town, string Now, string To, int From);
