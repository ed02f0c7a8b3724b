namespace Xueheng.Plans.Suggesting;

/// <summary>A language model the bureau runs or rents, asked through an interface like OpenAI's: the <c>model</c> of <c>reading.yaml</c>.</summary>
/// <param name="Endpoint">Where it answers, to the <c>v1</c>; documents are sent there and nowhere else.</param>
/// <param name="Name">What the server calls the model.</param>
/// <param name="Key">Already read from its file; null where the server asks for none.</param>
/// <param name="Patience">For a whole document.</param>
/// <param name="Ticked">Whether the box on the page of import is ticked beforehand.</param>
public sealed record SuggestionSettings(Uri Endpoint, string Name, string? Key, TimeSpan Patience, bool Ticked)
{
    public static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(120);

    /// <summary>As people are told where a document goes.</summary>
    public string Place => $"{Endpoint.Scheme}://{Endpoint.Authority}";
}
