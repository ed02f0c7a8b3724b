using Xueheng.Reports.Fields;

namespace Xueheng.Reports.Word;

[Flags]
internal enum TemplateNeeds
{
    None = 0,
    FormerPeriods = 1,
    Plans = 2,
}

/// <summary>Holds every word of a template against the fields there are, in branches that will not be printed too.</summary>
internal sealed class TemplateCheck(ReportPacks packs, List<TemplateError> errors)
{
    /// <summary>What must be read beside the period's own census.</summary>
    public TemplateNeeds Needs { get; private set; }

    public void Check(IEnumerable<TemplateNode> nodes, Scope scope)
    {
        foreach (var node in nodes)
        {
            Check(node, scope);
        }
    }

    private void Check(TemplateNode node, Scope scope)
    {
        switch (node)
        {
            case TemplateNode.Around around:
                Check(around.Children, scope);
                break;
            case TemplateNode.Value value:
                CheckValue(value, scope);
                break;
            case TemplateNode.If condition:
                Note(condition.Condition.Check(scope, packs), condition.Place);
                Check(condition.Then, scope);
                Check(condition.Otherwise, scope);
                break;
            case TemplateNode.Each each:
                CheckEach(each, scope);
                break;
            case TemplateNode.With with:
                if (Kind(with.Path, FieldResult.One, "单个的事物", scope, with.Place) is { } kind)
                {
                    Check(with.Body, scope.Enter(kind, null, 0, false));
                }

                break;
            case TemplateNode.Chart chart:
                Needs |= chart.Marker.Word is ChartWord.Trend or ChartWord.DisparityTrend ? TemplateNeeds.FormerPeriods : TemplateNeeds.None;
                Note(ChartSubject.Check(chart.Marker, scope, packs), chart.Place);
                break;
            default:
                break;
        }
    }

    private void CheckValue(TemplateNode.Value value, Scope scope)
    {
        var (field, wrong) = value.Path.Check(scope, packs);
        if (field is null)
        {
            Note(wrong, value.Place);
            return;
        }

        Needs |= field.English is "last-mean" or "last-cv" ? TemplateNeeds.FormerPeriods : TemplateNeeds.None;
        if (field.Result is FieldResult.One or FieldResult.Many)
        {
            Note($"“{value.Path}”不是一个数或一段文字，{(field.Result == FieldResult.Many ? "要用 {{#each}} 逐个写" : "后面还要写字段名")}", value.Place);
        }
        else if (value.Format is { } format && !format.Suits(field.Result))
        {
            Note($"“{value.Path}”不能用格式“{format.Pattern}”", value.Place);
        }
    }

    private void CheckEach(TemplateNode.Each each, Scope scope)
    {
        if (Kind(each.Marker.Path, FieldResult.Many, "列表", scope, each.Place) is { } kind)
        {
            var inner = scope.Enter(kind, null, 1, false);
            Note(each.Marker.Where?.Check(inner, packs), each.Place);
            Check(each.Body, inner);
        }

        Check(each.Otherwise, scope);
    }

    private FieldKind? Kind(FieldPath path, FieldResult result, string wanted, Scope scope, Place place)
    {
        var (field, wrong) = path.Check(scope, packs);
        Needs |= field?.Chinese == ReportFields.Plans ? TemplateNeeds.Plans : TemplateNeeds.None;
        Note(wrong ?? (field!.Result == result ? null : $"“{path}”不是{wanted}"), place);
        return field?.Result == result ? field.Kind!() : null;
    }

    private void Note(string? wrong, Place place)
    {
        if (wrong is not null)
        {
            errors.Add(new TemplateError(place.Part, place.Around, wrong));
        }
    }
}
