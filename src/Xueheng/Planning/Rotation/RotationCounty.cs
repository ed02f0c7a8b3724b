using Xueheng.Census;
using Xueheng.Engines.Rotation;
using Xueheng.Planning.Staffing;

namespace Xueheng.Planning.Rotation;

/// <summary>A county as the engine sees it, and the way back from its numbers to schools and teachers.</summary>
/// <param name="Places">In the engine's order.</param>
/// <param name="Teachers">In the engine's order.</param>
/// <param name="Subjects">Names in the engine's order; the last is for teachers of several subjects and of none.</param>
/// <param name="Eligible">符合交流条件教师.</param>
/// <param name="Notes">What is taken for granted where the census does not say.</param>
internal sealed record RotationCounty(
    RotationProblem Problem,
    IReadOnlyList<RotationRule> Rules,
    RotationPins Pins,
    IReadOnlyList<StaffedPlace> Places,
    IReadOnlyList<TeacherRow> Teachers,
    IReadOnlyList<string> Subjects,
    int Eligible,
    int BackboneEligible,
    IReadOnlyList<string> Notes);
