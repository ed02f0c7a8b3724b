using System.Text.Json;
using Xueheng.Engines.Text;

namespace Xueheng.Engines.Tests.Text;

/// <summary>A commitment as a person labelled it.</summary>
internal sealed record Labelled(
    string Quote, string Subject, string? Comparison, decimal? Value, string? Unit, string? Deadline, string Kind, string? Stage, string? Town);

internal sealed record LabelledSection(string Title, int Level);

internal sealed record LabelledDocument(string Document, DateOnly? Date, List<LabelledSection> Sections, List<Labelled> Commitments, List<string> Furniture)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static LabelledDocument Read(string name) =>
        JsonSerializer.Deserialize<LabelledDocument>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Text", "Labels", $"{name}.json")), Options)!;
}

/// <summary>Found commitments beside labelled ones: a found one matches when its sentence holds the quote and value and unit agree; each matches once.</summary>
internal sealed class Matching
{
    public List<(Labelled Label, FoundCommitment Found)> Pairs { get; } = [];

    public List<Labelled> Missed { get; } = [];

    public List<FoundCommitment> Extra { get; } = [];

    public void Add(IEnumerable<Labelled> labels, IEnumerable<FoundCommitment> found)
    {
        List<FoundCommitment> left = [.. found];
        foreach (var label in labels)
        {
            var match = left.Find(f => Shipped.Half(f.Text).Contains(Shipped.Half(label.Quote), StringComparison.Ordinal) && f.Value == label.Value && f.Unit == label.Unit);
            if (match is null)
            {
                Missed.Add(label);
                continue;
            }

            left.Remove(match);
            Pairs.Add((label, match));
        }

        Extra.AddRange(left);
    }

    public double Precision(bool numeric) => Share(Count(numeric), Extra.Count(e => e.Value is not null == numeric));

    public double Recall(bool numeric) => Share(Count(numeric), Missed.Count(m => m.Value is not null == numeric));

    public double Agree(Func<Labelled, FoundCommitment, bool> agree) => (double)Pairs.Count(p => agree(p.Label, p.Found)) / Pairs.Count;

    public string Told() => string.Join("\n", Missed.Select(m => $"missed {m.Quote} {m.Value}{m.Unit}").Concat(Extra.Select(e => $"extra {e.Value}{e.Unit} {e.Text}")));

    private int Count(bool numeric) => Pairs.Count(p => p.Label.Value is not null == numeric);

    private static double Share(int right, int wrong) => right + wrong == 0 ? 1 : (double)right / (right + wrong);
}
