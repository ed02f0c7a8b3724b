using static Xueheng.Tests.Reports.Docx;

namespace Xueheng.Tests.Reports;

public sealed class TemplateErrorTests
{
    [Fact]
    public void Everything_wrong_is_told_at_once_with_the_text_around()
    {
        var wrong = Wrong(
            P("小学平均为{{ 指标 L9 小学 均值 }}人"),
            P("初中{{ 指标 L1 初中 平均数 }}"),
            P("{{#each 学段列表}}"), P("{{均值}}"), P("{{/each}}"),
            P("{{#if 指标 L1 小学 未达标学校}}"), P("{{ 指标 L1 小学 均值 | 0,00 }}"), P("{{/if}}"));

        Assert.StartsWith("XH3010 模板“t.docx”有 4 处要改：", wrong, StringComparison.Ordinal);
        Assert.Contains("不认识“L9”", wrong, StringComparison.Ordinal);
        Assert.Contains("不认识“平均数”", wrong, StringComparison.Ordinal);
        Assert.Contains("正文“{{ 指标 L1 小学 均值 | 0,00 }}”：不认识格式“0,00”", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_fields_are_found_in_branches_that_would_not_print()
    {
        var wrong = Wrong(
            P("小学平均为{{ 指标 L9 小学 均值 }}人"),
            P("初中{{ 指标 L1 初中 平均数 }}"),
            P("{{#each 变动}}{{均值}}{{else}}{{全县学校}}{{/each}}"),
            P("{{#if 小学 学校数 = 0}}{{序号}}{{else}}{{乡镇}}{{/if}}"));

        Assert.StartsWith("XH3010 模板“t.docx”有 6 处要改：", wrong, StringComparison.Ordinal);
        Assert.Contains("（1）正文“小学平均为{{ 指标 L9 小学 均值 }}人”：不认识“L9”，指标可用的字段有：指标编号", wrong, StringComparison.Ordinal);
        Assert.Contains("（2）正文“初中{{ 指标 L1 初中 平均数 }}”：不认识“平均数”，指标（学段）可用的字段有：编号、名称", wrong, StringComparison.Ordinal);
        Assert.Contains("“序号”只能用在重复段里面", wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ 县名", "字段没有写完，缺少 }}")]
    [InlineData("县名 }}", "多出 }}")]
    [InlineData("{{ 县名 {{学年}}", "字段没有写完又开始了另一个")]
    [InlineData("{{ }}", "花括号里没有写字段")]
    [InlineData("{{ 县名 | }}", "“|”前面写字段，后面写一个格式")]
    [InlineData("{{ 县名 | 0.00 }}", "“县名”不能用格式“0.00”")]
    [InlineData("{{ 县名 名称 }}", "“县名”后面不能再写“名称”")]
    [InlineData("{{ 指标 L1 小学 }}", "后面还要写字段名")]
    [InlineData("{{ 变动 }}", "要用 {{#each}} 逐个写")]
    [InlineData("{{#each 县名}}x{{/each}}", "“县名”不是列表")]
    [InlineData("{{#each 变动 前 零}}x{{/each}}", "“前”后面要写正整数")]
    [InlineData("{{#if 县名 > 3 > 2}}x{{/if}}", "一个条件只能有一个比较")]
    [InlineData("{{#if 学校总数 > 很多}}x{{/if}}", "“>”右边要写数")]
    [InlineData("{{#if 县名 = \"青山}}x{{/if}}", "引号没有成对")]
    [InlineData("{{#when 县名}}x{{/when}}", "不认识“#when”")]
    [InlineData("{{#if 县名}}x", "没有对应的 {{/if}}")]
    [InlineData("x{{/each}}", "没有对应的开始标记")]
    [InlineData("{{#each 变动}}{{#if 名称}}x{{/each}}{{/if}}", "没有对应的开始标记")]
    [InlineData("x{{else}}y", "{{else}} 不在 {{#if}} 或 {{#each}} 里面")]
    [InlineData("{{chart L1}}", "图要写指标编号和学段")]
    [InlineData("{{chart cv L1}}", "不认识“L1”")]
    [InlineData("{{chart L1 小学 | 大}}", "图的大小“大”应当像 15.6x7.2")]
    [InlineData("前{{sources}}", "要单独成段")]
    [InlineData("{{上层 县名}}", "“上层”只能用在重复段里面")]
    public void A_mistake_is_told_in_words(string text, string wrong) => Assert.Contains(wrong, Wrong(P(text)), StringComparison.Ordinal);

    [Fact]
    public void Markers_of_different_rows_and_cells_may_not_cross()
    {
        Assert.Contains("整行的条件里不能写", Wrong(Rows(["{{#each 变动}}", "{{else}}", "{{名称}}{{/each}}"])), StringComparison.Ordinal);
        Assert.Contains("要重复几行，就把标记单独放在一行", Wrong(Rows(["{{#each 变动}}{{名称}}", "x"], ["{{/each}}", "y"])), StringComparison.Ordinal);
        Assert.Contains("没有对应的 {{/each}}", Wrong(P("段首{{#each 变动}}"), P("{{名称}}"), P("{{/each}}")), StringComparison.Ordinal);
    }
}
