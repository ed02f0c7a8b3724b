using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Standards;

namespace Xueheng.Planning.Staffing;

/// <summary>编制标准: how many posts a school has in a stage.</summary>
/// <param name="Posts">编制类别码 of those who fill one.</param>
/// <param name="Near">Surplus or shortage below which a subject counts as balanced, posts.</param>
public sealed record StaffingStandard(
    string Version, string Hash, IReadOnlyList<PupilRatio> Ratios, IReadOnlyList<SmallSchoolRule> Small, IReadOnlyList<string> Posts, decimal Near)
{
    /// <summary>Posts by the ratio in force, or by classes where the school is small and that is more; rounded up.</summary>
    /// <returns>Null without pupils or without a ratio.</returns>
    public Quota? Of(SchoolRow school, Stage stage, int period, decimal? pupils, decimal? classes)
    {
        if (pupils is not { } count || Ratios.LastOrDefault(r => r.Stage == stage && r.From <= period) is not { } ratio)
        {
            return null;
        }

        var byPupils = (int)Math.Ceiling(count / ratio.Pupils);
        var subject = new SchoolSubject(school, pupils, 0);
        return classes is { } rooms && Small.FirstOrDefault(s => s.Stage == stage && s.From <= period && s.Applies(subject)) is { } small
            && (int)Math.Ceiling(rooms * small.PerClass) is var byClass && byClass > byPupils
            ? new Quota(byClass, $"{rooms:0} 个班 × {small.PerClass:0.##}", small.Source, small.Confirmed)
            : new Quota(byPupils, $"{count:0} 名学生 ÷ {ratio.Pupils:0.##}", ratio.Source, true);
    }
}

/// <summary>核定编制.</summary>
/// <param name="Words">How it was worked out.</param>
public sealed record Quota(int Posts, string Words, string Source, bool Confirmed);

/// <param name="Pupils">For one post.</param>
public sealed record PupilRatio(Stage Stage, int From, decimal Pupils, string Source);

/// <param name="PerClass">Posts for one class.</param>
public sealed record SmallSchoolRule(Stage Stage, int From, decimal PerClass, string Source, bool Confirmed)
{
    internal Func<SchoolSubject, bool> Applies { get; init; } = _ => false;
}

/// <summary>Reads <c>packs/planning/staffing.yaml</c>; the bureau's own file stands in place of it.</summary>
public static class ReadStaffing
{
    public const string File = "planning/staffing.yaml";

    /// <exception cref="PackException">The file does not hold; says which line.</exception>
    public static StaffingStandard From(string folder, string? userFolder, CodeTables codes)
    {
        var file = PackFile.Of(folder, userFolder, File);
        return Read(file.Path, file.Shown, codes);
    }

    private static StaffingStandard Read(string path, string shown, CodeTables codes)
    {
        var (root, hash) = PackNode.Read(path, shown);
        root.Optional("sources");
        var standard = new StaffingStandard(
            root.Text("version"),
            hash,
            [.. root.Required("ratios").Items().Select(RatioOf).OrderBy(r => r.From)],
            [.. root.List("small").Select(SmallOf)],
            [.. root.Required("posts").Items().Select(n => codes["staff-type"].Entries.Any(e => e.Code == n.AsText()) ? n.AsText() : throw n.Wrong($"没有编制类别 {n.AsText()}"))],
            root.Number("near"));
        root.Done();
        return standard;
    }

    private static PupilRatio RatioOf(PackNode node)
    {
        var ratio = new PupilRatio(node.Required("stage").AsEnum<Stage>(), (int)node.Number("from"), Positive(node.Required("pupils")), node.Text("source"));
        node.Done();
        return ratio;
    }

    private static SmallSchoolRule SmallOf(PackNode node)
    {
        var rule = new SmallSchoolRule(
            node.Required("stage").AsEnum<Stage>(), (int)node.Number("from"), Positive(node.Required("per_class")), node.Text("source"), node.Flag("confirmed", otherwise: true))
        {
            Applies = PackExpression.Predicate<SchoolSubject>(node.Required("where")).Compile(),
        };
        node.Done();
        return rule;
    }

    private static decimal Positive(PackNode node) => node.AsNumber() is var number and > 0 ? number : throw node.Wrong("应当大于零");
}
