using System.Globalization;
using System.Text;
using System.Text.Json;
using Xueheng.Plans.Documents;
using Xueheng.Tests.CensusImports;

namespace Xueheng.Tests.Plans;

/// <summary>
/// Thirty passages of every noise form, labelled before the reader was run on them. docs/reading.md says what it got the
/// first time, when its author had not seen them; they have been looked at since, and here it must not get worse.
/// </summary>
public sealed class PassageTests(ITestOutputHelper output)
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "Xueheng.Tests", "Plans", "Passages");

    [Fact]
    public void Nine_of_ten_commitments_are_found_and_few_that_are_none()
    {
        var reader = new ReadPlanDocument(CensusDesk.Packs);
        var (right, missed, extra) = (0, 0, 0);
        var passages = Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal).ToList();
        foreach (var labels in passages)
        {
            using var json = JsonDocument.Parse(File.ReadAllText(labels));
            var path = File.Exists(Path.ChangeExtension(labels, ".txt")) ? Path.ChangeExtension(labels, ".txt") : Path.ChangeExtension(labels, ".html");
            var date = json.RootElement.GetProperty("date").GetString() is { } said ? DateOnly.Parse(said, CultureInfo.InvariantCulture) : (DateOnly?)null;
            var read = reader.Bytes(Path.GetFileName(path), File.ReadAllBytes(path), Path.GetFileName(path).StartsWith("29", StringComparison.Ordinal) ? date : null);
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
        Assert.True(recall >= 0.98 && precision >= 0.98, $"recall {recall:P1}, precision {precision:P1}");
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
