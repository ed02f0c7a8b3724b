using Xueheng.Engines.Text;

namespace Xueheng.Engines.Tests.Text;

/// <summary>Lists of tasks as tables: a row is one task, its number is none of its words, its column of deadlines is the deadline.</summary>
public sealed class TableTests
{
    private const string Rows = """
        青山县2025年教育重点工作责任清单
        序号	重点工作	具体措施	责任单位	完成时限
        1	学位供给	新建小学2所；新增学位3240个	基建办	2025年8月底
        2	近视防控	出台近视防控细则	体卫艺股	2025年6月底
        3	校医	校医配备全覆盖	县卫健局	2025年12月
        4	校车安全	更新校车35辆	安全股	2025年9月10日
        """;

    [Fact]
    public void The_column_of_deadlines_is_the_deadline() => Assert.Equal(
        ["2所 2025-08", "3240个 2025-08", " 2025-06", " 2025-12", "35辆 2025-09-10"], Found(Rows));

    [Fact]
    public void Without_a_head_the_cell_that_is_a_time_is() => Assert.Equal(
        ["3600平方米 2025-07", "420株 2025-04", " 2025-06"],
        Found("1 校园道路 硬化道路3600平方米 2025年7月\n2 校园绿化 栽植乔木420株 2025年4月底\n3 家属院 完成排水管网改造 2025年6月\n"));

    [Fact]
    public void A_bracket_behind_a_sentence_says_by_when() => Assert.Equal(
        ["15所 2026-10", "3600个 2026-10", " 2026-12"],
        Found("""
            青山县2026年教育民生十件实事
            1.新建幼儿园15所，新增学位3600个。（责任单位：县教育局；完成时限：2026年10月底）
            2.中小学校医配备全覆盖。（责任单位：县卫健局；完成时限：2026年12月底）
            """));

    [Fact]
    public void A_row_keeps_its_place_in_the_document_and_cleaning_it_twice_is_cleaning_it_once()
    {
        var reading = ReadDocument.Run(Rows, Shipped.Rules);
        var row = reading.Commitments[^1];

        Assert.StartsWith("4\t校车安全\t更新校车35辆", Rows[row.At.Start..row.At.End], StringComparison.Ordinal);
        Assert.Equal("35辆", Rows[row.Figure!.Value.Start..row.Figure.Value.End]);
        var clean = reading.Text.ToString();
        Assert.Equal(clean, CleanText.Run(clean, Shipped.Rules).ToString());
    }

    private static IEnumerable<string> Found(string text) => ReadDocument.Run(text, Shipped.Rules).Commitments.Select(c => $"{c.Value}{c.Unit} {c.Deadline}");
}
