namespace Xueheng.Standards;

/// <summary>The last used measurements.</summary>
public sealed class MeasurementCache() : MeasuredCache<Measurement>(Measurements)
{
    private const int Measurements = 128;
}
