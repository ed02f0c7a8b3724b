using Xueheng.Census;
using Xueheng.Facts;

namespace Xueheng.Standards;

/// <summary>A school the standard judges, with the stages it is judged in.</summary>
internal sealed record JudgedSchool(MergedSchool School, SchoolSubject Subject, IReadOnlyList<StageFacts> Stages)
{
    public string Code => School.School.School;

    public string Name => School.School.Name;

    public bool Has(IReadOnlyList<Stage> stages) => Stages.Any(s => stages.Contains(s.Stage));
}

/// <summary>Tells the schools a standard judges from those it leaves out, stage by stage, each with the reason.</summary>
internal static class SchoolSelection
{
    public static (IReadOnlyList<JudgedSchool> Judged, IReadOnlyList<ExcludedSchool> Excluded) Of(Standard standard, CountyFacts facts)
    {
        var judged = new List<JudgedSchool>();
        var excluded = new List<ExcludedSchool>();
        foreach (var school in facts.Merged)
        {
            var (kept, left) = Of(standard, facts.Pack, school);
            excluded.AddRange(left);
            if (kept is not null)
            {
                judged.Add(kept);
            }
        }

        return (judged, excluded);
    }

    /// <returns>Null and nothing left out for a school without a stage the standard judges.</returns>
    public static (JudgedSchool? Judged, IReadOnlyList<ExcludedSchool> Excluded) Of(Standard standard, FactPack pack, MergedSchool school)
    {
        var stages = school.Stages.Where(standard.Stages.Contains).Select(stage => new StageFacts(school, stage, standard.Splits, pack)).ToList();
        if (stages.Count == 0)
        {
            return (null, []);
        }

        var subject = SubjectOf(school, stages);
        var rule = standard.Exclusions.FirstOrDefault(e => e.Applies(subject));
        var excluded = new List<ExcludedSchool>();
        var kept = new List<StageFacts>();
        foreach (var stage in stages)
        {
            if ((rule?.Reason ?? Empty(stage)) is { } reason)
            {
                excluded.Add(new ExcludedSchool(school.School.School, school.School.Name, stage.Stage, stage.Pupils, reason));
            }
            else
            {
                kept.Add(stage);
            }
        }

        return (kept.Count > 0 ? new JudgedSchool(school, subject, kept) : null, excluded);
    }

    private static SchoolSubject SubjectOf(MergedSchool school, List<StageFacts> stages) => new(
        school.School,
        stages.TrueForAll(s => s.Pupils is not null) ? stages.Sum(s => s.Pupils) : null,
        school.Campuses.Count);

    /// <summary>Why there is nothing to judge in the stage; null when there is.</summary>
    private static string? Empty(StageFacts stage) => stage.Pupils switch
    {
        0 => "该学段没有在校生",
        null when stage.School.IsStray(stage.Stage) => "该学段只有教师数据，没有学生、班级和填报数据",
        _ => null,
    };
}
