using Xueheng.Engines.Text;

namespace Xueheng.Engines.Tests.Text;

/// <summary>Which numbers are figures, what they count and how they compare.</summary>
public sealed class FigureTests
{
    [Theory]
    [InlineData("新建、改扩建学校26所;新增学位10600个。", "新建、改扩建学校=26所", "新增学位+10600个")]
    [InlineData("3年内实现普惠性幼儿园、省市优质园在园幼儿覆盖率分别提高到90%、95%以上。", "普惠性幼儿园在园幼儿覆盖率≥90%", "省市优质园在园幼儿覆盖率≥95%")]
    [InlineData("累计完成28所学校623个教室的健康灯、17所学校131个教室的多媒体设备。", "健康灯学校=28所", "健康灯教室=623个", "多媒体设备学校=17所", "多媒体设备教室=131个")]
    [InlineData("获得职业院校技能大赛19金(其中国家级4金)、35银、44铜。", "职业院校技能大赛=19金", "职业院校技能大赛国家级=4金", "职业院校技能大赛=35银", "职业院校技能大赛=44铜")]
    [InlineData("普惠园、公办园占比为90%、55%以上。", "普惠园占比≥90%", "公办园占比≥55%")]
    [InlineData("小学、初中班额分别控制在45人、50人以内。", "小学班额≤45人", "初中班额≤50人")]
    [InlineData("累计投入17.56亿元。", "投入=17.56亿元")]
    [InlineData("新增学位10,600个。", "新增学位+10600个")]
    [InlineData("公办园在园幼儿占比不低于百分之六十。", "公办园在园幼儿占比≥60%")]
    [InlineData("建成三所省级示范性普通高中。", "省级示范性普通高中=3所")]
    [InlineData("新建幼儿园两所。", "新建幼儿园=2所")]
    [InlineData("学科类培训机构压减至4家,压减率达95%。", "学科类培训机构≤4家", "压减率≥95%")]
    [InlineData("巩固率由98.5%提高到99.5%。", "巩固率≥99.5%")]
    [InlineData("高考本科上线率提高3个百分点。", "高考本科上线率+3个百分点")]
    [InlineData("培训教师5000余人次。", "培训教师=5000人次")]
    [InlineData("维修校舍3.2万平方米。", "维修校舍=3.2万平方米")]
    [InlineData("组建8个教育集团。", "组建教育集团=8个")]
    [InlineData("辍学率控制在0.2%以下。", "辍学率≤0.2%")]
    [InlineData("市级及以上文明校园34所。", "市级及以上文明校园=34所")]
    [InlineData("体育特色学校(含足球、篮球)55所。", "体育特色学校=55所")]
    public void Figures_are_found_with_what_they_count(string sentence, params string[] expected)
    {
        var found = ReadDocument.Run(sentence, Shipped.Rules, new DateOnly(2024, 1, 1)).Commitments;

        Assert.Equal(expected, found.Select(c => $"{c.Subject}{Sign(c.Comparison)}{c.Value}{c.Unit}"));
    }

    [Theory]
    [InlineData("开展教育系统“十大行动”，紧扣六个聚焦，重点抓好三个方面。")]
    [InlineData("实施新入职教师“一三五”培养工程，一年合格、三年骨干、五年优秀。")]
    [InlineData("落实“双减”和两个只增不减，推进三全育人。")]
    [InlineData("2023年2月7日印发第13版，联系电话0523-82731696。")]
    [InlineData("三位同学分享了体会。")]
    [InlineData("坚持每周召开1次例会。")]
    [InlineData("据统计，全国共有幼儿园27.4万所。")]
    [InlineData("荣获第3名，排名前10名。")]
    [InlineData("根据教督〔2017〕6号文件要求。")]
    [InlineData("3个月内完成整改。")]
    [InlineData("总结一校一品经验，发挥一把手作用。")]
    public void Numbers_that_promise_nothing_are_no_figures(string sentence) =>
        Assert.DoesNotContain(ReadDocument.Run(sentence, Shipped.Rules, new DateOnly(2024, 1, 1)).Commitments, c => c.Value is not null);

    private static string Sign(Comparison? comparison) => comparison switch { Comparison.AtLeast => "≥", Comparison.AtMost => "≤", Comparison.IncreaseBy => "+", _ => "=" };
}
