using Xueheng.Packs;

namespace Xueheng.Census;

/// <summary>All code tables, read from <c>packs/codes/*.yaml</c>; a table of the user's folder replaces the shipped one of the same id.</summary>
public sealed class CodeTables
{
    private readonly Dictionary<string, CodeTable> _tables = [];

    public IEnumerable<CodeTable> All => _tables.Values;

    /// <summary>A table the layout names; asking for one that is not shipped is a bug.</summary>
    public CodeTable this[string id] => _tables.TryGetValue(id, out var table)
        ? table
        : throw new InvalidOperationException($"packs/codes has no table {id}.");

    public CodeTable? Find(string id) => _tables.GetValueOrDefault(id);

    /// <summary>Reads <c>codes</c> of the packs folder, then of the user's.</summary>
    public static CodeTables Load(string folder, string? userFolder)
    {
        var tables = new CodeTables();
        foreach (var root in (string?[])[folder, userFolder])
        {
            var codes = root is null ? null : Path.Combine(root, "codes");
            if (codes is null || !Directory.Exists(codes))
            {
                continue;
            }

            foreach (var file in Directory.EnumerateFiles(codes, "*.yaml").Order(StringComparer.Ordinal))
            {
                var table = ReadTable(file, $"packs/codes/{Path.GetFileName(file)}");
                tables._tables[table.Id] = table;
            }
        }

        foreach (var column in SheetLayout.All.SelectMany(s => s.Columns))
        {
            if (column.Table is { } id && !tables._tables.ContainsKey(id))
            {
                throw new PackException($"packs/codes 缺少代码表 {id}(列“{column.Heading}”要用)");
            }
        }

        return tables;
    }

    private static CodeTable ReadTable(string path, string shown)
    {
        var (root, _) = PackNode.Read(path, shown);
        var (id, name, source) = (root.Text("id"), root.Text("name"), root.Text("source"));
        var seen = new HashSet<string>();
        var entries = new List<CodeEntry>();
        foreach (var node in root.List("entries"))
        {
            var entry = new CodeEntry(
                node.Text("code"), node.Text("name"), node.Texts("also"),
                [.. node.List("stages").Select(s => s.AsEnum<Stage>())], node.OptionalText("unit"), node.OptionalText("note"));
            node.Done();
            if (!seen.Add(entry.Code))
            {
                throw node.Wrong($"代码 {entry.Code} 重复");
            }

            entries.Add(entry);
        }

        root.Done();
        return new CodeTable(id, name, source, entries);
    }
}
