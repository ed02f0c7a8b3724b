using Xueheng.Packs;
using Xueheng.Plans.Documents;

namespace Xueheng.Tests.Plans.Documents;

/// <summary>The words of the reader are packs: one of the bureau's own replaces a shipped one, and what does not hold is told with its line.</summary>
public sealed class ReadingRulesTests
{
    private static string Packs => Path.Combine(AppContext.BaseDirectory, "packs");

    [Theory]
    [InlineData("figures.yaml", "multipliers: ", "multiplier: ", "不认识 multiplier，是不是想写 multipliers？")]
    [InlineData("figures.yaml", "share_units: [\"%\", \"‰\", 个百分点, 百分点, 成]", "share_units: %", "不是有效的 YAML")]
    [InlineData("commitments.yaml", "  十四五: 2025", "  十四五: 二〇二五", "“二〇二五”不是数字")]
    [InlineData("commitments.yaml", "  明年: 1", "  明年: 100", "“100”应当是")]
    [InlineData("commitments.yaml", "  primary: ", "  primery: ", "“primery”应当是")]
    [InlineData("furniture.yaml", "questions: [", "questions: []\nothers: [", "questions 是空的")]
    [InlineData("traditional.yaml", "characters: >-\n", "characters: >-\n  国國\n", "既是繁体又是简体")]
    [InlineData("traditional.yaml", "phrases:\n", "phrases:\n  教學: 教\n", "字数不同")]
    public void A_pack_that_does_not_hold_is_told_with_file_and_line(string file, string was, string becomes, string reason)
    {
        var text = File.ReadAllText(Path.Combine(Packs, "text", file));
        Assert.Contains(was, text, StringComparison.Ordinal);
        using var own = new OwnPacks(file, text.Replace(was, becomes, StringComparison.Ordinal));

        var wrong = Assert.Throws<PackException>(() => ReadReadingRules.From(Packs, own.Folder));

        Assert.Contains(reason, wrong.Message, StringComparison.Ordinal);
        Assert.Matches($@"text/{file} 第 \d+ 行", wrong.Message);
    }

    [Fact]
    public void A_pack_of_the_bureau_s_own_replaces_the_shipped_one()
    {
        var text = File.ReadAllText(Path.Combine(Packs, "text", "figures.yaml"));
        using var own = new OwnPacks("figures.yaml", text.Replace("units:\n", "units:\n  - 顷\n", StringComparison.Ordinal));

        Assert.Contains("顷", ReadReadingRules.From(Packs, own.Folder).Figures.Units.Words);
        Assert.DoesNotContain("顷", ReadReadingRules.From(Packs, null).Figures.Units.Words);
    }

    private sealed class OwnPacks : IDisposable
    {
        public OwnPacks(string file, string text)
        {
            Directory.CreateDirectory(Path.Combine(Folder, "text"));
            File.WriteAllText(Path.Combine(Folder, "text", file), text);
        }

        public string Folder { get; } = Path.Combine(Path.GetTempPath(), Guid.CreateVersion7().ToString());

        public void Dispose() => Directory.Delete(Folder, recursive: true);
    }
}
