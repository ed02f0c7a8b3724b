namespace Xueheng.Engines.Text;

/// <summary>How a promised or reported figure bounds what it speaks of.</summary>
public enum Comparison
{
    /// <summary>No word of comparison: 「改扩建幼儿园12所」.</summary>
    Equal,

    /// <summary>「达到90%以上」.</summary>
    AtLeast,

    /// <summary>「控制在5%以内」.</summary>
    AtMost,

    /// <summary>By so much more than before: 「新增学位3000个」.</summary>
    IncreaseBy,
}
