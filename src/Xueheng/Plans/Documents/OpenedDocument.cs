using Xueheng.Engines.Text;

namespace Xueheng.Plans.Documents;

/// <summary>A document that could be opened.</summary>
/// <param name="Text">The characters offsets point into: of a .txt the text, of an .html the source as it stands, of a .docx its paragraphs parted by LF.</param>
/// <param name="Visible">What a reader sees of it; each character knows where it stands in <paramref name="Text"/>.</param>
public sealed record OpenedDocument(string FileName, string Text, MappedText Visible);
