using Xueheng.Packs;

namespace Xueheng.Census;

/// <summary>All code tables, read from <c>packs/codes/*.yaml</c>; a table of the user's folder replaces the shipped one of the same id.</summary>
public sealed class CodeTables
{
    private readonly Dictionary<string, CodeTable> _tables = [];
    private readonly List<string> _refused = [];

    public IEnumerable<CodeTable> All => _tables.Values;

    /// <summary>Tables of the bureau's own that do not hold and are left out, each with file, line and reason.</summary>
    public IReadOnlyList<string> Refused => _refused;

    /// <summary>A table the layout names; asking for one that is not shipped is a bug.</summary>
    public CodeTable this[string id] => _tables.TryGetValue(id, out var table)
        ? table
        : throw new InvalidOperationException($"packs/codes has no table {id}.");

    public CodeTable? Find(string id) => _tables.GetValueOrDefault(id);

    /// <summary>Reads <c>codes</c> of the packs folder, then of the user's.</summary>
    /// <exception cref="PackException">A shipped table does not hold.</exception>
    public static CodeTables Load(string folder, string? userFolder)
    {
        var tables = new CodeTables();
        foreach (var file in Files(folder))
        {
            var (table, _) = ReadTable(file, $"packs/codes/{Path.GetFileName(file)}");
            tables._tables[table.Id] = table;
        }

        foreach (var file in userFolder is null ? [] : Files(userFolder))
        {
            try
            {
                var (own, root) = ReadTable(file, file);
                tables._tables[own.Id] = tables.Find(own.Id) is { } shipped ? Replacing(shipped, own, root) : own;
            }
            catch (PackException e)
            {
                tables._refused.Add(e.Message);
            }
        }

        foreach (var column in SheetLayout.All.SelectMany(s => s.Columns))
        {
            if (column.Table is { } id && !tables._tables.ContainsKey(id))
            {
                throw new PackException($"packs/codes 缺少代码表 {id}（列“{column.Heading}”要用）");
            }
        }

        return tables;
    }

    private static IEnumerable<string> Files(string folder)
    {
        var codes = Path.Combine(folder, "codes");
        return Directory.Exists(codes) ? Directory.EnumerateFiles(codes, "*.yaml").Order(StringComparer.Ordinal) : [];
    }

    /// <summary>Packs and stored rows name codes of the shipped table, so one that takes its place may rename and add, not take away.</summary>
    private static CodeTable Replacing(CodeTable shipped, CodeTable own, PackNode root)
    {
        if (shipped.Entries.FirstOrDefault(e => own.Find(e.Code) is null) is { } lost)
        {
            throw root.Wrong($"缺少代码 {lost.Code}（{lost.Name}）：自带的代码表 {shipped.Id} 里的代码可以改名称、加写法，不能去掉");
        }

        return own.Entries.FirstOrDefault(e => shipped.Find(e.Code) is null) is { } more && IsFixed(shipped.Id)
            ? throw root.Wrong($"多了代码 {more.Code}：代码表 {shipped.Id} 只能改名称、加写法，不能加代码")
            : own;
    }

    /// <summary>The program itself knows each code of the table.</summary>
    private static bool IsFixed(string table) => SheetLayout.All.Any(sheet => sheet.Columns.Any(
        c => c.Table == table && sheet.Row.GetProperty(c.Property)!.PropertyType is var type && (Nullable.GetUnderlyingType(type) ?? type).IsEnum));

    private static (CodeTable Table, PackNode Root) ReadTable(string path, string shown)
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
        return (new CodeTable(id, name, source, entries), root);
    }
}
