using Xueheng.Census;
using Xueheng.Packs;

namespace Xueheng.Planning.Staffing;

/// <summary>Reads <c>packs/planning/curriculum.yaml</c>; the bureau's own file stands in place of it.</summary>
public static class ReadCurriculum
{
    public const string File = "planning/curriculum.yaml";

    private static readonly Stage[] Compulsory = [Stage.Primary, Stage.Junior];

    /// <exception cref="PackException">The file does not hold; says which line.</exception>
    public static Curriculum From(string folder, string? userFolder, CodeTables codes)
    {
        var file = PackFile.Of(folder, userFolder, File);
        return Read(file.Path, file.Shown, codes);
    }

    private static Curriculum Read(string path, string shown, CodeTables codes)
    {
        var (root, hash) = PackNode.Read(path, shown);
        root.Optional("sources");
        root.Optional("source");
        List<CurriculumSubject> subjects = [.. root.Required("subjects").Items().Select(n => SubjectOf(n, codes))];
        var known = subjects.Select(s => s.Id).ToHashSet();
        var curriculum = new Curriculum(
            root.Text("version"),
            hash,
            root.Text("document"),
            subjects,
            [.. root.List("covering").Select(n => CoveringOf(n, codes, known))],
            root.Optional("like")?.Entries().ToDictionary(e => Grade(e.Value, e.Key, codes), e => Grade(e.Value, e.Value.AsText(), codes)) ?? [],
            ByGrade(root.Required("week"), codes),
            ByGrade(root.Required("weeks"), codes),
            [.. root.List("shares").Select(n => ShareOf(n, known))]);
        root.Done();
        Check(root, curriculum);
        return curriculum;
    }

    /// <summary>Lessons fill the week of each grade and stay within the shares of the national plan.</summary>
    private static void Check(PackNode root, Curriculum curriculum)
    {
        foreach (var (grade, week) in curriculum.Week)
        {
            if (curriculum.Subjects.Sum(s => s.Hours.GetValueOrDefault(grade)) is var sum && sum != week)
            {
                throw root.Required("week").Wrong($"年级 {grade} 各科周课时合计 {sum}，应当等于 {week}");
            }

            if (!curriculum.Weeks.ContainsKey(grade))
            {
                throw root.Required("weeks").Wrong($"缺少年级 {grade}");
            }
        }

        foreach (var share in curriculum.Shares)
        {
            if (curriculum.ShareOf(share) is var percent && (percent < share.Least || percent > share.Most))
            {
                throw root.Required("shares").Wrong($"{string.Join("、", share.Subjects)} 占九年总课时 {percent:0.0}%，应当在 {share.Least}% 到 {share.Most}% 之间");
            }
        }
    }

    private static CurriculumSubject SubjectOf(PackNode node, CodeTables codes)
    {
        var load = node.Required("load").Entries().ToDictionary(
            e => StageNames.Parse(e.Key) is { } stage && Compulsory.Contains(stage) ? stage : throw e.Value.Wrong($"这里没有学段 {e.Key}"),
            e => e.Value.AsNumber() is var number and > 0 ? number : throw e.Value.Wrong("应当大于零"));
        var subject = new CurriculumSubject(
            node.Text("id"),
            node.Text("name"),
            node.Text("english"),
            [.. node.Required("taught_by").Items().Select(n => Taught(n, codes))],
            ByGrade(node.Required("hours"), codes),
            load,
            node.Flag("part_time", otherwise: false));
        node.Done();
        return subject;
    }

    private static CoveringTeachers CoveringOf(PackNode node, CodeTables codes, HashSet<string> known)
    {
        var covering = new CoveringTeachers(
            Taught(node.Required("teachers"), codes),
            node.Optional("stages")?.Items() is { } stages ? [.. stages.Select(s => s.AsEnum<Stage>())] : Compulsory,
            [.. node.Required("subjects").Items().Select(s => Known(s, known))]);
        node.Done();
        return covering;
    }

    private static LessonShare ShareOf(PackNode node, HashSet<string> known)
    {
        var share = new LessonShare([.. node.Required("subjects").Items().Select(s => Known(s, known))], node.Number("least"), node.Number("most"), node.Text("source"));
        node.Done();
        return share;
    }

    private static Dictionary<string, decimal> ByGrade(PackNode node, CodeTables codes) =>
        node.Entries().ToDictionary(e => Grade(e.Value, e.Key, codes), e => e.Value.AsNumber() is var number and >= 0 ? number : throw e.Value.Wrong("应当不小于零"));

    private static string Grade(PackNode node, string code, CodeTables codes) =>
        codes["grade"].Entries.Any(e => e.Code == code) ? code : throw node.Wrong($"没有年级代码 {code}");

    private static string Taught(PackNode node, CodeTables codes) =>
        codes["subject"].Entries.Any(e => e.Code == node.AsText()) ? node.AsText() : throw node.Wrong($"没有任教学科 {node.AsText()}");

    private static string Known(PackNode node, HashSet<string> known) => known.Contains(node.AsText()) ? node.AsText() : throw node.Wrong($"没有学科 {node.AsText()}");
}
