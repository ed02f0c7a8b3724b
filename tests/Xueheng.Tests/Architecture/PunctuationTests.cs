using System.Text.RegularExpressions;
using System.Xml.Linq;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace Xueheng.Tests.Architecture;

/// <summary>What people read in Chinese has Chinese marks: commas, colons, semicolons and brackets beside Chinese characters are full-width.</summary>
public sealed partial class PunctuationTests
{
    [Fact]
    public void Sentences_of_the_program_have_Chinese_marks()
    {
        var wrong = new List<string>();
        foreach (var file in Files("src", ".cs").Concat(Files("src", ".razor")).Where(f => !f.Contains("Migrations", StringComparison.Ordinal)))
        {
            foreach (var (line, number) in File.ReadLines(file).Select((line, i) => (line, i + 1)).Where(l => !l.line.TrimStart().StartsWith("//", StringComparison.Ordinal)))
            {
                wrong.AddRange(Literals().Matches(line).Select(m => Holes().Replace(m.Value[1..^1], "")).Where(Mixed).Select(text => $"{file}:{number}: {text}"));
            }
        }

        Assert.Equal([], wrong);
    }

    [Fact]
    public void Texts_of_the_screens_have_Chinese_marks() => Assert.Equal([], XDocument
        .Load(Path.Combine(Repository.Root, "src", "Xueheng.App", "Pages", "Texts.en.resx")).Root!.Elements("data")
        .Select(d => d.Attribute("name")!.Value).Where(text => Mixed(Holes().Replace(text, ""))));

    /// <summary>All but the word lists that documents as found are read with, and plans, which keep the sentences of their documents.</summary>
    [Fact]
    public void Sentences_of_the_packs_have_Chinese_marks()
    {
        var wrong = new List<string>();
        foreach (var file in Files("packs", ".yaml").Where(f => !AsFound().IsMatch(f)))
        {
            var scanner = new Scanner(new StringReader(File.ReadAllText(file)));
            while (scanner.MoveNext())
            {
                if (scanner.Current is Scalar { Value: var text } scalar && Mixed(text))
                {
                    wrong.Add($"{file}:{scalar.Start.Line}: {text}");
                }
            }
        }

        Assert.Equal([], wrong);
    }

    [Theory]
    [InlineData("错误 0 个,警告 0 个", true)]
    [InlineData("数据文件夹(SQLite 文件、附件、密钥)", true)]
    [InlineData("写不了:原因", true)]
    [InlineData("没有;请补上", true)]
    [InlineData("错误 0 个，警告 0 个（共 1:19）", false)]
    [InlineData("教学仪器设备值(万元)", false)]
    [InlineData("二年级(1)班", false)]
    [InlineData("见 https://example.org/甲,乙", false)]
    [InlineData("Host=127.0.0.1;Database=x", false)]
    public void A_mark_of_the_wrong_width_is_found(string text, bool wrong) => Assert.Equal(wrong, Mixed(text));

    private static bool Mixed(string text) => Ideograph().IsMatch(text) && HalfWidth().IsMatch(Allowed().Replace(text, ""));

    private static IEnumerable<string> Files(string folder, string ending) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), "*" + ending, SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex("[\u4e00-\u9fff]")]
    private static partial Regex Ideograph();

    [GeneratedRegex("[\u4e00-\u9fff，。；：、“”）《》…] ?[,:;!?(]|[,:;!?)] ?[\u4e00-\u9fff“《（]")]
    private static partial Regex HalfWidth();

    /// <summary>Headings with their unit, names of classes, addresses, fields of templates, YAML and identifiers quoted in a sentence.</summary>
    [GeneratedRegex(@"\((㎡|万元)\)|\(\d*\)班|https?://\S*|\{\{.*?\}\}|键: 值|\b[a-z]+:(?=[\u4e00-\u9fff])")]
    private static partial Regex Allowed();

    [GeneratedRegex(@"packs[\\/](text|plans)[\\/]")]
    private static partial Regex AsFound();

    [GeneratedRegex("\"(?:[^\"\\\\\n]|\\\\.)*\"")]
    private static partial Regex Literals();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Holes();
}
