using Xueheng.Census;
using Xueheng.Packs;

namespace Xueheng.Tests.CensusImports;

public sealed class CheckRulesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("xueheng-rules-");

    private static string Shipped => Path.Combine(AppContext.BaseDirectory, "packs");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_bureau_changes_severities_and_limits_and_adds_comparisons()
    {
        var rules = Load("""
            rules:
              - { code: XH1503, severity: error, importance: high, parameters: { share: 0.5 } }
              - { code: XH1404, severity: warning }
              - { code: XH1614, severity: off }
            comparisons:
              - { code: U01, name: 图书, severity: warning, importance: low, left: equipment.books, op: ">=", number: 100, introduction: a, recommendation: b, message: "图书 {value}" }
            """);
        Assert.Equal((Severity.Error, Importance.High, 0.5m, 10m),
            (rules[CheckKind.Jump].Severity, rules[CheckKind.Jump].Importance, rules[CheckKind.Jump]["share"], rules[CheckKind.Jump]["least"]));
        Assert.Equal(Severity.Warning, rules[CheckKind.BirthOfIdentity].Severity);
        Assert.Null(rules.Find("XH1614")!.Severity);
        Assert.Equal("图书 99", rules.Find("U01")!.Say("99", "100", "", "", ""));
        Assert.NotEqual(CheckRules.Load(Shipped, null, CensusDesk.Packs.Facts).Hash, rules.Hash);
    }

    [Theory]
    [InlineData("rules: [{ code: XH1301, severity: warning }]", "XH1301 只能是 error")]
    [InlineData("rules: [{ code: XH9999, severity: error }]", "没有代码为 XH9999 的规则")]
    [InlineData("rules: [{ code: XH1404, severty: error }]", "不认识 severty")]
    [InlineData("rules: [{ code: XH1404, severity: fatal }]", "fatal")]
    [InlineData("comparisons: [{ code: U01, name: a, severity: error, importance: low, left: no.such, op: '<', number: 1, introduction: a, recommendation: b, message: c }]", "没有叫做 no.such 的事实")]
    [InlineData("comparisons: [{ code: U01, name: a, severity: error, importance: low, left: pupils, op: '~', number: 1, introduction: a, recommendation: b, message: c }]", "op")]
    [InlineData("comparisons: [{ code: U01, name: a, severity: error, importance: low, left: pupils, op: '<', introduction: a, recommendation: b, message: c }]", "right 和 number")]
    [InlineData("comparisons: [{ code: XH1601, name: a, severity: error, importance: low, left: pupils, op: '<', number: 1, introduction: a, recommendation: b, message: c }]", "XH1601 重复")]
    public void What_does_not_hold_is_refused_with_its_reason(string yaml, string reason)
    {
        var wrong = Assert.Throws<PackException>(() => Load(yaml));
        Assert.Contains(reason, wrong.Message, StringComparison.Ordinal);
        Assert.StartsWith(Path.Combine(_folder.FullName, "census", "rules.yaml") + " 第 ", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_explains_itself_in_Chinese() => Assert.All(CensusDesk.Packs.Checks.All, rule =>
    {
        Assert.Matches("^XH1[1-6][0-9]{2}$", rule.Code);
        Assert.All([rule.Name, rule.Introduction, rule.Recommendation, rule.Message], text => Assert.Matches(@"[\p{IsCJKUnifiedIdeographs}]{2}", text));
    });

    private CheckRules Load(string yaml)
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "census"));
        File.WriteAllText(Path.Combine(_folder.FullName, "census", "rules.yaml"), yaml);
        return CheckRules.Load(Shipped, _folder.FullName, CensusDesk.Packs.Facts);
    }
}
