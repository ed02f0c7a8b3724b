using System.Text.Json;
using Xueheng.Engines.Text;

namespace Xueheng.Plans.Documents;

/// <summary>The JSON of a reading. Offsets are UTF-16 units of the document as given.</summary>
public static class ReadingJson
{
    public static string Write(DocumentReading read) => JsonSerializer.Serialize(
        new
        {
            read.Title,
            read.Reading.Date,
            Sentences = read.Reading.Sentences.Count,
            Commitments = read.Reading.Commitments.Select(c => Shape(c, read.Reading)),
        },
        ContractJson.Options);

    private static object Shape(FoundCommitment c, Reading reading) => new
    {
        c.Text,
        c.Subject,
        c.Comparison,
        c.Value,
        c.Unit,
        c.Deadline,
        c.Kind,
        c.Stage,
        c.Town,
        Section = c.Section is { } at ? reading.Sections[at].Title : null,
        c.At.Start,
        c.At.End,
    };
}
