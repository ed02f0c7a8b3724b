using Xueheng.Engines.Balance;
using Xueheng.Engines.LeastChange;
using Xueheng.Engines.Solving;

namespace Xueheng.Engines.Examples;

/// <summary>Two schools, a teacher more at either; both must reach 5 a hundred, and the coefficient 0.15.</summary>
internal static class LeastSteps
{
    public static void Run(TextWriter output)
    {
        // School 0: 400 pupils, 18 teachers; school 1: 600 pupils, 42. A teacher adds 1/4 and 1/6 a hundred.
        var first = new Affine(Fraction.Of(18, 4), [new StepGain(0, Fraction.Of(1, 4))]);
        var second = new Affine(Fraction.Of(42, 6), [new StepGain(1, Fraction.Of(1, 6))]);
        var problem = new LeastChangeProblem(
            [new ChangeStep(Cost: 12, Most: 20), new ChangeStep(Cost: 12, Most: 20)],
            [new BoundRequirement(first, 5), new BoundRequirement(second, 5), new DisparityRequirement([first, second], [400, 600], Fraction.Of(15, 100))]);
        var answer = SolveLeastChange.Run(problem, new Budget(TimeSpan.FromSeconds(10)));
        output.WriteLine($"{answer.Status}: teachers {string.Join(", ", answer.Steps!)}, cost {answer.Cost}, bound {answer.Bound}");
    }
}
