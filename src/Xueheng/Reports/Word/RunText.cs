using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Xueheng.Reports.Word;

/// <summary>Runs of text with the formatting of another run.</summary>
internal static class RunText
{
    /// <summary>A run like <paramref name="like"/> with other text; line ends become breaks.</summary>
    /// <param name="style">A character style it takes when it has none of its own.</param>
    public static Run Of(Run? like, string text, string? style = null)
    {
        var run = new Run();
        var properties = (RunProperties?)like?.RunProperties?.CloneNode(true);
        if (style is not null && properties?.RunStyle is null)
        {
            properties ??= new RunProperties();
            properties.RunStyle = new RunStyle { Val = style };
        }

        if (properties is not null)
        {
            run.Append(properties);
        }

        var lines = XmlText.Clean(text).ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                run.Append(new Break());
            }

            run.Append(new Text(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }
}
