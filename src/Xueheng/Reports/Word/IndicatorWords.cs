using Xueheng.Reports.Fields;

namespace Xueheng.Reports.Word;

/// <summary>The words after 指标 in a template: ids of indicators of a standard it does not name.</summary>
internal static class IndicatorWords
{
    public static IReadOnlySet<string> Of(IEnumerable<TemplateNode> nodes)
    {
        var found = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in nodes.SelectMany(Paths))
        {
            for (var i = 0; i + 1 < path.Words.Count; i++)
            {
                if (path.Words[i] is "指标" or "indicator")
                {
                    found.Add(path.Words[i + 1]);
                }
            }
        }

        return found;
    }

    private static IEnumerable<FieldPath> Paths(TemplateNode node) => node switch
    {
        TemplateNode.Around around => around.Children.SelectMany(Paths),
        TemplateNode.Value value => [value.Path],
        TemplateNode.With with => with.Body.SelectMany(Paths).Prepend(with.Path),
        TemplateNode.Each each => each.Body.Concat(each.Otherwise).SelectMany(Paths).Prepend(each.Marker.Path),
        TemplateNode.If condition => condition.Then.Concat(condition.Otherwise).SelectMany(Paths),
        TemplateNode.Chart { Marker: { Word: not ChartWord.Disparity, Path.Words: [not ("指标" or "indicator"), ..] words } } => [new FieldPath(["指标", .. words])],
        _ => [],
    };
}
