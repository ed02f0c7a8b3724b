namespace Xueheng.Engines.Location;

/// <summary>The four problems of locating schools and drawing their areas; one model holds them all.</summary>
public enum LocationProblem
{
    /// <summary>Capacitated p-median: exactly p units become facilities, distances unweighted by demand.</summary>
    PMedian,

    /// <summary>Single-source capacitated facility location: fixed costs, demand × km.</summary>
    SingleSource,

    /// <summary>The same with connected areas (CFLSAP).</summary>
    ConnectedSingleSource,

    /// <summary>Service areas of schools that are there: no fixed costs, every school open, connected areas (SAP).</summary>
    ServiceAreas,
}

public static class LocationProblems
{
    public static bool AsksConnectedAreas(this LocationProblem problem) =>
        problem is LocationProblem.ConnectedSingleSource or LocationProblem.ServiceAreas;
}
