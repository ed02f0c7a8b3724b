using Xueheng.Engines.Rotation;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Examples;

/// <summary>Two schools: one has a teacher of mathematics too many, the other one too few.</summary>
internal static class TeachersMove
{
    public static void Run(TextWriter output)
    {
        const int chinese = 0, mathematics = 1;
        var problem = new RotationProblem(
            [new RotationPlace(0, 1, 300, [200, 100]), new RotationPlace(1, 1, 300, [200, 200])],
            [
                new RotationTeacher(0, chinese, 1) { Years = 9 }, new RotationTeacher(0, chinese, 1) { Years = 2 },
                new RotationTeacher(0, mathematics, 1) { Years = 3 }, new RotationTeacher(0, mathematics, 1) { Years = 8 },
                new RotationTeacher(1, chinese, 1) { Years = 7 }, new RotationTeacher(1, chinese, 1) { Years = 4 }, new RotationTeacher(1, mathematics, 1) { Years = 5 },
            ],
            Subjects: 2,
            Indicators: 1,
            Metres: new[,] { { 0, 4000 }, { 4000, 0 } });
        RotationRule[] rules = [new YearsAtSchool("six years", 6), new FarthestMove("ten kilometres", 10_000), new KeepNeed("no school falls short by giving")];
        var answer = SolveRotation.Run(problem, rules, RotationPins.None, new Budget(TimeSpan.FromSeconds(10)));
        foreach (var move in answer.Moves)
        {
            output.WriteLine($"teacher {move.Teacher}: {move.From} -> {move.To}");
        }

        output.WriteLine($"posts lacking {answer[RotationLevel.Shortfall]!.Value / 100.0}, bound {answer[RotationLevel.Shortfall]!.Bound / 100.0}");
    }
}
