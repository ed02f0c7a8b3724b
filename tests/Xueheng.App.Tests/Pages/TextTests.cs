using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xueheng.App.Pages;
using Xueheng.Census;
using Xueheng.Standards;
using Xueheng.Tests;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Pages;

public sealed partial class TextTests(DemoSite demo)
{
    private static readonly string Source = Path.Combine(Repository.Root, "src", "Xueheng.App", "Pages");

    [Fact]
    public void Every_text_of_the_screens_has_an_English_one()
    {
        var english = English();
        var missing = Keys().Where(k => !english.ContainsKey(k.Text)).Select(k => $"{k.File}: {k.Text}").Distinct().ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
        Assert.All(Enum.GetValues<Stage>(), stage => Assert.Contains(stage.Chinese(), english.Keys));
        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.Contains(VerdictText.Of(verdict), english.Keys));
    }

    [Fact]
    public void No_English_text_is_left_over_and_each_has_the_gaps_of_the_Chinese_one()
    {
        var keys = Keys().Select(k => k.Text).Concat(Enum.GetValues<Stage>().Select(s => s.Chinese())).ToHashSet();
        Assert.All(English(), text =>
        {
            Assert.Contains(text.Key, keys);
            Assert.Equal(Gaps().Matches(text.Key).Select(m => m.Value).Order(), Gaps().Matches(text.Value).Select(m => m.Value).Order());
            Assert.DoesNotMatch("[\u4e00-\u9fff]", AllowedInEnglish().Replace(text.Value, ""));
        });
    }

    [Fact]
    public void No_text_stands_in_a_page_outside_the_translated_ones()
    {
        foreach (var file in Directory.EnumerateFiles(Source, "*.razor", SearchOption.AllDirectories))
        {
            var markup = Literals().Replace(Looked().Replace(RazorComments().Replace(File.ReadAllText(file), ""), ""), "");
            var lines = markup.Split('\n').Where(l => !l.TrimStart().StartsWith("//", StringComparison.Ordinal));
            Assert.All(lines, line => Assert.False(Chinese().IsMatch(line), $"{Path.GetFileName(file)}: {line.Trim()}"));
        }
    }

    [Fact]
    public async Task The_language_is_the_readers_and_the_address_stays()
    {
        using var visitor = (await demo.GetAsync(DatabaseKind.Sqlite)).Visitor();
        var back = Uri.EscapeDataString(DemoSite.Home + "/pupils?stage=primary");
        using var switched = await visitor.GetAsync($"/language?to=en&back={back}", TestContext.Current.CancellationToken);
        Assert.Equal(DemoSite.Home + "/pupils?stage=primary", switched.RequestMessage!.RequestUri!.PathAndQuery);
        var page = await Html.ReadAsync(switched);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Pupils", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotMatch("[\u4e00-\u9fff]", string.Join(' ', page.Headings("pupils")));
        using var outside = await visitor.GetAsync("/language?to=en&back=//example.org", TestContext.Current.CancellationToken);
        Assert.Equal("127.0.0.1", outside.RequestMessage!.RequestUri!.Host);
    }

    private static Dictionary<string, string> English() =>
        XDocument.Load(Path.Combine(Source, "Texts.en.resx")).Root!.Elements("data")
            .ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value);

    /// <summary>
    /// Every Chinese literal of the pages' sources. Failures are said by the use cases in Chinese; names of files that are
    /// handed out stay Chinese too.
    /// </summary>
    private static IEnumerable<(string File, string Text)> Keys()
    {
        foreach (var file in Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".razor", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal)))
        {
            var source = Comments().Replace(RazorComments().Replace(File.ReadAllText(file), ""), "");
            source = Failures().Replace(source, "");
            foreach (var text in Looked().Matches(source).Select(m => m.Groups[1].Value).Concat(
                Literals().Matches(source).Select(m => m.Value[1..^1]).Where(t => Chinese().IsMatch(t) && !NoText().IsMatch(t))))
            {
                yield return (Path.GetFileName(file), text);
            }
        }
    }

    [GeneratedRegex(@"\b(?:L|text)\[""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Looked();

    [GeneratedRegex(@"""(?:[^""\\\n]|\\.)*""")]
    private static partial Regex Literals();

    [GeneratedRegex(@"[<=@\[\]]|\.(xlsx|docx)$")]
    private static partial Regex NoText();

    [GeneratedRegex(@"new Failure\([^;]*?""\)")]
    private static partial Regex Failures();

    [GeneratedRegex(@"^\s*///?.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComments();

    [GeneratedRegex("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Gaps();

    /// <summary>Names of sheets, which are Chinese in every workbook, and the name of the other language.</summary>
    [GeneratedRegex("学段|资源|中文")]
    private static partial Regex AllowedInEnglish();
}
