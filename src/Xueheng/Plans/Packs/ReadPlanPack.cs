using System.Globalization;
using Xueheng.Census;
using Xueheng.Engines.Text;
using Xueheng.Packs;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Confirming;
using Xueheng.Plans.Importing;

namespace Xueheng.Plans.Packs;

/// <summary>Reads a plan pack; every complaint names the file and the line.</summary>
internal static class ReadPlanPack
{
    /// <exception cref="PackException">The file is not a plan pack.</exception>
    public static PlanPack From(string path, string shown)
    {
        var (root, _) = PackNode.Read(path, shown);
        var pack = new PlanPack(
            root.Text("title"),
            root.OptionalText("source"),
            Address(root),
            Day(root, "date"),
            Day(root, "from"),
            Day(root, "until"),
            [.. root.List("items").Select(i => Item(i, PlanItemKind.Goal))],
            [.. root.List("commitments").Select(Commitment)],
            [.. root.List("targets").Select(Target)]);
        root.Done();
        return pack;
    }

    private static PackedItem Item(PackNode node, PlanItemKind least)
    {
        var kind = node.Required("kind") is var said && said.AsEnum<PlanItemKind>() is var read && read < least
            ? throw said.Wrong($"{read.ToString().ToLowerInvariant()} 不能放在 {least.ToString().ToLowerInvariant()} 下面")
            : read;
        var item = new PackedItem(
            kind,
            new ItemFields(
                node.Text("title"),
                node.OptionalText("detail"),
                node.OptionalText("lead"),
                node.Texts("supporting"),
                node.OptionalText("head"),
                Day(node, "start"),
                Day(node, "due")),
            [.. node.List("commitments").Select(Commitment)],
            [.. node.List("targets").Select(Target)],
            [.. node.List("items").Select(i => Item(i, kind))]);
        node.Done();
        return item;
    }

    private static PackedCommitment Commitment(PackNode node)
    {
        var value = node.OptionalNumber("value");
        var comparison = node.Optional("comparison")?.AsEnum<Comparison>();
        if (value is null != comparison is null)
        {
            throw node.Wrong("value 和 comparison 要么都写，要么都不写");
        }

        var commitment = new PackedCommitment(
            node.Text("text"),
            new CommitmentFields(
                node.Text("subject"),
                comparison,
                value,
                node.OptionalText("unit"),
                node.OptionalText("deadline"),
                node.Required("kind").AsEnum<CommitmentKind>(),
                Stage(node),
                node.OptionalText("town"),
                node.Optional("metric") is { } metric ? Metric(metric) : null,
                node.OptionalText("division"),
                node.OptionalText("head")),
            node.Optional("target") is { } target ? Target(target) : null);
        node.Done();
        return commitment;
    }

    private static PackedTarget Target(PackNode node)
    {
        var target = new PackedTarget(
            node.Text("title"),
            Metric(node.Required("metric")),
            node.Required("comparison").AsEnum<Comparison>(),
            node.Number("value"),
            node.Text("unit"),
            Day(node, "due") ?? throw node.Wrong("缺少 due"),
            node.OptionalText("division"),
            node.OptionalText("head"),
            [.. node.List("path").Select(Step)]);
        node.Done();
        return target;
    }

    private static PathStep Step(PackNode node)
    {
        var step = new PathStep { Period = (int)node.Number("period"), Value = node.Number("value") };
        node.Done();
        return step;
    }

    private static Metric Metric(PackNode node) =>
        Plans.Metric.Parse(node.AsText()) ?? throw node.Wrong($"“{node.AsText()}”应当像 indicator:preschool-universal-2020/1.2 或 fact:teachers.backbone@primary");

    private static Stage? Stage(PackNode node) => node.Optional("stage") is not { } stage ? null
        : StageNames.Parse(stage.AsText()) ?? throw stage.Wrong($"没有学段“{stage.AsText()}”");

    private static Uri? Address(PackNode root) => root.Optional("address") is not { } address ? null
        : SourceAddress.Parse(address.AsText()) ?? throw address.Wrong($"“{address.AsText()}”不是网址，应当以 http:// 或 https:// 开头");

    private static DateOnly? Day(PackNode node, string key) => node.Optional(key) is not { } day ? null
        : DateOnly.TryParseExact(day.AsText(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read
        : throw day.Wrong($"“{day.AsText()}”应当像 2024-12-31");
}
