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
    bool Passes);

/// <summary>One school in one stage. 一贯制 schools stand once per stage.</summary>
/// <param name="Passes">Null when the standard sets no rule for a single school.</param>
/// <param name="Merged">Codes of campuses and teaching points counted with it.</param>
public sealed record SchoolMeasurement(
    string School,
    string Name,
    Stage Stage,
    string Type,
    string Town,
    bool Public,
    decimal Pupils,
    IReadOnlyList<IndicatorMeasurement> Indicators,
    bool? Passes,
    IReadOnlyList<string> Merged);

/// <summary>One indicator of one school.</summary>
/// <param name="Value">Null when a fact is missing.</param>
/// <param name="Verdict">Null when the standard sets no threshold.</param>
/// <param name="Shortfall">How much of the step's fact is lacking to meet the threshold; zero when met, null when unknown.</param>
/// <param name="Missing">The facts that are missing.</param>
public sealed record IndicatorMeasurement(
    string Id,
    decimal? Value,
    decimal? Threshold,
    decimal? Floor,
    Verdict? Verdict,
    decimal? Shortfall,
    IReadOnlyList<string> Missing);

/// <summary>差异系数 of one indicator in one stage. Schools without a value are listed, not guessed: the verdict is then unknown.</summary>
public sealed record DisparityMeasurement(
    Stage Stage,
    string Indicator,
    double? Mean,
    double? Sd,
    double? Cv,
    double? Limit,
    Verdict? Verdict,
    IReadOnlyList<string> Missing);

public sealed record CompositeMeasurement(Stage Stage, double? Cv, double? Limit, Verdict? Verdict);

public sealed record ExcludedSchool(string School, string Name, Stage Stage, decimal? Pupils, string Reason);

/// <param name="Value">Of the first condition; null when unknown or judged.</param>
/// <param name="Detail">In words: which schools, which figures.</param>
public sealed record CountyMeasurement(
    string Id,
    double? Value,
    Verdict Verdict,
    string Detail,
    IReadOnlyList<string> Missing,
    IReadOnlyList<ConditionMeasurement> Conditions);

/// <param name="Schools">Codes of the schools that break it.</param>
public sealed record ConditionMeasurement(
    string Words,
    double? Value,
    double? Bound,
    Verdict Verdict,
    IReadOnlyList<string> Schools,
    IReadOnlyList<string> Missing);
