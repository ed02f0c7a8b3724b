using Xueheng.Engines.Text;

namespace Xueheng.Engines.Tests.Text;

/// <summary>What cleaning takes out and what it leaves, and that every clean character knows where it came from.</summary>
public sealed class CleaningTests
{
    [Theory]
    [InlineData("堅(jiān)持高標(biāo)準(zhǔn)", "坚持高标准")]
    [InlineData("大會(huì )精神", "大会精神")]
    [InlineData("教育（jiào yù）工作", "教育工作")]
    [InlineData("教(ㄐㄧㄠˋ)育(ㄩˋ)工作", "教育工作")]
    [InlineData("改善(shan4)办学条件", "改善办学条件")]
    [InlineData("建设(de)学校", "建设学校")]
    [InlineData("执(zhí)著(zhù)的坚守，著名學者，顯著提高", "执着的坚守，著名学者，显著提高")]
    [InlineData("乾隆年間的学校要乾淨", "乾隆年间的学校要干净")]
    [InlineData("推進學?;A(chǔ)能力", "推进学□能力")]
    [InlineData("建设教?强县", "建设教□强县")]
    [InlineData("学校怎么办?我们回答", "学校怎么办?我们回答")]
    [InlineData("覆盖率达１００％", "覆盖率达100%")]
    [InlineData("覆盖率达100%o截至目前", "覆盖率达100%。截至目前")]
    [InlineData("新 建 学 校 1 2 所", "新建学校12所")]
    [InlineData("新增学位 3000 个，改善条件", "新增学位3000个，改善条件")]
    [InlineData("学校(含分校)3所", "学校(含分校)3所")]
    [InlineData("使用 APP (app) 打卡", "使用APP(app)打卡")]
    public void Characters_are_mended(string given, string clean) => Assert.Equal(clean, CleanText.Passage(given, Shipped.Rules).ToString());

    [Fact]
    public void Pages_of_a_sharing_site_are_joined_where_they_cut_a_sentence()
    {
        const string given = "1、我局始终牢记初心。要牢记使命,坚\n\n2、持党的领导,新建学校3\n\n3、所。完善机制,建立台账。\n";

        Assert.Equal("我局始终牢记初心。要牢记使命,坚持党的领导,新建学校3所。完善机制,建立台账。", CleanText.Run(given, Shipped.Rules).ToString());
    }

    [Fact]
    public void Items_of_a_list_are_not_joined()
    {
        const string given = "1、新建学校3所。\n2、改造食堂5个。\n3、建立工作台账。\n";

        Assert.Equal(["新建学校3所。", "改造食堂5个。", "建立工作台账。"], ReadDocument.Run(given, Shipped.Rules).Sentences.Select(s => s.Text));
    }

    [Theory, MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void Cleaning_clean_text_changes_nothing(string name)
    {
        var once = CleanText.Run(Shipped.Document(name), Shipped.Rules).ToString();

        Assert.Equal(once, CleanText.Run(once, Shipped.Rules).ToString());
    }

    [Theory, MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void Offsets_point_at_the_very_text(string name)
    {
        var text = Shipped.Document(name);
        var reading = ReadDocument.Run(text, Shipped.Rules);

        Assert.All(reading.Sentences, s => Assert.Equal(s.Text, CleanText.Passage(s.At.Of(text), Shipped.Rules).ToString()));
        Assert.All(reading.Commitments.Where(c => c.Figure is not null), c => Assert.Equal(c.FigureInText!.Value.Of(c.Text), CleanText.Passage(c.Figure!.Value.Of(text), Shipped.Rules).ToString()));
        Assert.All(reading.Sections, s => Assert.Contains(s.Title, CleanText.Passage(s.Heading.Of(text), Shipped.Rules).ToString(), StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Shipped.Names), MemberType = typeof(Shipped))]
    public void Body_and_noise_are_the_whole_document(string name)
    {
        var text = Shipped.Document(name);
        var reading = ReadDocument.Run(text, Shipped.Rules);
        var covered = new bool[text.Length];
        foreach (var span in reading.Noise.Concat(Enumerable.Range(0, reading.Text.Length).Select(i => reading.Text.Original(i, i + 1))))
        {
            covered.AsSpan(span.Start, span.Length).Fill(true);
        }

        Assert.DoesNotContain(Enumerable.Range(0, text.Length), i => !covered[i] && !char.IsWhiteSpace(text[i]));
    }
}
