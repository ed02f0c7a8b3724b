using System.Text.RegularExpressions;

namespace Xueheng.Tests.Architecture;

/// <summary>The house style, as far as a machine can read it.</summary>
public sealed partial class SourceTests
{
    private static readonly string[] Roots = ["src", "tests", "bench"];

    private static readonly string[] BannedFolders =
        ["Common", "Utils", "Util", "Utilities", "Helpers", "Helper", "Managers", "Models", "Dto", "Dtos", "Services", "Interfaces", "Base", "Core", "Misc", "Shared", "Impl"];

    private static readonly (string Path, string Text)[] Sources =
    [
        .. Roots.Select(r => Path.Combine(Repository.Root, r)).Where(Directory.Exists)
            .SelectMany(r => Directory.EnumerateFiles(r, "*", SearchOption.AllDirectories))
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".razor", StringComparison.Ordinal))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(f => (Path.GetRelativePath(Repository.Root, f), File.ReadAllText(f))),
    ];

    [Fact]
    public void No_folder_is_named_after_what_it_is_not()
    {
        var banned = Sources.SelectMany(s => s.Path.Split('/')[..^1]).Distinct().Where(BannedFolders.Contains).ToList();
        Assert.True(banned.Count == 0, "Name the folder after the idea in it: " + string.Join(", ", banned));
    }

    [Fact]
    public void No_type_is_named_Manager_or_Helper()
    {
        var banned = Sources.SelectMany(s => BannedType().Matches(s.Text).Select(m => $"{s.Path}: {m.Groups[1].Value}")).ToList();
        Assert.True(banned.Count == 0, "Name the type after what it does: " + string.Join(", ", banned));
    }

    [Fact]
    public void Files_stay_short_enough_to_read_at_once()
    {
        var engines = Path.Combine("src", "Xueheng.Engines");
        var longer = Sources
            .Where(s => s.Path.StartsWith("src", StringComparison.Ordinal))
            .Select(s => (s.Path, Lines: s.Text.Count(c => c == '\n'), Limit: s.Path.StartsWith(engines, StringComparison.Ordinal) ? 450 : 300))
            .Where(s => s.Lines > s.Limit).Select(s => $"{s.Path} ({s.Lines})").ToList();
        Assert.True(longer.Count == 0, "Look for the second idea in it: " + string.Join(", ", longer));
    }

    [Fact]
    public void Tests_are_never_skipped_and_never_mocked()
    {
        var wrong = Sources.Where(s => s.Path.StartsWith("tests", StringComparison.Ordinal) && SkippedOrMocked().IsMatch(s.Text)).Select(s => s.Path).ToList();
        Assert.True(wrong.Count == 0, "A test runs, on the real thing: " + string.Join(", ", wrong));
    }

    [Fact]
    public void No_warning_is_switched_off_without_a_reason()
    {
        var wrong = Sources.Where(s => !s.Path.EndsWith("SourceTests.cs", StringComparison.Ordinal)).SelectMany(s => s.Text.Split('\n')
            .Where(line => Suppression().IsMatch(line) && !line.Contains("Justification", StringComparison.Ordinal) && !line.Contains("// ", StringComparison.Ordinal))
            .Select(line => $"{s.Path}: {line.Trim()}")).ToList();
        Assert.True(wrong.Count == 0, "Say why on the same line: " + string.Join("; ", wrong));
    }

    [GeneratedRegex(@"^\s*(?:public|internal|private|file|protected)[\w ]*\b(?:class|record|struct|interface)\s+(\w*(?:Manager|Helpers?|Utils?|Utilities|Impl|Dto|Service|Wrapper)|\w+Repository)\b", RegexOptions.Multiline)]
    private static partial Regex BannedType();

    [GeneratedRegex(@"\bSkip(?:Unless|When|Type)?\s*=\s*""?|\bAssert\.Skip|\busing (?:Moq|NSubstitute|FakeItEasy)\b")]
    private static partial Regex SkippedOrMocked();

    [GeneratedRegex(@"#pragma warning disable|\[(?:assembly: )?SuppressMessage|<NoWarn>")]
    private static partial Regex Suppression();
}
