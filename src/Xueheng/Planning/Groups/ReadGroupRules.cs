using Xueheng.Packs;
using Xueheng.Standards;

namespace Xueheng.Planning.Groups;

/// <summary>Reads <c>packs/planning/groups.yaml</c>; the bureau's own file stands in place of the shipped one.</summary>
public static class ReadGroupRules
{
    public const string File = "planning/groups.yaml";

    /// <param name="userFolder">The bureau's own packs; null or without the file when there are none.</param>
    /// <exception cref="PackException">The file does not hold; says which line.</exception>
    public static GroupRules From(string folder, string? userFolder, IReadOnlyList<Standard> standards)
    {
        var file = PackFile.Of(folder, userFolder, File);
        return FromFile(file.Path, file.Shown, standards);
    }

    /// <exception cref="PackException">The file does not hold; says which line.</exception>
    public static GroupRules FromFile(string path, string shown, IReadOnlyList<Standard> standards)
    {
        var (root, hash) = PackNode.Read(path, shown);
        var (strong, size) = (root.Required("strong"), root.Required("size"));
        var (share, schools) = (strong.Optional("share"), strong.Optional("schools"));
        if (share is null == schools is null)
        {
            throw strong.Wrong("share 和 schools 应当正好写一个");
        }

        var (least, most) = (Count(size.Required("least"), 1), Count(size.Required("most"), 1));
        if (most < least)
        {
            throw size.Wrong("most 不能小于 least");
        }

        var standard = root.Required("standard");
        var rules = new GroupRules(
            root.Text("version"),
            hash,
            standards.Any(s => s.Id == standard.AsText()) ? standard.AsText() : throw standard.Wrong($"没有标准 {standard.AsText()}"),
            Positive(root.Required("cap"), decimal.MaxValue),
            share is null ? null : Positive(share, 100),
            strong.Optional("pupils") is { } pupils ? Count(pupils, 0) : 0,
            schools is null ? [] : [.. schools.Items().Select(s => s.AsText())],
            least,
            most,
            (double)Positive(root.Required("reach"), decimal.MaxValue),
            root.Required("alike") is var alike && alike.AsNumber() >= 0 ? (double)alike.AsNumber() : throw alike.Wrong("不能小于零"));
        size.Done();
        strong.Done();
        root.Done();
        return rules;
    }

    private static decimal Positive(PackNode node, decimal most) =>
        node.AsNumber() is var number && number > 0 && number <= most ? number : throw node.Wrong(most == 100 ? "应当大于 0，不超过 100" : "应当大于零");

    private static int Count(PackNode node, int least) =>
        node.AsNumber() is var number && number >= least && number <= 1_000_000 && number == decimal.Truncate(number) ? (int)number : throw node.Wrong($"应当是整数，不小于 {least}");
}
