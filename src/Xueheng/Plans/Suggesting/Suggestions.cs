using Xueheng.Engines.Text;

namespace Xueheng.Plans.Suggesting;

/// <summary>What a document promises or reports, by the reader or by a language model.</summary>
/// <param name="ByModel">模型建议: proposed by a language model; of the reader's otherwise.</param>
public sealed record Proposal(FoundCommitment Found, bool ByModel);

/// <summary>What came of asking a language model.</summary>
/// <param name="Found">What it proposed and could be verified, in the order of the document.</param>
/// <param name="Dropped">Proposals that could not be.</param>
/// <param name="Said">One sentence for the people who asked.</param>
/// <param name="Failed">It did not answer, or not so that anything could be taken; the reading is what it is without it.</param>
public sealed record Suggestions(IReadOnlyList<FoundCommitment> Found, int Dropped, string Said, bool Failed)
{
    /// <summary>The reader's findings with the model's behind them, sentence by sentence.</summary>
    public static IReadOnlyList<Proposal> Among(Reading reading, Suggestions? suggestions)
    {
        var read = reading.Commitments.Select(c => new Proposal(c, ByModel: false));
        return suggestions is null or { Found: [] } ? [.. read]
            : [.. read.Concat(suggestions.Found.Select(c => new Proposal(c, ByModel: true))).OrderBy(p => p.Found.At.Start).ThenBy(p => p.Found.FigureInText?.Start ?? 0)];
    }
}
