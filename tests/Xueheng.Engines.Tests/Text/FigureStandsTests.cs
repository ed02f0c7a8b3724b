using Xueheng.Engines.Text;

namespace Xueheng.Engines.Tests.Text;

public sealed class FigureStandsTests
{
    [Theory]
    [InlineData("普惠率达到90%以上。", 90, "%", "90%")]
    [InlineData("普惠率达到百分之九十以上。", 90, "%", "百分之九十")]
    [InlineData("新增学位10,600余个。", 10600, "个", "10,600余个")]
    [InlineData("在校生1.2万人。", 1.2, "万人", "1.2万人")]
    [InlineData("建成三所幼儿园。", 3, "所", "三所")]
    [InlineData("先建5个,再建5所。", 5, "所", "5所")]
    public void A_figure_that_stands_is_found_where_it_stands(string sentence, double value, string unit, string where) =>
        Assert.Equal(where, FigureStands.In(sentence, (decimal)value, unit)!.Value.Of(sentence));

    [Theory]
    [InlineData("普惠率达到90%以上。", 9, "%")]
    [InlineData("普惠率达到90%以上。", 0, "%")]
    [InlineData("普惠率达到90%以上。", 90, "所")]
    [InlineData("普惠率达到90%以上。", 90, "")]
    [InlineData("新增学位10,600个。", 600, "个")]
    [InlineData("在校生1.2万人。", 2, "万人")]
    [InlineData("在校生1.2万人。", 12000, "人")]
    [InlineData("建成十三所幼儿园。", 3, "所")]
    [InlineData("建成幼儿园若干所。", 3, "所")]
    [InlineData("", 3, "所")]
    public void A_figure_that_does_not_stand_is_not(string sentence, double value, string unit) =>
        Assert.Null(FigureStands.In(sentence, (decimal)value, unit));

    [Theory, MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void Every_figure_the_reader_finds_stands(string name)
    {
        var reading = ReadDocument.Run(Shipped.Document(name), Shipped.Rules);
        var figures = reading.Commitments.Where(c => c.Value is not null).ToList();
        Assert.All(figures, c => Assert.NotNull(FigureStands.In(c.Text, c.Value!.Value, c.Unit!)));
    }
}
