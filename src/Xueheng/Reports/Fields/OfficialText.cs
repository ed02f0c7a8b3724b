using System.Text.RegularExpressions;

namespace Xueheng.Reports.Fields;

/// <summary>Sentences of the engine as an official document prints them: full-width punctuation, no blanks beside numbers, no full stop.</summary>
internal static partial class OfficialText
{
    /// <summary>The full stop is the template's: what a field prints may stand in the middle of a sentence.</summary>
    public static string Of(string detail)
    {
        var text = Blanks().Replace(detail.Trim(), "");
        text = Marks().Replace(text, m => m.Value switch
        {
            "," => "，",
            ";" => "；",
            ":" => "：",
            _ => m.Value,
        });
        return text.Length == 0 ? "没有说明" : text.TrimEnd('。', '；');
    }

    /// <summary>Between digits they belong to a number, a ratio or a time.</summary>
    [GeneratedRegex(@"(?<!\d)[,;:]|[,;:](?!\d)")]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<=[\d%㎡]) +(?=[%㎡（）“”，；：\u4e00-\u9fff])|(?<=[（）“”，；：,;:\u4e00-\u9fff]) +(?=[\d“”\u4e00-\u9fff])")]
    private static partial Regex Blanks();
}
