using Xueheng.Engines.Balance;
using Xueheng.Engines.LeastChange;

namespace Xueheng.Engines.Tests.LeastChange;

/// <summary>A small made-up county: schools with teachers of their own and rooms that two stages share, a rule for each school, a limit for each coefficient.</summary>
internal sealed class RandomCounty
{
    private readonly Random _random;
    private readonly List<ChangeStep> _steps = [];
    private readonly List<Requirement> _requirements = [];

    public RandomCounty(int seed, int schools, int most, double limit, bool composite = false, int meet = 2)
    {
        _random = new Random(seed);
        var teachers = new List<Affine>();
        var backbones = new List<Affine>();
        var rooms = new List<Affine>();
        var pupils = new List<Fraction>();
        for (var s = 0; s < schools; s++)
        {
            var n = _random.Next(40, 120);
            var share = Fraction.Of(n, n + _random.Next(0, 60));
            pupils.Add(n);
            var (teacher, backbone, room) = (Step(most), Step(most), Step(most));
            teachers.Add(new Affine(Fraction.Of(100 * _random.Next(1, 4), n), [new(teacher, Fraction.Of(100, n)), new(backbone, Fraction.Of(100, n))]));
            backbones.Add(new Affine(Fraction.Of(100 * _random.Next(0, 3), n), [new(backbone, Fraction.Of(100, n))]));
            rooms.Add(new Affine(Fraction.Of(100 * _random.Next(1, 4), n) * share, [new(room, Fraction.Of(150, n) * share)]));
            _requirements.Add(new CountRequirement(
                [new(teachers[s], 3, 2.55m), new(backbones[s], 1, 0.85m), new(rooms[s], 2, 1.7m)], meet));
        }

        if (composite)
        {
            _requirements.Add(new CompositeRequirement([teachers, backbones, rooms], [pupils, pupils, pupils], limit));
        }
        else
        {
            _requirements.AddRange([
                new DisparityRequirement(teachers, pupils, (decimal)limit),
                new DisparityRequirement(backbones, pupils, (decimal)limit),
                new DisparityRequirement(rooms, pupils, (decimal)limit)]);
        }
    }

    public LeastChangeProblem Problem => new(_steps, _requirements);

    private int Step(int most)
    {
        _steps.Add(new ChangeStep(_random.Next(1, 40) / 2m, most));
        return _steps.Count - 1;
    }
}
