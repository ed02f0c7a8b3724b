using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Standards;

/// <summary>The thresholds of one indicator in one stage.</summary>
public sealed record IndicatorThreshold(Indicator Indicator, Stage Stage, Threshold Threshold);

/// <summary>Indicators of a school as a standard defines them.</summary>
internal sealed class IndicatorDefinitionList(Measured measured, IStringLocalizer<Texts> text) : ListSource<IndicatorThreshold>("indicator-definitions")
{
    public override bool NeedsPublished => false;

    public override Task<Outcome<Listing<IndicatorThreshold>>> OpenAsync(ListAt at, CancellationToken cancellation) => Task.FromResult(Open(at));

    private Outcome<Listing<IndicatorThreshold>> Open(ListAt at) => measured.Standard(at["standard"]) is not { } standard
        ? new Failure("XH4001", "没有这个标准，请从“标准说明”里选择")
        : new MemoryListing<IndicatorThreshold>(
            Name,
            "学校指标",
            [
                new("id", "编号", r => r.Indicator.Id),
                new("name", "指标", r => r.Indicator.Named()) { Wraps = true },
                new("unit", "单位", r => r.Indicator.Unit),
                new("stage", "学段", r => r.Stage),
                new("threshold", "达标线", r => r.Threshold.AtLeast) { Number = true },
                new("floor", "85% 下限", r => r.Threshold.Floor) { Number = true },
                new("limit", "差异系数限值", r => r.Threshold.DisparityLimit) { Number = true },
                new("words", "怎样计算", r => r.Indicator.Words) { Wraps = true },
                new("source", "依据", r => r.Indicator.Source),
                new("confirmed", "核对", r => ConfirmedText.Of(r.Indicator.Confirmed)) { Translated = true },
                new("note", "备注", r => r.Indicator.Note) { Wraps = true, Extra = standard.Indicators.All(i => i.Note is null) },
                new("why", "为什么要紧", r => r.Indicator.Why) { Wraps = true, Extra = true },
                new("todo", "不达标怎么办", r => r.Indicator.ToDo) { Wraps = true, Extra = true },
            ],
            [.. standard.Indicators.SelectMany(i => i.Thresholds.OrderBy(t => t.Key), (i, t) => new IndicatorThreshold(i, t.Key, t.Value))])
        {
            At = at,
            Prefix = Name + ".",
            Filters = [new("stage", "学段", [.. standard.Stages.Select(s => new ListChoice(s.Id(), text[s.Chinese()]))]) { Memory = (r, id) => r.Stage.Id() == id }],
        };
}

/// <summary>Indicators of the county as a standard defines them.</summary>
internal sealed class CountyDefinitionList(Measured measured) : ListSource<CountyIndicator>("county-definitions")
{
    public override bool NeedsPublished => false;

    public override Task<Outcome<Listing<CountyIndicator>>> OpenAsync(ListAt at, CancellationToken cancellation) => Task.FromResult(Open(at));

    private Outcome<Listing<CountyIndicator>> Open(ListAt at) => measured.Standard(at["standard"]) is not { } standard
        ? new Failure("XH4001", "没有这个标准，请从“标准说明”里选择")
        : new MemoryListing<CountyIndicator>(
            Name,
            "县级指标",
            [
                new("id", "编号", r => r.Id),
                new("group", "类别", r => r.Group),
                new("name", "指标", r => r.Named()) { Wraps = true },
                new("conditions", "条件", r => string.Join("；", r.Conditions.Select(c => c.Words))) { Wraps = true },
                new("kind", "判定方式", r => r.Judged ? "人工判定" : "按数据计算") { Translated = true },
                new("source", "依据", r => r.Source),
                new("confirmed", "核对", r => ConfirmedText.Of(r.Confirmed)) { Translated = true },
                new("note", "备注", r => r.Note) { Wraps = true, Extra = true },
                new("why", "为什么要紧", r => r.Why) { Wraps = true, Extra = true },
                new("todo", "不达标怎么办", r => r.ToDo) { Wraps = true, Extra = true },
            ],
            standard.CountyIndicators)
        {
            At = at,
            Prefix = Name + ".",
            Filters = [new("group", "类别", [.. standard.CountyIndicators.Select(i => i.Group).Distinct().Select(g => new ListChoice(g, g))]) { Memory = (r, group) => r.Group == group }],
        };
}

/// <summary>Facts as the fact pack defines them.</summary>
internal sealed class FactDefinitionList(PackLibrary packs, IStringLocalizer<Texts> text) : ListSource<Fact>("fact-definitions")
{
    public override bool NeedsPublished => false;

    public override Task<Outcome<Listing<Fact>>> OpenAsync(ListAt at, CancellationToken cancellation) =>
        Task.FromResult<Outcome<Listing<Fact>>>(new MemoryListing<Fact>(
            Name,
            "事实",
            [
                new("name", "事实", f => f.Named()) { Wraps = true },
                new("id", "编号", f => f.Id),
                new("unit", "单位", f => f.Unit),
                new("description", "说明", f => f.Description) { Wraps = true },
                new("from", "怎样得来", From) { Wraps = true },
                new("clauses", "不计入的行", f => string.Join(text["、"], Clauses(f).Select(c => c.Else))) { Wraps = true, Sortable = false },
                new("confirmed", "核对", f => ConfirmedText.Of(Clauses(f).All(c => c.Confirmed))) { Translated = true },
            ],
            packs.Facts.Facts)
        {
            At = at,
            Filters = [new("q", "事实或编号", null) { Memory = (f, wanted) => f.Named().Contains(wanted, StringComparison.OrdinalIgnoreCase) || f.Id.Contains(wanted, StringComparison.OrdinalIgnoreCase) }],
        });

    private static IEnumerable<FactClause> Clauses(Fact fact) => fact.Where.Values.SelectMany(c => c).DistinctBy(c => c.If);

    private string From(Fact fact)
    {
        var rows = fact.Rows switch
        {
            FactRowSet.Pupils => "数学生名册",
            FactRowSet.Teachers => "数教师名册",
            FactRowSet.Classes => "数班级名册",
            _ => null,
        };
        var declared = fact.Declared is null ? null : fact.OfSchool ? "学校在“资源”表填报" : "学校在“学段”表填报";
        return string.Join(text["；"], new[] { rows, declared }.OfType<string>().Select(t => text[t].Value));
    }
}

internal static class ConfirmedText
{
    /// <summary>Chinese text, translated where it is shown.</summary>
    public static string Of(bool confirmed) => confirmed ? "出处已核对" : "出处未核对";
}
