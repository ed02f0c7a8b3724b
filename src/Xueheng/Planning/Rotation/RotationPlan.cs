using Xueheng.Census;
using Xueheng.Engines.Rotation;
using Xueheng.Standards;

namespace Xueheng.Planning.Rotation;

/// <summary>交流轮岗方案: who moves where and why, what is reached, what bounds it, every verdict before and after.</summary>
/// <param name="Eligible">符合交流条件教师.</param>
/// <param name="Levels">What was made least, one after the other.</param>
/// <param name="Conflict">Why there is none; null when there is.</param>
public sealed record RotationPlan(
    string County,
    string Name,
    string Period,
    int Revision,
    string Standard,
    string StandardHash,
    string FactHash,
    string RulesHash,
    string CurriculumHash,
    string StaffingHash,
    int Seed,
    long? Work,
    RotationStatus Status,
    double Seconds,
    int Teachers,
    int Eligible,
    int BackboneEligible,
    IReadOnlyList<RotationLevelPlan> Levels,
    IReadOnlyList<PlannedMove> Moves,
    IReadOnlyList<PlaceBeforeAfter> Places,
    IReadOnlyList<SchoolBeforeAfter> Schools,
    IReadOnlyList<DisparityBeforeAfter> Disparity,
    Verdict Before,
    Verdict After,
    IReadOnlyList<PlannedRule> Rules,
    RotationConflictPlan? Conflict,
    IReadOnlyList<string> Notes)
{
    public int Backbone => Moves.Count(m => m.Backbone);
}

/// <summary>One level in the unit people know: posts, teachers, kilometres; the disparity as Σ of squared coefficients.</summary>
/// <param name="Start">As it stands before anyone moves.</param>
/// <param name="Gap">(value − bound) ÷ value; 0 is proven least.</param>
public sealed record RotationLevelPlan(RotationLevel Level, double Start, double Value, double Bound, double Gap, double Seconds);

/// <summary>One teacher goes.</summary>
/// <param name="Teacher">工号.</param>
/// <param name="Subject">任教学科.</param>
/// <param name="Pinned">A person has decided it.</param>
/// <param name="Why">Sentences: what would be worse without the move and which rule asks for it.</param>
public sealed record PlannedMove(
    string Teacher,
    string Name,
    Stage Stage,
    string Subject,
    bool Backbone,
    double? Years,
    string From,
    string FromName,
    string To,
    string ToName,
    double Kilometres,
    bool Voluntary,
    bool Pinned,
    IReadOnlyList<string> Why);

/// <summary>A place that gives or takes.</summary>
public sealed record PlaceBeforeAfter(
    string School, string Name, Stage Stage, int Leave, int Come, int TeachersBefore, int TeachersAfter, double LackingBefore, double LackingAfter, IReadOnlyList<SubjectBeforeAfter> Subjects);

/// <summary>A subject that changes at a place, posts lacking.</summary>
public sealed record SubjectBeforeAfter(string Subject, int Before, int After, double Need);

/// <summary>A rule asked, and what it costs: the first level that would be lower without it.</summary>
/// <param name="Number">Null for a rule without one, as is its unit.</param>
/// <param name="Level">Null where it costs nothing, or was not priced.</param>
/// <param name="Priced">Whether the price was worked out.</param>
public sealed record PlannedRule(string Name, long? Number, RuleUnit? Unit, bool Priced, RotationLevel? Level, double? With, double? Without, double? Bound);

public enum RuleUnit
{
    Years = 1,
    Teachers = 2,
    Percent = 3,
    Metres = 4,
}

/// <summary>No answer keeps all rules.</summary>
/// <param name="Rules">Those that cannot be kept together; without any one of them the others can.</param>
/// <param name="Teachers">工号 whose decisions belong to them.</param>
/// <param name="Easings">One rule eased just so far, the least first.</param>
public sealed record RotationConflictPlan(IReadOnlyList<string> Rules, IReadOnlyList<string> Teachers, IReadOnlyList<PlannedEasing> Easings);

public sealed record PlannedEasing(string Rule, long From, long To);
