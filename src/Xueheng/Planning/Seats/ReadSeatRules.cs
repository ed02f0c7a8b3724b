using Xueheng.Census;
using Xueheng.Packs;

namespace Xueheng.Planning.Seats;

/// <summary>Reads <c>packs/planning/seats.yaml</c>; the bureau's own file stands in place of it.</summary>
public static class ReadSeatRules
{
    public const string File = "planning/seats.yaml";

    /// <exception cref="PackException">The file does not hold; says which line.</exception>
    public static SeatRules From(string folder, string? userFolder, CodeTables codes)
    {
        var file = PackFile.Of(folder, userFolder, File);
        return Read(file.Path, file.Shown, codes);
    }

    /// <summary>A file named on the command line.</summary>
    /// <exception cref="PackException">The file does not hold; says which line.</exception>
    public static SeatRules Read(string path, string shown, CodeTables codes)
    {
        var (root, hash) = PackNode.Read(path, shown);
        root.Optional("sources");
        var ladder = new List<LadderGrade>();
        foreach (var node in root.Required("ladder").Items())
        {
            ladder.Add(GradeOf(node, codes, ladder));
        }

        var rules = new SeatRules(
            root.Text("version"),
            hash,
            [.. root.Required("limits").Items().Select(n => LimitOf(n, codes))],
            OversizedOf(root.Required("oversized")),
            ladder,
            ReadSeatPlanning.From(root.Required("planning")),
            Whole(root.Required("years")),
            Whole(root.Required("history")));
        root.Done();
        return rules.Stages.FirstOrDefault(s => !rules.Limits.Any(l => l.Stage == s && l.Grade is null)) is var missing and not 0
            ? throw root.Required("limits").Wrong($"缺少学段 {missing.Id()} 的班额上限")
            : rules;
    }

    private static ClassLimit LimitOf(PackNode node, CodeTables codes)
    {
        var limit = new ClassLimit(
            node.Required("stage").AsEnum<Stage>(),
            node.Optional("grade") is { } grade ? Grade(grade, codes) : null,
            Positive(node.Required("pupils")),
            node.Text("source"),
            node.Flag("confirmed", otherwise: true));
        node.Done();
        return limit;
    }

    private static OversizedClass OversizedOf(PackNode node)
    {
        var oversized = new OversizedClass(
            Positive(node.Required("pupils")), Positive(node.Required("severe")), [.. node.Required("stages").Items().Select(s => s.AsEnum<Stage>())], node.Text("source"));
        node.Done();
        return oversized;
    }

    private static LadderGrade GradeOf(PackNode node, CodeTables codes, List<LadderGrade> before)
    {
        var grade = new LadderGrade(
            Grade(node.Required("grade"), codes),
            node.Required("stage").AsEnum<Stage>(),
            (int?)node.OptionalNumber("entry"),
            node.OptionalText("after"),
            node.Flag("anew", otherwise: false),
            node.Flag("mixed", otherwise: false));
        node.Done();
        if (before.Any(b => b.Grade == grade.Grade))
        {
            throw node.Wrong($"年级 {grade.Grade} 出现了两次");
        }

        if (grade.After is not null && !before.Any(b => b.Grade == grade.After))
        {
            throw node.Required("after").Wrong($"年级 {grade.After} 应当写在 {grade.Grade} 前面");
        }

        return grade.After is null && grade.Entry is null && !grade.Mixed ? throw node.Wrong("entry、after、mixed 至少写一个") : grade;
    }

    private static string Grade(PackNode node, CodeTables codes) =>
        codes["grade"].Entries.Any(e => e.Code == node.AsText()) ? node.AsText() : throw node.Wrong($"没有年级代码 {node.AsText()}");

    private static int Whole(PackNode node) => node.AsNumber() is var number and >= 1 and <= 20 && number == Math.Floor(number) ? (int)number : throw node.Wrong("应当是 1 到 20 的整数");

    private static decimal Positive(PackNode node) => node.AsNumber() is var number and > 0 ? number : throw node.Wrong("应当大于零");
}
