using Xueheng.Engines.Groups;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Examples;

/// <summary>Four schools in two groups, each with a strong one.</summary>
internal static class SchoolsInGroups
{
    public static void Run(TextWriter output)
    {
        var problem = new GroupProblem(
            [new GroupSchool(800, 1.2, Strong: true), new GroupSchool(700, 1.1, Strong: true), new GroupSchool(300, 0.7, false), new GroupSchool(350, 0.8, false)],
            [[0, 6, 4, 3], [6, 0, 3, 5], [4, 3, 0, 7], [3, 5, 7, 0]],
            Least: 2,
            Most: 3,
            Reach: 8,
            Alike: 0.05,
            Together: []);
        var answer = FormGroups.Run(problem, new Budget(TimeSpan.FromSeconds(10)));
        output.WriteLine($"{answer.Status}: leaders {string.Join(", ", answer.Leader!)}, unlikeness {answer.Unlikeness:0.000}, {answer.Kilometres:0} km");
    }
}
