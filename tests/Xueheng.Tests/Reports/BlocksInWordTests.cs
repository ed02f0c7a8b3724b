using DocumentFormat.OpenXml.Wordprocessing;
using static Xueheng.Tests.Reports.Docx;

namespace Xueheng.Tests.Reports;

public sealed class BlocksInWordTests
{
    [Fact]
    public void A_row_with_both_markers_repeats()
    {
        var lines = Lines(Print(Rows(["序号", "学校", "值"], ["{{#each 指标 L1 小学 学校 前 3}}{{序号}}", "{{名称}}", "{{数值}}{{/each}}"], ["合计", "", "{{指标 L1 小学 学校数}}"])));
        Assert.Equal(["序号", "学校", "值", "1", "青山小学6", "5.88", "2", "青山小学5", "5.46", "3", "青山小学4", "5.04", "合计", "", "6"], lines);
    }

    [Fact]
    public void A_row_of_one_cell_repeats_when_the_markers_embrace_it() =>
        Assert.Equal(["青山初中4", "青山初中3"], Lines(Print(Rows(["{{#each 指标 L1 初中 学校 前 2}}{{名称}}{{/each}}"]))));

    [Fact]
    public void Within_one_cell_of_several_the_text_repeats_and_not_the_row() =>
        Assert.Equal(["甲", "青山初中4、青山初中3、"], Lines(Print(Rows(["甲", "{{#each 指标 L1 初中 学校 前 2}}{{名称}}、{{/each}}"]))));

    [Fact]
    public void Rows_between_marker_rows_repeat_together() =>
        Assert.Equal(
            ["小学", "6", "初中", "4", "尾", ""],
            Lines(Print(Rows(["{{#each 学段列表}}", ""], ["{{学段名}}", "{{参评学校数}}"], ["{{/each}}", ""], ["尾", ""]))));

    [Fact]
    public void Paragraphs_between_marker_paragraphs_repeat_and_nest()
    {
        var lines = Lines(Print(
            P("{{#each 学段列表}}"), P("{{序号 | 中文}}、{{学段名}}"), P("{{#each 学校指标 前 2}}"), P("{{编号}} {{上层 学段名}}"), P("{{/each}}"), P("{{/each}}"), P("完")));
        Assert.Equal(["一、小学", "L1 小学", "L2 小学", "二、初中", "L1 初中", "L2 初中", "完"], lines);
    }

    [Fact]
    public void Several_markers_may_share_a_paragraph_of_their_own() =>
        Assert.Equal(["小学", "初中"], Lines(Print(P("{{#each 学段列表}} {{#if 参评学校数 > 0}}"), P("{{学段名}}"), P("{{/if}}{{/each}}"))));

    [Fact]
    public void A_table_inside_a_repeated_block_repeats_with_it()
    {
        var lines = Lines(Print(P("{{#each 学段列表}}"), Rows(["{{#each 学校 前 1}}{{名称}}", "{{学生数}}{{/each}}"]), P("{{/each}}")));
        Assert.Equal(["青山小学1", "100", "青山初中1", "100"], lines.Where(l => l.Length > 0));
    }

    [Fact]
    public void An_empty_list_prints_what_else_says_and_a_table_without_rows_goes()
    {
        var report = Print(
            P("{{#each 变动}}{{名称}}{{else}}没有变动{{/each}}"),
            Rows(["{{#each 变动}}{{名称}}", "{{本次}}{{/each}}"]),
            P("完"));
        Assert.Equal(["没有变动", "完"], Lines(report));
        using var document = Open(report.Document);
        Assert.Empty(document.MainDocumentPart!.Document!.Body!.Elements<Table>());
    }

    [Fact]
    public void A_condition_keeps_one_branch() =>
        Assert.Equal(
            ["超", "未超", "有", "低", "甲"],
            Lines(Print(
                P("{{#if 指标 L1 小学 差异系数 > 0.1}}超{{else}}未超{{/if}}"),
                P("{{#if 指标 L1 小学 差异系数 > 50%}}超{{else}}未超{{/if}}"),
                P("{{#if 指标 L1 小学 未达标学校}}"), P("有"), P("{{else}}"), P("无"), P("{{/if}}"),
                P("{{#如果 指标 L1 小学 最低值 ＜ 指标 L1 小学 达标值}}低{{否则}}高{{/如果}}"),
                P("{{#if 非 指标 G5 结论 = 达标 且 指标 G7 结论 = meets}}甲{{else}}乙{{/if}}"))));

    [Fact]
    public void A_row_condition_keeps_or_drops_the_row() =>
        Assert.Equal(
            ["小学", "6"],
            Lines(Print(Rows(["{{#if 小学 参评学校数 > 5}}小学", "{{小学 参评学校数}}{{/if}}"], ["{{#if 初中 参评学校数 > 5}}初中", "{{初中 参评学校数}}{{/if}}"]))));

    [Fact]
    public void A_list_may_be_narrowed_by_a_condition_and_cut_short() =>
        Assert.Equal(
            ["青山小学2青山小学3", "G1G2"],
            Lines(Print(P("{{#each 小学 学校 其中 学生数 > 100 前 2}}{{名称}}{{/each}}"), P("{{#each 县级指标 其中 分组 = 政府保障程度 前 2}}{{编号}}{{/each}}"))));

    [Fact]
    public void With_steps_into_a_thing() =>
        Assert.Equal("班级学生数:未达标", Text(Print(P("{{#with 指标 G5}}{{名称}}:{{结论}}{{/with}}"))));

    [Fact]
    public void Inside_a_repeated_stage_a_field_that_names_a_stage_is_of_that_stage() =>
        Assert.Equal(
            ["6 6 4", "4 6 4"],
            Lines(Print(P("{{#each 学段列表}}"), P("{{指标 L1 学校数}} {{指标 L1 小学 学校数}} {{指标 L1 初中 学校数}}"), P("{{/each}}"))));

    [Fact]
    public void A_bookmark_in_a_repeated_block_stays_only_once()
    {
        var report = Print(P("{{#each 学段列表}}"), new Paragraph(new BookmarkStart { Id = "1", Name = "b" }, Run("{{学段名}}"), new BookmarkEnd { Id = "1" }), P("{{/each}}"));
        using var document = Open(report.Document);
        Assert.Single(document.MainDocumentPart!.Document!.Body!.Descendants<BookmarkStart>());
    }

    [Fact]
    public void Repeating_without_end_is_refused_not_tried()
    {
        var each = string.Concat(Enumerable.Repeat("{{#each 学校指标}}", 9));
        var template = Template(P(each + "{{编号}}" + string.Concat(Enumerable.Repeat("{{/each}}", 9))));
        var made = Xueheng.Reports.ReportMaker.Make(template, SampleReport.Subject(), null, SampleReport.Site, SampleReport.Now);
        Assert.Equal("XH3017", made.Failure!.Code);
    }
}
