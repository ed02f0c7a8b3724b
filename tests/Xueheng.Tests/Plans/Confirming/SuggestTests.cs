using Xueheng.Census;
using Xueheng.Plans;
using Xueheng.Plans.Measuring;
using Xueheng.Tests.Facts;

namespace Xueheng.Tests.Plans.Confirming;

public sealed class SuggestTests
{
    private static readonly MetricCatalogue Catalogue = new(CountyBuilder.Packs);

    [Theory]
    [InlineData("普惠性幼儿园在园幼儿覆盖率", "%", null, "indicator:preschool-universal-2020/1.2")]
    [InlineData("各类名优教师", "人", null, "fact:teachers.backbone")]
    [InlineData("小学骨干教师", "名", Stage.Primary, "fact:teachers.backbone@primary")]
    [InlineData("义务教育巩固率", "%", null, "indicator:quality-balance-2017/Q1")]
    [InlineData("公办园在园幼儿占比", "%", null, "indicator:preschool-universal-2020/1.3")]
    [InlineData("学前三年毛入园率", "%", null, "indicator:preschool-universal-2020/1.1")]
    [InlineData("新增多媒体教室", "个", null, "fact:rooms.multimedia")]
    public void A_subject_suggests_the_figure_it_speaks_of(string subject, string unit, Stage? stage, string metric) =>
        Assert.Equal(metric, Catalogue.Suggest(subject, stage, unit)[0].Metric.ToString());

    [Theory]
    [InlineData("建立问题清单台账")]
    [InlineData("投入资金")]
    [InlineData("")]
    public void A_subject_of_something_else_suggests_nothing(string subject) => Assert.Empty(Catalogue.Suggest(subject, null, null));

    [Theory]
    [InlineData("普惠性幼儿园在园幼儿覆盖率", "%", "indicator:preschool-universal-2020/1.2")]
    [InlineData("各类名优教师", "人", "fact:teachers.backbone")]
    [InlineData("省市优质园在园幼儿覆盖率", "%", null)]
    [InlineData("各类名优教师", "%", null)]
    [InlineData("名优教师培养工程投入", null, null)]
    public void Only_what_is_surely_meant_is_offered_to_be_accepted_at_once(string subject, string? unit, string? metric) =>
        Assert.Equal(metric, Catalogue.Likely(subject, null, unit)?.Metric.ToString());

    [Theory]
    [InlineData("骨干", "fact:teachers.backbone")]
    [InlineData("普惠 覆盖", "indicator:preschool-universal-2020/1.2")]
    [InlineData("教学仪器 差异", "disparity:quality-balance-2017/L6@primary")]
    [InlineData("teachers.backbone", "fact:teachers.backbone")]
    public void Every_indicator_and_fact_is_found_by_words_of_its_name(string words, string metric) =>
        Assert.Contains(metric, Catalogue.Search(words).Select(d => d.Metric.ToString()));

    [Theory]
    [InlineData("fact:nothing", "没有事实")]
    [InlineData("fact:pupils.graduates@primary", "没有小学的数")]
    [InlineData("fact:equipment.books@primary", "不分学段")]
    [InlineData("indicator:quality-balance-2017/L1", "请选择学段")]
    [InlineData("indicator:quality-balance-2017/L1@senior", "没有高中的标准")]
    [InlineData("indicator:quality-balance-2017/G1", "由人判断")]
    [InlineData("indicator:quality-balance-2099/G1", "没有标准")]
    public void What_no_pack_has_is_refused_with_the_reason(string metric, string why) =>
        Assert.Contains(why, Catalogue.Find(Metric.Parse(metric)!).Failure!.Message, StringComparison.Ordinal);

    [Fact]
    public void Each_figure_stands_once_in_the_catalogue() =>
        Assert.Distinct(Catalogue.All.Concat(Catalogue.OfSchools).Select(d => d.Metric.ToString()));
}
