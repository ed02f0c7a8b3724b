using System.Text.Json;
using System.Text.Json.Serialization;
using Xueheng.Engines.Text;
using Xueheng.Plans.Suggesting;

namespace Xueheng.Plans.Documents;

/// <summary>The JSON of a reading. Offsets are UTF-16 units of the document as given. What a language model proposed says <c>"by": "model"</c>.</summary>
public static class ReadingJson
{
    public static string Write(DocumentReading read, IReadOnlyList<Proposal> proposals) => JsonSerializer.Serialize(
        new
        {
            read.Title,
            read.Reading.Date,
            Sentences = read.Reading.Sentences.Count,
            Commitments = proposals.Select(p => Shape.Of(p, read.Reading)),
        },
        ContractJson.Options);

    private sealed record Shape(
        string Text, string Subject, Comparison? Comparison, decimal? Value, string? Unit, string? Deadline, CommitmentKind Kind, SpokenStage? Stage, string? Town, string? Section, int Start, int End)
    {
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? By { get; init; }

        public static Shape Of(Proposal proposal, Reading reading)
        {
            var c = proposal.Found;
            return new Shape(
                c.Text, c.Subject, c.Comparison, c.Value, c.Unit, c.Deadline, c.Kind, c.Stage, c.Town, c.Section is { } at ? reading.Sections[at].Title : null, c.At.Start, c.At.End)
            {
                By = proposal.ByModel ? "model" : null,
            };
        }
    }
}
