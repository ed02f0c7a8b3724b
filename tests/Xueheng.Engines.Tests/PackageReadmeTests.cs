using System.Text.RegularExpressions;
using Xueheng.Engines.Examples;

namespace Xueheng.Engines.Tests;

/// <summary>The page a stranger reads about the package says what the package does.</summary>
public sealed partial class PackageReadmeTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Package");

    [Fact]
    public void Each_example_writes_what_the_page_says_it_writes()
    {
        var said = Blocks("text");
        Assert.Equal(Every.Example.Count, said.Count);
        foreach (var ((name, run), text) in Every.Example.Zip(said))
        {
            var written = new StringWriter { NewLine = "\n" };
            run(written);
            Assert.True(text == written.ToString().TrimEnd(), $"{name} writes:\n{written}");
        }
    }

    [Fact]
    public void Each_block_of_code_on_the_page_stands_in_an_example_that_is_compiled()
    {
        List<string> sources = [.. Directory.GetFiles(Folder, "*.cs").Select(f => Plain(File.ReadAllText(f)))];
        Assert.Equal(Every.Example.Count, Blocks("csharp").Count);
        Assert.All(Blocks("csharp"), block => Assert.Contains(sources, s => s.Contains(Plain(block), StringComparison.Ordinal)));
    }

    private static List<string> Blocks(string language) =>
        [.. Block().Matches(File.ReadAllText(Path.Combine(Folder, "README.md"))).Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value.TrimEnd())];

    /// <summary>Without indentation.</summary>
    private static string Plain(string code) => string.Join('\n', code.Split('\n').Select(l => l.Trim()));

    [GeneratedRegex("```(\\w+)\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
