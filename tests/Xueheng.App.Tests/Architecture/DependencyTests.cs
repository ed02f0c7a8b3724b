using System.Reflection;
using Xueheng.Storage;

namespace Xueheng.App.Tests.Architecture;

/// <summary>App → Xueheng → Engines, and which part of each may use which other. A new use is a decision: it is written here or not made.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Bureau = typeof(XuehengDb).Assembly;

    private static readonly Assembly Product = typeof(Site).Assembly;

    [Fact]
    public void Projects_know_only_those_below_them()
    {
        var known = new[] { "Xueheng.Engines", "Xueheng", "Xueheng.Sqlite", "Xueheng.Postgres", "Xueheng.App" }.ToDictionary(
            name => name, name => Assembly.Load(name).GetReferencedAssemblies().Select(a => a.Name!).Where(n => n.StartsWith("Xueheng", StringComparison.Ordinal)).Order().ToArray());
        Assert.Equal([], known["Xueheng.Engines"]);
        Assert.Equal(["Xueheng.Engines"], known["Xueheng"]);
        Assert.Equal(["Xueheng"], known["Xueheng.Sqlite"]);
        Assert.Equal(["Xueheng"], known["Xueheng.Postgres"]);
        Assert.Equal(["Xueheng", "Xueheng.Engines", "Xueheng.Postgres", "Xueheng.Sqlite"], known["Xueheng.App"]);
    }

    [Fact]
    public void The_bureau_knows_no_web_and_no_engine_of_a_database()
    {
        string[] banned = ["Microsoft.AspNetCore", "System.CommandLine", "Spectre", "Npgsql", "Microsoft.Data.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite", "SQLitePCL", "Serilog", "OpenTelemetry"];
        Assert.DoesNotContain(Bureau.GetReferencedAssemblies(), a => banned.Any(b => a.Name!.StartsWith(b, StringComparison.Ordinal)));
    }

    [Fact]
    public void Parts_of_the_bureau_use_the_parts_they_are_allowed_to()
    {
        string[] allowed =
        [
            "Backups → Storage",
            "Census → Facts",      // the check counts facts of what it reads, to compare them with what is declared
            "Census → Packs",
            "Census → Storage",
            "Census → Workbooks",
            "Demo → Census",
            "Demo → Packs",
            "Demo → Plans",        // the invented bureau carries out a plan by the use cases people use
            "Demo → Standards",
            "Demo → Storage",
            "Demo → Workbooks",
            "Facts → Census",
            "Facts → Packs",
            "Facts → Storage",
            "Packs → Census",      // the library gathers what each part reads of its own packs
            "Packs → Facts",
            "Packs → Planning",    // the levers
            "Packs → Plans",       // the calendar and the divisions among them
            "Packs → Standards",
            "Planning → Census",
            "Planning → Facts",
            "Planning → Packs",
            "Planning → Plans",    // an approved rotation becomes tasks
            "Planning → Standards",
            "Planning → Storage",
            "Plans → Census",
            "Plans → Facts",
            "Plans → Packs",
            "Plans → Standards",
            "Plans → Storage",
            "Reports → Census",
            "Reports → Facts",
            "Reports → Packs",
            "Reports → Plans",
            "Reports → Standards",
            "Reports → Storage",
            "Reports → Workbooks",
            "Standards → Census",
            "Standards → Facts",
            "Standards → Packs",
            "Standards → Storage",
        ];
        Assert.Equal(allowed, Between(Bureau, "Xueheng"));
    }

    [Fact]
    public void Parts_of_the_app_use_the_parts_they_are_allowed_to()
    {
        string[] allowed =
        [
            "Api → Pages",         // the rosters, which are the same lists
            "Commands → Operations",
        ];
        Assert.Equal(allowed, Between(Product, "Xueheng.App"));
    }

    [Fact]
    public void No_part_uses_what_another_keeps_to_itself()
    {
        var uses = CompiledUses.Of(Bureau)
            .Where(p => PartOf(p.User, "Xueheng") is { } user && PartOf(p.Used, "Xueheng") is { } used && user != used)
            .Where(p => !p.Used.IsPublic)
            .Select(p => $"{p.User.FullName} → {p.Used.FullName}")
            .Order().ToList();
        Assert.True(uses.Count == 0, "Make it public, for it is part of the surface then, or call something that is:\n" + string.Join('\n', uses));
    }

    private static IEnumerable<string> Between(Assembly assembly, string root) => CompiledUses.Of(assembly)
        .Select(p => (User: PartOf(p.User, root), Used: PartOf(p.Used, root)))
        .Where(p => p.User is not null && p.Used is not null && p.User != p.Used)
        .Select(p => $"{p.User} → {p.Used}").Distinct().Order(StringComparer.Ordinal);

    /// <summary>The folder below the root that a type stands in; null for the few types of the root itself.</summary>
    private static string? PartOf(Type type, string root) =>
        type.Namespace is { } space && space.StartsWith(root + ".", StringComparison.Ordinal) ? space[(root.Length + 1)..].Split('.')[0] : null;
}
