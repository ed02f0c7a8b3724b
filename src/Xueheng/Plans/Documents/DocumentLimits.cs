using Xueheng.Engines.Text;

namespace Xueheng.Plans.Documents;

/// <summary>How large a document may be, so that a hostile one ends in bounded memory and time.</summary>
internal static class DocumentLimits
{
    /// <summary>Bytes of a file.</summary>
    public const int FileBytes = 20 << 20;

    /// <summary>Characters of its text.</summary>
    public const int Characters = ReadDocument.MostCharacters;

    /// <summary>Parts of a .docx.</summary>
    public const int Parts = 5_000;

    /// <summary>Bytes of a .docx unpacked, pictures included.</summary>
    public const long UnpackedBytes = 400L << 20;

    /// <summary>Characters of its main part, markup included.</summary>
    public const long MainPartCharacters = 60L << 20;

    /// <summary>A part larger than 8 MB is at most so many times its packed size.</summary>
    public const int Ratio = 200;
}
