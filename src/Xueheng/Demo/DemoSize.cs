namespace Xueheng.Demo;

/// <summary>How large a county is invented.</summary>
public enum DemoSize
{
    /// <summary>Six schools, two kindergartens, some hundreds of pupils: for tests.</summary>
    Small = 1,

    /// <summary>As large as the average county: 70 compulsory schools, 26 teaching points, 100 kindergartens.</summary>
    County = 2,

    /// <summary>Ten times a county.</summary>
    City = 3,
}
