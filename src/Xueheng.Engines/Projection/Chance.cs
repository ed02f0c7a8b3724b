namespace Xueheng.Engines.Projection;

/// <summary>Draws by a seed.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random _random = new(seed);
    private double _kept = double.NaN;

    /// <summary>Standard normal (Box and Muller).</summary>
    public double Normal()
    {
        if (!double.IsNaN(_kept))
        {
            var kept = _kept;
            _kept = double.NaN;
            return kept;
        }

        var radius = Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble()));
        var angle = 2 * Math.PI * _random.NextDouble();
        _kept = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    /// <summary>Student's t (Bailey's polar method, Mathematics of Computation 62, 1994).</summary>
    public double Student(double freedom)
    {
        var u = 1 - _random.NextDouble();
        return Math.Sqrt(freedom * (Math.Pow(u, -2 / freedom) - 1)) * Math.Cos(2 * Math.PI * _random.NextDouble());
    }
}
