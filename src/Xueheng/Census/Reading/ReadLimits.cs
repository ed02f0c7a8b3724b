namespace Xueheng.Census;

/// <summary>How much of an upload the product is willing to read, from <c>limits</c> of <c>packs/census/rules.yaml</c>.</summary>
public sealed record ReadLimits
{
    /// <summary>Files of one import.</summary>
    public required int Files { get; init; }

    /// <summary>Bytes of one file.</summary>
    public required long FileBytes { get; init; }

    /// <summary>Bytes of one workbook once unpacked.</summary>
    public required long UnpackedBytes { get; init; }

    /// <summary>Bytes of a workbook's shared texts, which the reader keeps in memory.</summary>
    public required long SharedTextBytes { get; init; }

    /// <summary>Parts of one workbook.</summary>
    public required int Parts { get; init; }

    /// <summary>How many times a part may grow when unpacked, once it is past a few megabytes.</summary>
    public required int Ratio { get; init; }

    /// <summary>Rows of one sheet, headings included.</summary>
    public required int Rows { get; init; }

    public required int Columns { get; init; }

    /// <summary>Characters of one cell.</summary>
    public required int CellLength { get; init; }

    /// <summary>Schools of one county.</summary>
    public required int Schools { get; init; }

    /// <summary>Classes of one county.</summary>
    public required int Classes { get; init; }

    /// <summary>Findings kept of one import; the rest are only counted.</summary>
    public required int Findings { get; init; }
}
