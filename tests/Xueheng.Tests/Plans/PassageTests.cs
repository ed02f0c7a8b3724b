using System.Globalization;
using System.Text;
using System.Text.Json;
using Xueheng.Plans.Documents;
using Xueheng.Tests.CensusImports;

namespace Xueheng.Tests.Plans;

/// <summary>
/// Sixty passages of every noise form in two sets, labelled before the reader was run on them. docs/reading.md says what it got
/// the first time, when its author had not seen them. The first set has been looked at since, the second has not; here neither may get worse.
/// </summary>
public sealed class PassageTests(ITestOutputHelper output)
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "Xueheng.Tests", "Plans", "Passages");

    [Theory, InlineData("", 0.98, 0.98), InlineData("Second", 0.93, 0.92)]
    public void Nine_of_ten_commitments_are_found_and_few_that_are_none(string set, double leastRecall, double leastPrecision)
    {
        var reader = new ReadPlanDocument(CensusDesk.Packs);
        var (right, missed, extra) = (0, 0, 0);
        var passages = Directory.GetFiles(Path.Combine(Folder, set), "*.json").Order(StringComparer.Ordinal).ToList();
        foreach (var labels in passages)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(labels));
            var path = File.Exists(Path.ChangeExtension(labels, ".txt")) ? Path.ChangeExtension(labels, ".txt") : Path.ChangeExtension(labels, ".html");
            var date = json.RootElement.GetProperty("date").GetString() is { Length: >= 7 } said ? DateOnly.Parse(said.Length < 10 ? said + "-01" : said, CultureInfo.InvariantCulture) : (DateOnly?)null;
            var read = reader.Bytes(Path.GetFileName(path), File.ReadAllBytes(path), Path.GetFileName(path).StartsWith("29", StringComparison.Ordinal) || set.Length > 0 ? date : null);
            Assert.True(read.Succeeded, read.Failure?.ToString());
            var left = read.Value.Reading.Commitments.ToList();
            foreach (var label in json.RootElement.GetProperty("commitments").EnumerateArray())
            {
                var (quote, value, unit) = (Folded(label.GetProperty("quote").GetString()!), Number(label.GetProperty("value")), label.GetProperty("unit").GetString());
                var found = left.Find(f => f.Value == value && f.Unit == unit && Folded(f.Text).Contains(quote, StringComparison.Ordinal));
                (right, missed) = found is null ? (right, missed + 1) : (right + 1, missed);
                _ = found is not null && left.Remove(found);
            }

            extra += left.Count;
        }

        var (recall, precision) = ((double)right / (right + missed), (double)right / (right + extra));
        output.WriteLine($"{right} right, {missed} missed, {extra} extra: recall {recall:P1}, precision {precision:P1}");
        Assert.Equal(30, passages.Count);
        Assert.True(recall >= leastRecall && precision >= leastPrecision, $"recall {recall:P1}, precision {precision:P1}");
    }

    private static decimal? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;

    private static string Folded(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Select(c => c switch
    {
        '。' => '.',
        '、' => ',',
        '“' or '”' => '"',
        '‘' or '’' => '\'',
        _ => c,
    }).Where(c => !char.IsWhiteSpace(c)));
}
