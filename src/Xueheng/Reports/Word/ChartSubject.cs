using Xueheng.Reports.Fields;

namespace Xueheng.Reports.Word;

/// <summary>What a chart is of: an indicator in a stage, or a stage. Its words may leave out what the repeated thing around it says.</summary>
internal static class ChartSubject
{
    /// <summary>What is wrong with the words of a chart, or null.</summary>
    public static string? Check(Marker.Chart chart, Scope scope, ReportPacks packs)
    {
        var wanted = chart.Word == ChartWord.Disparity ? typeof(ReportedStage) : typeof(StageIndicator);
        if (chart.Path.Words.Count == 0)
        {
            return Around(scope, wanted) is null ? Wanted(chart) : null;
        }

        var (field, wrong) = PathOf(chart).Check(scope, packs);
        return wrong ?? (field!.Result == FieldResult.One && field.Kind!().Subject == wanted ? null : Wanted(chart));
    }

    /// <summary>The subject of a chart whose words were checked.</summary>
    public static T Read<T>(Marker.Chart chart, Scope scope, ReportPacks packs)
        where T : class => chart.Path.Words.Count == 0
        ? (T)Around(scope, typeof(T))!.Subject!
        : (T)((Reading.One)PathOf(chart).Read(scope, packs)).Subject;

    /// <summary>{{chart L1 primary}} is short for {{chart 指标 L1 小学}}.</summary>
    private static FieldPath PathOf(Marker.Chart chart) => chart.Word == ChartWord.Disparity || chart.Path.Words[0] is "指标" or "indicator"
        ? chart.Path
        : new FieldPath(["指标", .. chart.Path.Words]);

    private static Scope? Around(Scope? scope, Type wanted)
    {
        while (scope is not null && scope.Kind.Subject != wanted)
        {
            scope = scope.Outer;
        }

        return scope;
    }

    private static string Wanted(Marker.Chart chart) => chart.Word == ChartWord.Disparity
        ? "差异系数图要写学段，如 {{chart cv 小学}}"
        : "图要写指标编号和学段，如 {{chart L1 小学}}";
}
