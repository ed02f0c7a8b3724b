using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Xueheng.Reports.Fields;

namespace Xueheng.Reports.Word;

/// <summary>What a block repeats or keeps: runs in a paragraph, paragraphs and tables, or rows of a table.</summary>
internal enum Level
{
    Runs = 1,
    Blocks = 2,
    Rows = 3,
}

/// <summary>A template once read: a tree that never changes, filled as often as asked.</summary>
internal abstract record TemplateNode
{
    private TemplateNode()
    {
    }

    /// <summary>An element with no marker in it.</summary>
    internal sealed record Copy(OpenXmlElement Element) : TemplateNode;

    /// <summary>An element with a marker somewhere in it; the shell has its attributes and no children.</summary>
    internal sealed record Around(OpenXmlElement Shell, IReadOnlyList<TemplateNode> Children) : TemplateNode;

    /// <param name="Run">Gives the formatting.</param>
    /// <param name="InLink">It stands inside a hyperlink or a field of Word's own, where no link may be put.</param>
    internal sealed record Value(Run Run, FieldPath Path, FigureFormat? Format, bool InLink, Place Place) : TemplateNode;

    internal sealed record Each(Marker.Each Marker, IReadOnlyList<TemplateNode> Body, IReadOnlyList<TemplateNode> Otherwise, Level Level, Place Place) : TemplateNode;

    internal sealed record If(Condition Condition, IReadOnlyList<TemplateNode> Then, IReadOnlyList<TemplateNode> Otherwise, Level Level, Place Place) : TemplateNode;

    internal sealed record With(FieldPath Path, IReadOnlyList<TemplateNode> Body, Place Place) : TemplateNode;

    internal sealed record Chart(Run Run, Marker.Chart Marker, Place Place) : TemplateNode;

    /// <param name="Paragraph">The paragraph it stood in; gives the formatting of a sentence in place of an empty list.</param>
    internal sealed record List(Listing Listing, Paragraph Paragraph, Place Place) : TemplateNode;
}
