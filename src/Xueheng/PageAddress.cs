using Xueheng.Census;

namespace Xueheng;

/// <summary>
/// Addresses of the site's pages, the one place that spells them: pages link with it, and every figure in a report does.
/// All are relative to the site's root and begin with a slash.
/// </summary>
/// <param name="County">Six-digit county code.</param>
/// <param name="Period">学年, the year it begins in.</param>
public readonly record struct PageAddress(string County, int Period)
{
    /// <summary>首页.</summary>
    public string Home => $"/c/{County}/{Period}";

    public string Schools => $"{Home}/schools";

    public string Classes => $"{Home}/classes";

    public string Teachers => $"{Home}/teachers";

    public string Pupils => $"{Home}/pupils";

    /// <summary>数据: revisions and imports.</summary>
    public string Data => $"{Home}/data";

    public string Import => $"{Data}/import";

    /// <summary>答卷.</summary>
    public string Answers => $"{Home}/answers";

    /// <summary>标准说明.</summary>
    public string Standards => $"{Home}/standards";

    public string Standard(string standard) => $"{Standards}/{standard}";

    /// <summary>体检.</summary>
    public string Check(string standard) => $"{Home}/check/{standard}";

    /// <summary>One indicator in one stage, every school against the threshold.</summary>
    public string Indicator(string standard, string indicator, Stage stage) => $"{Check(standard)}/{indicator}/{stage.Id()}";

    /// <summary>One indicator of the county, its conditions, its judgements.</summary>
    public string CountyIndicator(string standard, string indicator) => $"{Check(standard)}/county/{indicator}";

    public string School(string school) => $"{Home}/school/{school}";

    /// <summary>The rows behind a fact; no stage for a fact of the whole school.</summary>
    public string Fact(string school, Stage? stage, string fact) => $"{School(school)}/{stage?.Id() ?? "all"}/fact/{fact}";

    public string ImportRun(Guid run) => $"{Data}/imports/{run}";

    public string Revision(int number) => $"{Data}/revisions/{number}";
}
