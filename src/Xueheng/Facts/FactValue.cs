namespace Xueheng.Facts;

/// <summary>
/// One fact of one school and stage. Counted from rows where the school has rows of that kind in that stage, else as the
/// school declares it, else missing with the reason. Missing is neither zero nor a pass.
/// </summary>
/// <param name="Counted">What the rows say; null when there are no rows, or when rows lack the column the fact needs.</param>
/// <param name="Declared">What the school wrote in 学段 or 资源; null when it wrote nothing.</param>
/// <param name="Missing">Why there is no value, in the language of the screens; null when there is one.</param>
/// <param name="Uncounted">Why rows that exist could not be counted (3 名教师没有填近五年培训学时); null otherwise.</param>
public sealed record FactValue(decimal? Counted, decimal? Declared, string? Missing, string? Uncounted = null)
{
    internal static readonly FactValue NotGiven = new(null, null, "没有填报");

    /// <summary>The value every formula uses: counted before declared.</summary>
    public decimal? Value => Counted ?? Declared;

    /// <summary>Rows and declaration both exist and say different things: a finding, never hidden.</summary>
    public bool Differs => Counted is { } counted && Declared is { } declared && counted != declared;
}
