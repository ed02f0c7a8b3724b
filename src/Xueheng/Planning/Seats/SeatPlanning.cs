using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Standards;

namespace Xueheng.Planning.Seats;

/// <summary>What plans of seats are made from, all of it the bureau's to set.</summary>
/// <param name="Walk">The farthest a child may go, kilometres, by stage.</param>
/// <param name="Budget">Begun in a year at most, 万元; null for no limit.</param>
/// <param name="Travel">What a kilometre of one child for a year weighs, 万元.</param>
/// <param name="Change">What sending one child to another school weighs, 万元.</param>
/// <param name="MostMoved">Children sent to another school in a year, at most.</param>
public sealed record SeatPlanning(
    IReadOnlyDictionary<Stage, decimal> Walk, decimal? Budget, decimal Travel, decimal Change, int? MostMoved, IReadOnlyList<SeatStep> Options, IReadOnlyList<NewSite> Sites)
{
    /// <summary>Schools that plans leave as they are.</summary>
    internal Func<SchoolSubject, bool> LeavesOut { get; init; } = _ => false;

    /// <summary>How often an area may be sent to another school over the years; null for no limit.</summary>
    public int? MostChanges { get; init; }
}

public enum SeatStepKind
{
    Expand,
    Convert,
    Close,
    Build,

    /// <summary>A school closes and all its areas go to one other.</summary>
    Merge,
}

public static class SeatStepNames
{
    public static string Chinese(this SeatStepKind kind) => kind switch
    {
        SeatStepKind.Expand => "扩建",
        SeatStepKind.Convert => "改建",
        SeatStepKind.Close => "撤并",
        SeatStepKind.Merge => "合并",
        _ => "新建",
    };
}

/// <param name="Rooms">Classrooms gained each time.</param>
/// <param name="Below">Only schools that never have so many children.</param>
/// <param name="Lead">Years until it counts.</param>
/// <param name="Yearly">Spent each year from then on; negative for saved.</param>
/// <param name="Within">Of a merger: how far apart the two schools may be, kilometres.</param>
public sealed record SeatStep(SeatStepKind Kind, int Rooms, decimal? Below, decimal Cost, int Lead, decimal Yearly, int Most, decimal? Within = null)
{
    public bool Closes => Kind is SeatStepKind.Close or SeatStepKind.Merge;
}

/// <summary>A place where a school can be built.</summary>
public sealed record NewSite(string Name, double Longitude, double Latitude, Stage Stage, int Seats, decimal Cost, int Lead, decimal Yearly);

internal static class ReadSeatPlanning
{
    public static SeatPlanning From(PackNode node)
    {
        var planning = new SeatPlanning(
            node.Required("walk").Entries().ToDictionary(
                e => StageNames.Parse(e.Key) ?? throw e.Value.Wrong($"没有学段 {e.Key}"),
                e => e.Value.AsNumber() is var number and > 0 ? number : throw e.Value.Wrong("应当大于零")),
            node.Optional("budget") is { } budget ? NotNegative(budget) : null,
            NotNegative(node.Required("travel")),
            NotNegative(node.Required("change")),
            node.Optional("most_moved") is { } most ? (int)NotNegative(most) : null,
            [.. node.Required("options").Items().Select(StepOf)],
            [.. node.List("sites").Select(SiteOf)])
        {
            MostChanges = node.Optional("most_changes") is { } changes ? (int)NotNegative(changes) : null,
            LeavesOut = node.Optional("leave_out") is { } leave ? PackExpression.Predicate<SchoolSubject>(leave).Compile() : _ => false,
        };
        node.Done();
        return planning;
    }

    private static SeatStep StepOf(PackNode node)
    {
        var step = new SeatStep(
            node.Required("kind").AsEnum<SeatStepKind>() is var kind and not SeatStepKind.Build ? kind : throw node.Wrong("新建写在 sites 里"),
            (int)(node.OptionalNumber("rooms") ?? 0),
            node.OptionalNumber("below"),
            NotNegative(node.Required("cost")),
            (int)NotNegative(node.Required("lead")),
            node.OptionalNumber("yearly") ?? 0,
            kind is SeatStepKind.Close or SeatStepKind.Merge ? 1 : (int)(node.OptionalNumber("most") ?? 1),
            node.OptionalNumber("within"));
        node.Done();
        return !step.Closes && step.Rooms < 1 ? throw node.Wrong("扩建、改建应当写 rooms，至少 1 间")
            : kind == SeatStepKind.Merge && step.Within is not > 0 ? throw node.Wrong("合并应当写 within，两校相距最多几公里")
            : step;
    }

    private static NewSite SiteOf(PackNode node)
    {
        var site = new NewSite(
            node.Text("name"),
            (double)node.Number("longitude"),
            (double)node.Number("latitude"),
            node.Required("stage").AsEnum<Stage>(),
            (int)NotNegative(node.Required("seats")),
            NotNegative(node.Required("cost")),
            (int)NotNegative(node.Required("lead")),
            node.OptionalNumber("yearly") ?? 0);
        node.Done();
        return site;
    }

    private static decimal NotNegative(PackNode node) => node.AsNumber() is var number and >= 0 ? number : throw node.Wrong("应当不小于零");
}
