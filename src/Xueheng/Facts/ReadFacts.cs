using System.Linq.Expressions;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Xueheng.Census;
using Xueheng.Packs;

namespace Xueheng.Facts;

/// <summary>Reads <c>packs/facts/*.yaml</c>. The first file gives the version; further files add facts.</summary>
public static class ReadFacts
{
    private static readonly Stage[] AllStages = Enum.GetValues<Stage>();

    /// <exception cref="PackException">A file does not hold; says which line.</exception>
    public static FactPack From(IReadOnlyList<(string Path, string Shown)> files)
    {
        var facts = new Dictionary<string, Fact>();
        var version = "";
        var hashes = new StringBuilder();
        foreach (var (path, shown) in files)
        {
            var (root, hash) = PackNode.Read(path, shown);
            hashes.Append(hash);
            version = version.Length == 0 ? root.Text("version") : $"{version}+{root.Text("version")}";
            foreach (var node in root.Required("facts").Items())
            {
                var fact = FactOf(node);
                if (!facts.TryAdd(fact.Id, fact))
                {
                    throw node.Wrong($"事实 {fact.Id} 已经有了");
                }
            }

            root.Done();
        }

        var whole = files.Count == 1 ? hashes.ToString() : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hashes.ToString())));
        return new FactPack(version, whole, [.. facts.Values]);
    }

    private static Fact FactOf(PackNode node)
    {
        var stages = StagesOf(node);
        var rows = node.Optional("rows")?.AsEnum<FactRowSet>();
        var clauses = node.List("where").Select(clause => ClauseOf(clause, rows)).ToList();
        var declared = node.Optional("declared");
        var fact = new Fact(
            node.Text("id"),
            node.Text("name"),
            node.Text("english"),
            node.Text("unit"),
            node.Text("description"),
            stages,
            rows,
            rows is null ? new Dictionary<Stage, IReadOnlyList<FactClause>>() : stages.ToDictionary(s => s, s => (IReadOnlyList<FactClause>)[.. clauses.Where(c => c.Stages.Contains(s)).Select(c => c.Clause)]),
            declared?.AsText(),
            declared is not null && IsOfSchool(declared));
        if (rows is null && declared is null)
        {
            throw node.Wrong($"事实 {fact.Id} 既没有 rows 也没有 declared");
        }

        node.Done();
        return fact;
    }

    private static (Stage[] Stages, FactClause Clause) ClauseOf(PackNode node, FactRowSet? rows)
    {
        var needs = node.Optional("needs")?.Entries() ?? [];
        foreach (var (property, place) in needs)
        {
            if (RowType(rows)?.GetProperty(property) is null)
            {
                throw place.Wrong($"行里没有属性 {property}");
            }
        }

        var clause = new FactClause(
            node.Text("if"),
            node.Text("else"),
            [.. needs.Select(n => new FactNeed(n.Key, n.Value.AsText()))],
            node.OptionalText("source"),
            node.OptionalText("note"),
            node.Flag("confirmed", otherwise: true))
        {
            Condition = ConditionOf(node.Required("if"), rows),
        };
        var stages = StagesOf(node);
        node.Done();
        return (stages, clause);
    }

    private static Stage[] StagesOf(PackNode node) =>
        node.Optional("stages")?.Items() is { } stages ? [.. stages.Select(s => s.AsEnum<Stage>())] : AllStages;

    private static LambdaExpression ConditionOf(PackNode expression, FactRowSet? rows) => rows switch
    {
        FactRowSet.Pupils => PackExpression.Predicate<PupilRow>(expression),
        FactRowSet.Teachers => PackExpression.Predicate<TeacherRow>(expression),
        FactRowSet.Classes => PackExpression.Predicate<ClassRow>(expression),
        _ => throw expression.Wrong("写了条件而没有写 rows"),
    };

    private static Type? RowType(FactRowSet? rows) => rows switch
    {
        FactRowSet.Pupils => typeof(PupilRow),
        FactRowSet.Teachers => typeof(TeacherRow),
        FactRowSet.Classes => typeof(ClassRow),
        _ => null,
    };

    private static bool IsOfSchool(PackNode declared)
    {
        const BindingFlags own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        bool Has(Type row) => row.GetProperty(declared.AsText(), own)?.PropertyType == typeof(double?);
        return Has(typeof(ResourceRow)) || (Has(typeof(StageRow)) ? false : throw declared.Wrong($"学段和资源里都没有 {declared.AsText()}"));
    }
}
