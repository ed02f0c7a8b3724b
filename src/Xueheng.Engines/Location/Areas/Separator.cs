namespace Xueheng.Engines.Location.Areas;

/// <summary>A unit can only be in a facility's area when one of the units that part the two is: x(unit) ≤ Σ x(parting), all of that facility.</summary>
internal readonly record struct Separator(int Unit, int Facility, int[] Parting);
