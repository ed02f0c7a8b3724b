using Xueheng.Engines.Text;

namespace Xueheng.Engines.Tests.Text;

/// <summary>By when: what a sentence says, counted from the day of the document.</summary>
public sealed class DeadlineTests
{
    [Theory]
    [InlineData("到2025年，新建学校3所。", "2025")]
    [InlineData("2023年至2025年，新建学校3所。", "2025")]
    [InlineData("2023—2025年新建学校3所。", "2025")]
    [InlineData("“十四五”期间，新建学校3所。", "2025")]
    [InlineData("“十五五”末，新建学校3所。", "2030")]
    [InlineData("3年内新建学校3所。", "2024")]
    [InlineData("三年之内新建学校3所。", "2024")]
    [InlineData("用五年时间，新建学校3所。", "2026")]
    [InlineData("今年，新建学校3所。", "2021")]
    [InlineData("年内新建学校3所。", "2021")]
    [InlineData("明年新建学校3所。", "2022")]
    [InlineData("2022年6月底前，新建学校3所。", "2022-06")]
    [InlineData("2022年6月30日前，新建学校3所。", "2022-06-30")]
    [InlineData("12月底前新建学校3所。", "2021-12")]
    [InlineData("2022年上半年新建学校3所。", "2022-06")]
    [InlineData("新建学校3所于2022年8月竣工。", "2022-08")]
    [InlineData("到二〇二七年，新建学校3所。", "2027")]
    [InlineData("到2023年，巩固率达95%，到2025年达98%。", "2023", "2025")]
    [InlineData("近三年，新建学校3所。", null)]
    [InlineData("截至目前，新建学校3所。", null)]
    [InlineData("实施专项整治三年行动，新建学校3所。", null)]
    [InlineData("新建三年制幼儿园3所。", null)]
    [InlineData("招聘教师比2020年增加30名。", null)]
    [InlineData("新建学校3所。", null)]
    public void Deadlines_count_from_the_day_of_the_document(string sentence, params string?[]? expected) =>
        Assert.Equal(expected ?? [null], ReadDocument.Run(sentence, Shipped.Rules, new DateOnly(2021, 11, 5)).Commitments.Select(c => c.Deadline));

    [Theory]
    [InlineData("3年内新建学校3所。", null)]
    [InlineData("今年新建学校3所。", null)]
    [InlineData("到2025年新建学校3所。", "2025")]
    public void Without_a_day_what_counts_from_it_is_unknown(string sentence, string? expected) =>
        Assert.Equal(expected, Assert.Single(ReadDocument.Run(sentence, Shipped.Rules).Commitments).Deadline);

    [Fact]
    public void A_lead_in_governs_what_follows()
    {
        var reading = ReadDocument.Run("做好2023年全县教育工作，重点抓好以下工作：\n一、扩大学位供给。新建学校3所。\n二、加强队伍建设。招聘教师60名。", Shipped.Rules);

        Assert.Equal(["2023", "2023"], reading.Commitments.Select(c => c.Deadline));
    }

    [Theory]
    [InlineData("截至2022年底，建成学校3所。", CommitmentKind.Achieved, "2022")]
    [InlineData("近年来，累计建成学校3所；招聘教师60名。", CommitmentKind.Achieved, null)]
    [InlineData("力争建成学校3所。", CommitmentKind.Promised, null)]
    [InlineData("到2030年建成学校3所。", CommitmentKind.Promised, "2030")]
    [InlineData("一、2022年工作回顾\n建成学校3所。", CommitmentKind.Achieved, null)]
    public void What_was_done_is_told_from_what_will_be(string text, CommitmentKind kind, string? deadline)
    {
        var found = ReadDocument.Run(text, Shipped.Rules, new DateOnly(2023, 3, 1)).Commitments;

        Assert.All(found, c => Assert.Equal((kind, deadline), (c.Kind, c.Deadline)));
        Assert.NotEmpty(found);
    }
}
