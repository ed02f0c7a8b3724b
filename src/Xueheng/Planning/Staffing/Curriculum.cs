using Xueheng.Census;

namespace Xueheng.Planning.Staffing;

/// <summary>课程: lessons a week of each subject and grade, and who teaches them.</summary>
/// <param name="Hash">SHA-256 of the text, kept with every result.</param>
/// <param name="Like">Grades that have the lessons of another.</param>
public sealed record Curriculum(
    string Version,
    string Hash,
    string Document,
    IReadOnlyList<CurriculumSubject> Subjects,
    IReadOnlyList<CoveringTeachers> Covering,
    IReadOnlyDictionary<string, string> Like,
    IReadOnlyDictionary<string, decimal> Week,
    IReadOnlyDictionary<string, decimal> Weeks,
    IReadOnlyList<LessonShare> Shares)
{
    /// <summary>The subject that teachers of a 任教学科 teach in a stage; null for those who cover several, and for subjects outside the curriculum.</summary>
    public CurriculumSubject? Taught(string by, Stage stage) =>
        Covers(by, stage) is not null ? null : Subjects.FirstOrDefault(s => s.TaughtBy.Contains(by) && s.Load.ContainsKey(stage));

    public CoveringTeachers? Covers(string by, Stage stage) => Covering.FirstOrDefault(c => c.Teachers == by && c.Stages.Contains(stage));

    /// <summary>Lessons a week of one class; zero where the grade has none.</summary>
    public decimal Lessons(CurriculumSubject subject, string grade) => subject.Hours.GetValueOrDefault(Like.GetValueOrDefault(grade, grade));

    /// <summary>The share of all lessons of nine years that a group of subjects has, in percent.</summary>
    public decimal ShareOf(LessonShare share) =>
        100 * Subjects.Where(s => share.Subjects.Contains(s.Id)).Sum(s => s.Hours.Sum(h => h.Value * Weeks[h.Key])) / Week.Sum(w => w.Value * Weeks[w.Key]);
}

/// <param name="TaughtBy">任教学科 of those who teach it.</param>
/// <param name="Hours">Lessons a week by grade.</param>
/// <param name="Load">Lessons a week that make one post; a stage it does not name has none of the subject.</param>
/// <param name="PartTime">Given to whoever has room: no need of posts follows.</param>
public sealed record CurriculumSubject(
    string Id,
    string Name,
    string English,
    IReadOnlyList<string> TaughtBy,
    IReadOnlyDictionary<string, decimal> Hours,
    IReadOnlyDictionary<Stage, decimal> Load,
    bool PartTime);

/// <summary>Teachers of one 任教学科 who teach several subjects.</summary>
public sealed record CoveringTeachers(string Teachers, IReadOnlyList<Stage> Stages, IReadOnlyList<string> Subjects);

/// <summary>What the national plan sets: a share of all lessons, in percent.</summary>
public sealed record LessonShare(IReadOnlyList<string> Subjects, decimal Least, decimal Most, string Source);
