namespace Xueheng.Engines.Location;

/// <summary>What may be wrong with an assignment.</summary>
public enum AssignmentFault
{
    UnitWithoutFacility,
    FacilityClosed,
    OverCapacity,
    WrongNumberOpen,
    AreaNotConnected,
}

/// <summary>An assignment worked out from scratch.</summary>
/// <param name="Objective">Cost of serving every unit plus the fixed cost of every open facility.</param>
/// <param name="Faults">What is wrong, with the unit or facility it is wrong at (the number open for <see cref="AssignmentFault.WrongNumberOpen"/>); empty for an answer.</param>
public sealed record AssignmentEvaluation(double Objective, IReadOnlyList<(AssignmentFault Fault, int At)> Faults)
{
    public bool Valid => Faults.Count == 0;
}

/// <summary>Works out from the instance alone what an assignment costs and whether it is an answer; shares nothing with the solvers.</summary>
public static class EvaluateAssignment
{
    /// <param name="assign">The facility of each unit, 0-based.</param>
    /// <param name="open">The open facilities, 0-based.</param>
    public static AssignmentEvaluation Run(LocationInstance instance, IReadOnlyList<int> assign, IReadOnlyList<int> open)
    {
        ArgumentNullException.ThrowIfNull(instance);
        if (assign.Count != instance.Units)
        {
            throw new ArgumentException($"{assign.Count} assignments for {instance.Units} units.", nameof(assign));
        }

        var faults = new List<(AssignmentFault, int)>();
        var (load, isOpen) = (new long[instance.Facilities], new bool[instance.Facilities]);
        var cost = 0.0;
        foreach (var j in open.Distinct())
        {
            isOpen[j] = true;
            cost += instance.FixedCost(j);
        }

        for (var i = 0; i < instance.Units; i++)
        {
            var j = assign[i];
            if (j < 0 || j >= instance.Facilities)
            {
                faults.Add((AssignmentFault.UnitWithoutFacility, i));
                continue;
            }

            if (!isOpen[j])
            {
                faults.Add((AssignmentFault.FacilityClosed, i));
            }

            load[j] += instance.Demand(i);
            cost += instance.Cost(i, j);
        }

        faults.AddRange(Enumerable.Range(0, instance.Facilities).Where(j => load[j] > instance.Capacity(j)).Select(j => (AssignmentFault.OverCapacity, j)));
        if (instance.OpenExactly is { } p && isOpen.Count(o => o) is var count && count != p)
        {
            faults.Add((AssignmentFault.WrongNumberOpen, count));
        }

        if (instance.AsksConnectedAreas)
        {
            faults.AddRange(ConnectedAreas.Apart(instance, assign).Select(i => (AssignmentFault.AreaNotConnected, i)));
        }

        return new AssignmentEvaluation(cost, faults);
    }
}
