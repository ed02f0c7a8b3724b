using System.Text.RegularExpressions;
using Xueheng.App.Commands;
using Xueheng.Tests;

namespace Xueheng.App.Tests.Architecture;

/// <summary>The documents say what there is, and no more.</summary>
public sealed partial class DocumentTests
{
    private static readonly string[] Documents =
    [
        .. Directory.GetFiles(Repository.Root, "*.md"),
        .. Directory.GetFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories),
    ];

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void Every_command_stands_in_the_readme(string readme)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, readme));
        foreach (var command in XuehengCommand.Build().Subcommands)
        {
            Assert.True(text.Contains($"xueheng {command.Name}", StringComparison.Ordinal), $"{readme} does not mention xueheng {command.Name}");
            foreach (var sub in command.Subcommands.Select(s => s.Name))
            {
                Assert.True(
                    text.Contains($"{command.Name} {sub}", StringComparison.Ordinal) || text.Contains($"`{sub}`", StringComparison.Ordinal),
                    $"{readme} does not mention xueheng {command.Name} {sub}");
            }
        }
    }

    [Fact]
    public void Every_command_a_document_names_is_there()
    {
        var root = XuehengCommand.Build();
        var unknown = Documents.SelectMany(d => Named().Matches(File.ReadAllText(d)).Select(m => m.Groups[1].Value))
            .Distinct().Where(name => !root.Subcommands.Any(c => c.Name == name)).ToList();
        Assert.True(unknown.Count == 0, "No such command: " + string.Join(", ", unknown));
    }

    [Fact]
    public void Every_link_of_a_document_leads_to_a_file()
    {
        var broken = Documents.SelectMany(document => Link().Matches(File.ReadAllText(document))
                .Select(m => (m.Groups[1].Success ? m.Groups[1] : m.Groups[2]).Value.Split('#')[0])
                .Where(target => target.Length > 0 && !target.Contains(':', StringComparison.Ordinal))
                .Where(target => !Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, target)))
                .Select(target => $"{Path.GetRelativePath(Repository.Root, document)} → {target}"))
            .ToList();
        Assert.True(broken.Count == 0, string.Join("\n", broken));
    }

    [GeneratedRegex(@"(?:\./|`)xueheng ([a-z]+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"\]\(([^)\s]+)\)|(?:src|href)=""([^""]+)""")]
    private static partial Regex Link();
}
