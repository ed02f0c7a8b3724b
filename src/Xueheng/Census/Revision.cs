namespace Xueheng.Census;

public enum RevisionState
{
    /// <summary>Checked and stored, seen only in 数据; no figure is a function of it.</summary>
    Draft = 1,

    /// <summary>Never changes again.</summary>
    Published = 2,
}

/// <summary>
/// 基础数据版本: one import of a county's census for one period. Numbered from 1 within the county, over all periods.
/// The published revision with the highest number is the one a period is measured by.
/// </summary>
public sealed class Revision
{
    public required string County { get; init; }

    public required int Number { get; init; }

    /// <summary>学年, the year it begins in.</summary>
    public required int Period { get; init; }

    public required RevisionState State { get; set; }

    public required DateTimeOffset ImportedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>Names of the files it was imported from; <see cref="CensusRow.File"/> indexes this list.</summary>
    public required List<string> Files { get; init; }

    public int Schools { get; set; }

    public int Classes { get; set; }

    public int Teachers { get; set; }

    public int Pupils { get; set; }

    /// <summary>Warnings that were left standing when it was imported.</summary>
    public int Warnings { get; set; }
}

/// <summary>区县. Its name comes from the division codes pack or from whoever imports first.</summary>
public sealed class County
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>The number of the last revision given out.</summary>
    public int LastRevision { get; set; }
}
