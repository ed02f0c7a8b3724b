using Xueheng.Standards;

namespace Xueheng.Reports.Fields;

/// <summary>Verdicts as a report prints them; a template may compare with either spelling.</summary>
internal static class VerdictWords
{
    private static readonly (Verdict Verdict, string Chinese, string English)[] Words =
    [
        (Verdict.Meets, "达标", "meets"),
        (Verdict.Near, "接近达标", "near"),
        (Verdict.Fails, "未达标", "fails"),
        (Verdict.Unknown, "无法判断", "unknown"),
    ];

    public static string Chinese(this Verdict verdict) => Words.First(w => w.Verdict == verdict).Chinese;

    /// <summary>The Chinese of either spelling; any other word as it is.</summary>
    public static string Chinese(string word) =>
        Words.FirstOrDefault(w => string.Equals(w.English, word, StringComparison.OrdinalIgnoreCase)).Chinese ?? word;

    public static Reading.Amount Read(FigureSource source, Verdict? verdict, string unjudged) => verdict is { } known
        ? new Reading.Amount(source, null, known.Chinese(), null, Truth: known == Verdict.Meets)
        : new Reading.Amount(source, null, null, unjudged);
}
