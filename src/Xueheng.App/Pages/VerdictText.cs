using Xueheng.Standards;

namespace Xueheng.App.Pages;

/// <summary>A verdict in words, with a mark, and with a class of the stylesheet: never by colour alone.</summary>
internal static class VerdictText
{
    /// <summary>Chinese text, translated where it is shown.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Meets => "达标",
        Verdict.Near => "余项",
        Verdict.Fails => "不达标",
        _ => "无法判断",
    };

    public static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Meets => "✓",
        Verdict.Near => "△",
        Verdict.Fails => "✕",
        _ => "?",
    };

    public static string Class(Verdict verdict) => verdict switch
    {
        Verdict.Meets => "meets",
        Verdict.Near => "near",
        Verdict.Fails => "fails",
        _ => "unknown",
    };

    /// <summary>A school's verdict from whether it passes.</summary>
    public static Verdict Of(bool? passes) => passes switch
    {
        true => Verdict.Meets,
        false => Verdict.Fails,
        null => Verdict.Unknown,
    };
}
