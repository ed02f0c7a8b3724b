using Xueheng.Census;

namespace Xueheng.Planning.Staffing;

/// <summary>编制与学科 of one county: posts and teachers of each school, stage by stage, and what each subject needs and has.</summary>
public sealed record CountyStaffing(
    string County, int Period, int Revision, string StaffingHash, string CurriculumHash, IReadOnlyList<StaffedPlace> Places);

/// <summary>One school in one stage, campuses and teaching points counted with it.</summary>
/// <param name="Pupils">Null when nobody has said.</param>
/// <param name="Quota">核定编制; null without pupils.</param>
/// <param name="Staff">Those who fill a post.</param>
/// <param name="FullTime">专任教师 among the rows.</param>
/// <param name="ByGrade">Whether classes are known by grade; else lessons are those of an average grade of the stage.</param>
public sealed record StaffedPlace(
    string School,
    string Name,
    Stage Stage,
    string Town,
    bool Public,
    decimal? Pupils,
    decimal? Classes,
    Quota? Quota,
    int Staff,
    int FullTime,
    bool ByGrade,
    IReadOnlyList<SubjectStaffing> Subjects)
{
    /// <summary>超编 (positive) or 缺编 (negative); null without a quota.</summary>
    public int? OverQuota => Quota is { } quota ? Staff - quota.Posts : null;
}

/// <summary>One subject at one place.</summary>
/// <param name="Lessons">A week, all classes together.</param>
/// <param name="Load">Lessons of one post.</param>
/// <param name="Have">Teachers of the subject.</param>
/// <param name="Covered">Posts that teachers of several subjects fill.</param>
public sealed record SubjectStaffing(string Subject, string Name, string English, decimal Lessons, decimal Load, int Have, decimal Covered)
{
    /// <summary>Full posts: lessons ÷ load.</summary>
    public decimal Need => Load == 0 ? 0 : Lessons / Load;

    /// <summary>Positive for a surplus, negative for a shortage, posts.</summary>
    public decimal Surplus => Have + Covered - Need;
}
