namespace Xueheng.Demo.Plans;

/// <summary>How a task of the demo's year went.</summary>
internal enum DemoCourse
{
    Accepted = 1,
    ReturnedThenAccepted = 2,
    ExtendedThenAccepted = 3,
    Waiting = 4,
    Returned = 5,
    Urged = 6,
    NotBegun = 7,
    AcceptedByMistake = 8,
}

/// <summary>What is to happen to one task, and when.</summary>
internal sealed record DemoStep(DateOnly Day, Func<DemoDesk, Task<Failure?>> Do);
