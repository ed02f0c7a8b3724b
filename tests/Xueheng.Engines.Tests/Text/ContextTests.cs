using Xueheng.Engines.Text;

namespace Xueheng.Engines.Tests.Text;

/// <summary>What stands around a sentence decides what it is: each text with what should be found in it and nothing else.</summary>
public sealed class ContextTests
{
    [Theory]
    [InlineData("4月18日，青石县召开教育大会，会议设主会场1个，分会场14个，全县1300余名教育工作者参加会议。")]
    [InlineData("8月26日，局长马成带领3个工作组，走访了双河镇中心小学等5所学校，看望慰问了12名退休教师。")]
    [InlineData("会上，10名“最美教师”受到表彰，3所学校作经验交流。")]
    [InlineData("9月1日，石湾镇中心小学举行开学典礼，1260名师生参加。县委书记周明等6位领导出席。")]
    [InlineData("近日，第三中学举行师徒结对仪式，32对师徒现场签约。县财政近三年累计投入教育2.7亿元。", "2.7亿元")]
    [InlineData("座谈会上，8位教师代表作了发言。校长表示，学校将建设周转房120套。", "120套")]
    [InlineData("学校全年组织教师参加培训4300人次，走访学生家庭468户。", "4300人次", "468户")]
    public void Who_was_there_is_no_figure(string text, params string[] expected) => Finds(text, expected);

    [Theory]
    [InlineData("省政府意见明确，到2027年全省新增优质学位20万个，乡镇中心园公办率达到100%。我县将新建公办园18所。", "18所")]
    [InlineData("邻省某市去年新建学校40所。")]
    [InlineData("国家规定，不足100人的小规模学校按100人核定公用经费。")]
    [InlineData("2022年，全国共有学校51.85万所，在校生2.93亿人；我县建成学校43所。", "43所")]
    [InlineData("我县建成全国文明校园3所。全国文明校园达到5所。", "3所", "5所")]
    [InlineData("有专家认为，教师流失率每上升1个百分点，上线率就会下降0.6个百分点。")]
    public void Figures_of_other_places_are_none(string text, params string[] expected) => Finds(text, expected);

    [Theory]
    [InlineData("2025年教育工作情况\n一、存在问题\n城区缺学位2300个，音乐教师缺43名。\n二、下一步打算\n新增学位2700个。", "2700个")]
    [InlineData("检查发现，仍有9所学校消防设施老化，4所学校食堂留样不规范。")]
    [InlineData("规划提出的24项主要指标中，已提前完成9项。", "9项")]
    [InlineData("工作室由主持人1名、成员8至10名组成。")]
    [InlineData("撤销生源不足30人的教学点15个。", "15个")]
    [InlineData("高中部新建学生宿舍2栋。小学45人以上班额比例控制在1%以内。", "2栋", "1%")]
    [InlineData("语文、数学、英语各120分，总分820分。中考平均分提高5分。", "5分")]
    [InlineData("6月底前4所学校手续补办到位。", "4所")]
    [InlineData("平均受教育年限达到11.8年，课后服务每周不少于5天。", "11.8年", "5天")]
    public void Lacks_parts_and_kinds_are_no_figures(string text, params string[] expected) => Finds(text, expected);

    [Theory]
    [InlineData("每学期社会事务进校园不得超过5项。", Comparison.AtMost)]
    [InlineData("初中班额不高于50人。", Comparison.AtMost)]
    [InlineData("教师比例不多于15%。", Comparison.AtMost)]
    [InlineData("把乡村教师补助标准提高到每月800元。", Comparison.AtLeast)]
    [InlineData("每校建成社团10—15个。", Comparison.AtLeast)]
    [InlineData("全年组织教研活动80次左右。", Comparison.Equal)]
    [InlineData("撤并教学点，减少大校额学校3所。", Comparison.Equal)]
    public void Bounds_are_told_apart(string text, Comparison expected) =>
        Assert.Equal(expected, Assert.Single(Read(text).Commitments).Comparison);

    [Theory]
    [InlineData("各校建立教师成长档案。", true)]
    [InlineData("县教育局每季度通报一次检查结果。", true)]
    [InlineData("对不服从调配的教师，取消当年评优资格。", true)]
    [InlineData("对造成后果的，依法依规追究责任。", true)]
    [InlineData("校医配备全覆盖。", true)]
    [InlineData("集团章程由理事会制定，报县教育局备案。", true)]
    [InlineData("本办法由县教育局负责解释，自印发之日起施行。", false)]
    [InlineData("教师是立教之本、兴教之源。", false)]
    [InlineData("现就有关事项通知如下。", false)]
    public void A_plan_promises_with_its_subject_first(string sentence, bool promises)
    {
        var plan = Read($"青山县集团化办学实施方案\n一、工作机制\n校长牵头制订年度计划，报县教育局审定。{sentence}\n");

        Assert.Equal(promises, plan.Commitments.Any(c => c.Text == sentence));
    }

    [Fact]
    public void The_same_words_in_a_report_promise_nothing() =>
        Assert.Empty(Read("本报讯 4月3日，记者走进青山县一中。各校建立教师成长档案，家长纷纷点赞。").Commitments);

    [Theory]
    [InlineData("一要抓项目。县二小8月底前必须投入使用。", "县二小8月底前必须投入使用。")]
    [InlineData("同志们，使命重在担当，实干铸就辉煌。让我们同心协力！")]
    [InlineData("同时，我们要清醒地看到，还有26个班超过55人。")]
    [InlineData("特殊教育是社会文明的标尺，需要全社会共同关心。")]
    [InlineData("请您务必教育孩子，每天与孩子沟通不少于15分钟。")]
    public void Calls_and_principles_promise_nothing(string text, params string[] expected) =>
        Assert.Equal(expected, Read(text).Commitments.Select(c => c.Text));

    [Fact]
    public void An_account_goes_over_into_a_plan_at_its_headings_and_lead_ins()
    {
        var found = Read("""
            青山县关于2024年工作总结和2025年工作打算的报告
            2024年，主要抓了以下工作：
            （一）办学条件持续改善。新增运动场地3片。
            2025年，我局将着力做好以下工作：
            （一）推进布局调整。撤销教学点15个。
            """).Commitments;

        Assert.Equal([("3片", CommitmentKind.Achieved), ("15个", CommitmentKind.Promised)], found.Select(c => ($"{c.Value}{c.Unit}", c.Kind)));
    }

    [Theory]
    [InlineData("2025年9月1日，学校开学。\n限时特惠：学习机直降800元，点击抢购\n全县新建学校6所。", "6所")]
    [InlineData("学校食堂全部改造完毕，新增食堂6个。某某少儿英语，2人同行立减500元。", "6个")]
    [InlineData("县里建成食堂45所，师生很满意，家长很放心，社会反响也很好。\n【延伸阅读】泗河县新增托位650个", "45所")]
    public void Advertisements_and_teasers_inside_the_text_say_nothing(string text, params string[] expected) => Finds(text, expected);

    private static void Finds(string text, string[] expected) => Assert.Equal(expected, Read(text).Commitments.Where(c => c.Value is not null).Select(c => $"{c.Value}{c.Unit}"));

    private static Reading Read(string text) => ReadDocument.Run(text, Shipped.Rules, new DateOnly(2025, 6, 1));
}
