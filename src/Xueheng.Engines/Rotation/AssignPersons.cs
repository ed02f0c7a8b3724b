using Xueheng.Engines.Rotation.Flow;

namespace Xueheng.Engines.Rotation;

/// <summary>From how many of each group go where to who goes: those longest at their school first, to the nearest place first.</summary>
internal static class AssignPersons
{
    public static IReadOnlyList<RotationMove> Of(FlowModel model, FlowSolution solution, IReadOnlyList<RotationMove> before)
    {
        var stood = before.ToDictionary(m => m.Teacher, m => m.To);
        var moves = new List<RotationMove>();
        foreach (var used in solution.Used.GroupBy(u => u.Key.Group).OrderBy(g => g.Key))
        {
            var group = model.Groups[used.Key];
            if (group.Other is not null)
            {
                var column = used.Single().Key;
                Move(model.Problem, group.Members[0], column.To, moves);
                Move(model.Problem, group.Members[1], column.Other, moves);
                continue;
            }

            var left = used.ToDictionary(u => u.Key.To, u => u.Value);
            List<int> free = [.. group.Members.OrderByDescending(t => model.Problem.Teachers[t].Years ?? 0).ThenBy(t => t)];

            // Who had this place in the answer before keeps it.
            foreach (var teacher in free.Where(t => stood.TryGetValue(t, out var to) && left.GetValueOrDefault(to) > 0).ToList())
            {
                var to = stood[teacher];
                if (left[to] > 0)
                {
                    left[to]--;
                    free.Remove(teacher);
                    Move(model.Problem, teacher, to, moves);
                }
            }

            foreach (var (to, times) in left.OrderBy(l => model.Problem.Between(group.First.From, l.Key)).ThenBy(l => l.Key))
            {
                foreach (var teacher in free.Take(times).ToList())
                {
                    free.Remove(teacher);
                    Move(model.Problem, teacher, to, moves);
                }
            }
        }

        return [.. moves.OrderBy(m => m.Teacher)];
    }

    private static void Move(RotationProblem problem, int teacher, int to, List<RotationMove> moves)
    {
        if (to >= 0)
        {
            moves.Add(new RotationMove(teacher, problem.Teachers[teacher].Place, to, problem.Teachers[teacher].Wishes.Contains(to)));
        }
    }
}
