using Xueheng.Engines.Text;

namespace Xueheng.Plans.Suggesting;

/// <summary>
/// 请模型补充: asks the configured language model what a document promises besides what the reader found, and takes what the document bears
/// out. What it proposes is never more than a proposal; where it fails the reading stands as it is.
/// </summary>
public sealed class SuggestCommitments(ReadSuggestionSettings settings)
{
    /// <summary>A model that writes so much more than there is to read is out of its mind.</summary>
    private const int MostOfASentence = 8;

    /// <returns>What came of it, failures of the model included; XH5107 when the configuration does not hold, XH5108 when there is none.</returns>
    public async Task<Outcome<Suggestions>> RunAsync(Reading reading, CancellationToken cancellation)
    {
        var configured = settings.Run();
        if (!configured.Succeeded)
        {
            return configured.Failure;
        }

        if (configured.Value is not { } model)
        {
            return new Failure("XH5108", $"没有配置语言模型，请在数据目录的 {ReadSuggestionSettings.FileName} 里写好再用，或者不用它");
        }

        var chunks = SuggestionPrompt.Chunks(reading).ToList();
        var (answers, why) = await AskModel.RunAsync(model, chunks.Select(c => c.Message), cancellation);
        if (why is not null)
        {
            return Without(model, why);
        }

        var verify = new VerifyClaims(reading);
        var (unreadable, surplus) = (0, 0);
        foreach (var (answer, chunk) in answers.Zip(chunks))
        {
            if (ModelAnswer.Read(answer) is not { } claims)
            {
                unreadable++;
                continue;
            }

            var most = chunk.Sentences * MostOfASentence;
            surplus += Math.Max(0, claims.Count - most);
            claims.Take(most).ToList().ForEach(verify.Add);
        }

        return unreadable > 0 && unreadable == answers.Count
            ? Without(model, "它的回答不合约定的格式")
            : With(model, verify.Found, verify.Dropped + surplus, unreadable);
    }

    private static Suggestions Without(SuggestionSettings model, string why) =>
        new([], 0, $"没有用上语言模型“{model.Name}”（{model.Place}）：{why}。下面是不用模型读出来的", Failed: true);

    private static Suggestions With(SuggestionSettings model, IReadOnlyList<FoundCommitment> found, int dropped, int unreadable)
    {
        var said = $"请语言模型“{model.Name}”（{model.Place}）补充过：{(found.Count > 0 ? $"它的 {found.Count} 条标作“模型建议”，请逐条核对" : "它没有补充什么")}"
            + (dropped > 0 ? $"；另有 {dropped} 条对不上原文，没有采用" : "")
            + (unreadable > 0 ? $"；{unreadable} 段的回答不合格式，没有采用" : "");
        return new Suggestions(found, dropped, said, Failed: false);
    }
}
