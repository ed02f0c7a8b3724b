using System.Reflection;
using Xueheng.Reports.Fields;

namespace Xueheng.Tests.Reports;

/// <summary>docs/reports.md names every field there is.</summary>
public sealed class FieldDocsTests
{
    internal static IReadOnlyList<FieldKind> Kinds { get; } =
    [
        .. typeof(FieldKind).Assembly.GetTypes()
            .SelectMany(t => t.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(p => typeof(FieldKind).IsAssignableFrom(p.PropertyType))
            .Select(p => (FieldKind)p.GetValue(null)!)
            .Distinct(),
    ];

    [Fact]
    public void Every_field_is_in_the_documentation_by_both_names()
    {
        var docs = File.ReadAllText(Path.Combine(Repository.Root, "docs", "reports.md"));
        Assert.True(Kinds.Count > 15);
        Assert.All(
            Kinds.SelectMany(k => k.Fields.Select(f => (Kind: k, Field: f))),
            f => Assert.Contains(Row(f.Field), Section(docs, f.Kind), StringComparison.Ordinal));
    }

    [Fact]
    public void A_kind_uses_no_name_twice() => Assert.All(
        Kinds,
        k =>
        {
            Assert.Equal(k.Fields.Count, k.Fields.Select(f => f.Chinese).Distinct().Count());
            Assert.Equal(k.Fields.Count, k.Fields.Select(f => f.English).Distinct().Count());
        });

    internal static string Row(Field field) => $"| {field.Chinese} | `{field.English}` | {Result(field)} | {field.Means} |";

    private static string Result(Field field) => field.Result switch
    {
        FieldResult.Words => "text",
        FieldResult.Day => "day",
        FieldResult.Amount => "figure",
        FieldResult.One => $"→ {field.Kind!().Chinese}",
        FieldResult.Many => $"list of {field.Kind!().Chinese}",
        _ => "",
    };

    internal static string Heading(FieldKind kind) => $"### {kind.Chinese} ({kind.English})";

    private static string Section(string docs, FieldKind kind)
    {
        var from = docs.IndexOf(Heading(kind), StringComparison.Ordinal);
        Assert.True(from >= 0, $"docs/reports.md has no section “{Heading(kind)}”.");
        var to = docs.IndexOf("\n### ", from + 1, StringComparison.Ordinal);
        return to < 0 ? docs[from..] : docs[from..to];
    }
}
