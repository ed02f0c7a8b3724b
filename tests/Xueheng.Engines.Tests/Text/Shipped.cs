using Xueheng.Engines.Text;
using Xueheng.Plans.Documents;

namespace Xueheng.Engines.Tests.Text;

/// <summary>The shipped rules and the five documents.</summary>
internal static class Shipped
{
    public static ReadingRules Rules { get; } = ReadReadingRules.From(Path.Combine(AppContext.BaseDirectory, "packs"), null);

    public static TheoryData<string> Names { get; } = ["chronicle", "pingyu", "taixing", "xianning", "xinyi"];

    public static string Document(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Text", "Documents", $"{name}.txt"));

    /// <summary>Quotes and titles are compared after folding punctuation to half width.</summary>
    public static string Half(string text) => text.Replace('，', ',').Replace('；', ';').Replace('：', ':').Replace('（', '(').Replace('）', ')').Replace('！', '!').Replace('？', '?');

    /// <summary>The commitments of a text, for comparing readings: all but the offsets.</summary>
    public static List<string> Found(Reading reading) => [.. reading.Commitments.Select(c => $"{c.Text}|{c.Subject}|{c.Comparison}|{c.Value}|{c.Unit}|{c.Deadline}|{c.Kind}|{c.Stage}|{c.Town}")];
}
