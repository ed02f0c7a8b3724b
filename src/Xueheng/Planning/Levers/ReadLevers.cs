using System.Security.Cryptography;
using System.Text;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;

namespace Xueheng.Planning.Levers;

/// <summary>Reads <c>packs/planning/levers.yaml</c>. A lever of a later file stands in place of the one of the same id before it.</summary>
public static class ReadLevers
{
    public const string File = "planning/levers.yaml";

    private static readonly Stage[] AllStages = Enum.GetValues<Stage>();

    /// <param name="userFolder">The bureau's own packs; null or without the file when there are none.</param>
    /// <exception cref="PackException">A file does not hold; says which line.</exception>
    public static LeverPack From(string folder, string? userFolder, FactPack facts)
    {
        var shipped = Read(Path.Combine(folder, File), $"packs/{File}", facts);
        return userFolder is not null && Path.Combine(userFolder, File) is var own && System.IO.File.Exists(own)
            ? Over(shipped, own, $"{userFolder}/{File}", facts)
            : shipped;
    }

    /// <summary>The pack with the levers of a further file over it.</summary>
    /// <exception cref="PackException">The file does not hold.</exception>
    public static LeverPack Over(LeverPack pack, string path, string shown, FactPack facts)
    {
        var own = Read(path, shown, facts);
        var levers = pack.Levers.ToDictionary(l => l.Id);
        foreach (var lever in own.Levers)
        {
            levers[lever.Id] = lever;
        }

        return new LeverPack(
            $"{pack.Version}+{own.Version}",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(pack.Hash + own.Hash))),
            [.. levers.Values]);
    }

    private static LeverPack Read(string path, string shown, FactPack facts)
    {
        var (root, hash) = PackNode.Read(path, shown);
        var levers = new Dictionary<string, Lever>();
        foreach (var node in root.Required("levers").Items())
        {
            var lever = LeverOf(node, facts);
            if (!levers.TryAdd(lever.Id, lever))
            {
                throw node.Wrong($"{lever.Id} 出现了两次");
            }
        }

        var pack = new LeverPack(root.Text("version"), hash, [.. levers.Values]);
        root.Done();
        return pack;
    }

    private static Lever LeverOf(PackNode node, FactPack facts)
    {
        var (adds, moves) = (node.Optional("adds"), node.Optional("moves"));
        if (adds is null == moves is null)
        {
            throw node.Wrong("adds 和 moves 应当正好写一个");
        }

        var lever = new Lever(
            node.Text("id"),
            node.Text("name"),
            node.Text("english"),
            node.Text("unit"),
            Positive(node.Required("step")),
            adds?.Entries().ToDictionary(a => Known(a.Value, a.Key, facts), a => a.Value.AsNumber()) ?? [],
            moves is null ? null : MoveOf(moves),
            node.Optional("stages")?.Items() is { } stages ? [.. stages.Select(s => s.AsEnum<Stage>())] : AllStages,
            Positive(node.Required("cost")),
            node.Optional("most") is { } most ? LimitOf(most, facts) : null);
        node.Done();
        return lever;
    }

    private static PupilMove MoveOf(PackNode node)
    {
        var move = new PupilMove(Count(node.Required("pupils")), (double)Positive(node.Required("within")));
        node.Done();
        return move.Pupils > 0 ? move : throw node.Required("pupils").Wrong("应当是正整数");
    }

    private static LeverLimit LimitOf(PackNode node, FactPack facts)
    {
        if (node.IsScalar)
        {
            return new LeverLimit(Count(node), null, null);
        }

        var limit = new LeverLimit(
            null,
            Known(node.Required("fact"), node.Text("fact"), facts),
            node.Optional("less") is { } less ? Known(less, less.AsText(), facts) : null);
        node.Done();
        return limit;
    }

    private static string Known(PackNode node, string fact, FactPack facts) => fact == "pupils"
        ? throw node.Wrong("学生数只能用 moves 来改变")
        : facts.Find(fact) is null ? throw node.Wrong($"事实包里没有事实 {fact}") : fact;

    private static decimal Positive(PackNode node) => node.AsNumber() is var number and > 0 ? number : throw node.Wrong("应当大于零");

    private static int Count(PackNode node) =>
        node.AsNumber() is var number and >= 0 and <= 1_000_000 && number == decimal.Truncate(number) ? (int)number : throw node.Wrong("应当是整数，不小于零");
}
