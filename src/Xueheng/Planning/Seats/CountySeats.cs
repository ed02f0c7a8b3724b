using Xueheng.Census;
using Xueheng.Engines.Projection;

namespace Xueheng.Planning.Seats;

/// <summary>学位 of one county: children to come, seats there are, seats missing.</summary>
/// <param name="History">Periods read, the oldest first.</param>
/// <param name="Births">What is known of births; null without a file.</param>
/// <param name="Basis">What each grade was worked out from.</param>
/// <param name="AreasFrom">Where areas come from: home towns of the pupils, or the towns of the schools.</param>
/// <param name="Tested">How the method would have done on the last period; null with a single period.</param>
public sealed record CountySeats(
    string County,
    int Period,
    int Revision,
    string SeatsHash,
    IReadOnlyList<int> History,
    KnownBirths? Births,
    AreaBasis AreasFrom,
    IReadOnlyList<GradeBasis> Basis,
    BackTest? Tested,
    IReadOnlyList<StageSeats> Stages,
    IReadOnlyList<AreaChildren> Areas,
    IReadOnlyList<PlaceSeats> Places);

/// <param name="ByArea">Whether every area of the county is in the file.</param>
public sealed record KnownBirths(string File, int FirstYear, int LastYear, bool ByArea);

public enum AreaBasis
{
    HomeTowns,
    TownsOfSchools,
}

/// <param name="Ratio">Children for each child, or birth, they come from.</param>
/// <param name="Transitions">Years compared.</param>
public sealed record GradeBasis(string Grade, StepBasis Basis, double Ratio, int Transitions);

/// <summary>A stage of the whole county.</summary>
/// <param name="Past">Children of each period of the history.</param>
public sealed record StageSeats(Stage Stage, IReadOnlyList<double> Past, IReadOnlyList<YearSeats> Years);

/// <summary>Children of one area in one stage.</summary>
public sealed record AreaChildren(string Area, Stage Stage, double Now, IReadOnlyList<Estimate> Years);

/// <summary>One school in one stage, every campus and teaching point by itself: its rooms are where it stands.</summary>
/// <param name="Classes">Of this period.</param>
/// <param name="Rooms">Classrooms: the most classes it had in any period read.</param>
/// <param name="Seats">Class limit × classrooms.</param>
/// <param name="ByGrade">Whether its children are known by grade; else they are taken to be evenly spread.</param>
public sealed record PlaceSeats(
    string School, string Name, string Town, Stage Stage, double Now, int Classes, int Rooms, decimal Seats, bool ByGrade, IReadOnlyList<YearSeats> Years);

/// <param name="Missing">Children beyond the seats; of a county the sum of its schools.</param>
/// <param name="Surplus">Seats beyond the children; of a county the sum of its schools.</param>
/// <param name="Oversized">大班额 that come about if no room is added and rooms are divided as evenly as can be.</param>
/// <param name="Severe">超大班额 among them.</param>
public sealed record YearSeats(int Period, Estimate Children, decimal Seats, double Missing, double Surplus, int Oversized, int Severe);
