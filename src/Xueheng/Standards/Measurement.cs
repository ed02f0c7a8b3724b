using Xueheng.Census;

namespace Xueheng.Standards;

/// <summary>达标 / 余项达 85% / 不达标 / 无法判断. Unknown is never a pass.</summary>
public enum Verdict
{
    Unknown = 0,
    Meets = 1,
    Near = 2,
    Fails = 3,
}

/// <summary>体检: a standard applied to a revision. A pure function of both and of the judgements entered.</summary>
/// <param name="Name">Name of the county.</param>
/// <param name="StandardHash">Hash of the pack it was measured by.</param>
/// <param name="FactHash">Hash of the fact pack.</param>
/// <param name="Engine">Version of the engine.</param>
/// <param name="Verdict">Fails when anything fails; else unknown when anything is; else meets.</param>
public sealed record Measurement(
    string County,
    string Name,
    string Period,
    int Revision,
    string Standard,
    string StandardHash,
    string FactHash,
    string Engine,
    IReadOnlyList<SchoolMeasurement> Schools,
    IReadOnlyList<DisparityMeasurement> Disparity,
    IReadOnlyList<CompositeMeasurement> Composite,
    IReadOnlyList<ExcludedSchool> Excluded,
    IReadOnlyList<CountyMeasurement> CountyIndicators,
    Verdict Verdict)
{
    /// <summary>Everything that the standard holds the county to is met; unknown is not.</summary>
    public bool Passes => Verdict == Verdict.Meets;
}

/// <summary>One school in one stage. 一贯制 schools stand once per stage.</summary>
/// <param name="Pupils">Of the stage; null when nobody has said.</param>
/// <param name="Verdict">By the rule for a single school; null when the standard sets none.</param>
/// <param name="Merged">Codes of campuses and teaching points counted with it.</param>
public sealed record SchoolMeasurement(
    string School,
    string Name,
    Stage Stage,
    string Type,
    string Town,
    bool Public,
    decimal? Pupils,
    IReadOnlyList<IndicatorMeasurement> Indicators,
    Verdict? Verdict,
    IReadOnlyList<string> Merged)
{
    /// <summary>Null when the standard sets no rule for a single school.</summary>
    public bool? Passes => Verdict is { } verdict ? verdict == Standards.Verdict.Meets : null;
}

/// <summary>One indicator of one school.</summary>
/// <param name="Value">Null when a fact is missing.</param>
/// <param name="Verdict">Null when the standard sets no threshold.</param>
/// <param name="Shortfall">How much of the step's fact the school lacks to meet the threshold; zero when met, null when unknown.</param>
/// <param name="Missing">Ids of the facts that are missing.</param>
/// <param name="Reasons">Why each is missing, in the same order.</param>
public sealed record IndicatorMeasurement(
    string Id,
    decimal? Value,
    decimal? Threshold,
    decimal? Floor,
    Verdict? Verdict,
    decimal? Shortfall,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Reasons);

/// <summary>差异系数 of one indicator in one stage. Schools without a value are listed, not guessed: the verdict is then unknown.</summary>
/// <param name="Mean">Over the schools that have a value; null when none has.</param>
/// <param name="Limit">Null where the standard sets none for a single indicator; so is the verdict.</param>
/// <param name="Missing">Codes of the schools without a value.</param>
public sealed record DisparityMeasurement(
    Stage Stage,
    string Indicator,
    double? Mean,
    double? Sd,
    double? Cv,
    double? Limit,
    Verdict? Verdict,
    IReadOnlyList<string> Missing);

/// <summary>综合差异系数: the mean of the stage's single coefficients.</summary>
/// <param name="Cv">Null when a coefficient is.</param>
/// <param name="Verdict">Null where the standard sets no limit; unknown when any school lacks a value.</param>
public sealed record CompositeMeasurement(Stage Stage, double? Cv, double? Limit, Verdict? Verdict);

/// <summary>A school the standard does not judge in a stage.</summary>
public sealed record ExcludedSchool(string School, string Name, Stage Stage, decimal? Pupils, string Reason);

/// <param name="Value">Of the first condition; null when unknown or judged.</param>
/// <param name="Detail">In words: which schools, which figures.</param>
/// <param name="Missing">Ids of missing facts and county items; <c>judgement</c> when a person has not judged yet.</param>
public sealed record CountyMeasurement(
    string Id,
    double? Value,
    Verdict Verdict,
    string Detail,
    IReadOnlyList<string> Missing,
    IReadOnlyList<ConditionMeasurement> Conditions);

/// <param name="Words">The condition as the pack words it.</param>
/// <param name="Value">The ratio, the number of schools that break it, or the share in percent of schools that keep it.</param>
/// <param name="Bound">What the value was compared with, in force in the period.</param>
/// <param name="Schools">Codes of the schools that break it, or that make it unknown.</param>
/// <param name="Detail">In words.</param>
/// <param name="Confirmed">False when the bound stands from memory: shown as unconfirmed.</param>
public sealed record ConditionMeasurement(
    string Words,
    double? Value,
    double? Bound,
    Verdict Verdict,
    IReadOnlyList<string> Schools,
    IReadOnlyList<string> Missing,
    string Detail,
    bool Confirmed);
