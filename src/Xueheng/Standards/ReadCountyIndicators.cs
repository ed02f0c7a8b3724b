using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;

namespace Xueheng.Standards;

/// <summary>Reads the <c>county_indicators</c> of a standard.</summary>
internal sealed class ReadCountyIndicators(FactPack facts, CodeTables codes, IReadOnlyList<Stage> stages, Func<PackNode, string> sourceOf)
{
    /// <summary>What a formula writes before the name of a row of 县域.</summary>
    public const string ItemPrefix = "county.";

    private const string ItemTable = "county-item";

    public CountyIndicator Read(PackNode node)
    {
        var indicator = new CountyIndicator(
            node.Text("id"),
            node.Text("name"),
            node.Text("english"),
            node.Text("group"),
            node.Text("why"),
            node.Text("todo"),
            [.. node.Required("conditions").Items().Select(ConditionOf)],
            sourceOf(node),
            node.Flag("confirmed", otherwise: true),
            node.OptionalText("note"));
        if (indicator.Conditions.Count(c => c.Kind == CountyConditionKind.Judged) > 1)
        {
            throw node.Required("conditions").Wrong($"{indicator.Id} 只能有一条由人判断的要求，请合写成一条");
        }

        node.Done();
        return indicator;
    }

    private CountyCondition ConditionOf(PackNode node)
    {
        var kind = node.Required("kind").AsEnum<CountyConditionKind>();
        var judged = kind == CountyConditionKind.Judged;
        var formula = judged ? null : Formula.Read(node.Required("formula"));
        var terms = (node.Optional("terms")?.Entries() ?? []).ToDictionary(t => t.Key, t => TermOf(t.Value));
        foreach (var name in formula?.Names ?? [])
        {
            Known(node.Required("formula"), name, terms);
        }

        var schools = node.Optional("schools");
        var condition = new CountyCondition(
            kind,
            node.Text("words"),
            formula?.Text,
            node.Optional("stages")?.Items() is { } named ? [.. named.Select(s => s.AsEnum<Stage>())] : stages,
            schools?.AsText(),
            [.. node.List("undecided").Select(UndecidedOf)],
            terms,
            BoundOf(node.Optional("at_least")),
            BoundOf(node.Optional("at_most")),
            kind == CountyConditionKind.ShareOfSchools ? node.Number("share") : null,
            judged ? "" : node.Text("unit"))
        {
            Compiled = formula,
            Includes = schools is null ? _ => true : PackExpression.Predicate<SchoolSubject>(schools).Compile(),
        };
        if (!judged && (condition.AtLeast.Count > 0) == (condition.AtMost.Count > 0))
        {
            throw node.Wrong("at_least 和 at_most 应当正好写一个");
        }

        node.Done();
        return condition;
    }

    private void Known(PackNode formula, string name, Dictionary<string, CountyTerm> terms)
    {
        if (name.StartsWith(ItemPrefix, StringComparison.Ordinal))
        {
            if (codes[ItemTable].Find(name[ItemPrefix.Length..]) is null)
            {
                throw formula.Wrong($"县域项目代码表里没有 {name[ItemPrefix.Length..]}");
            }
        }
        else if (!terms.ContainsKey(name) && facts.Find(name) is null)
        {
            throw formula.Wrong($"事实包里没有事实 {name}");
        }
    }

    private CountyTerm TermOf(PackNode node)
    {
        var term = new CountyTerm(node.Text("fact"), node.Text("schools"))
        {
            Includes = PackExpression.Predicate<SchoolSubject>(node.Required("schools")).Compile(),
        };
        if (facts.Find(term.Fact) is null)
        {
            throw node.Required("fact").Wrong($"事实包里没有事实 {term.Fact}");
        }

        node.Done();
        return term;
    }

    private static UndecidedSchools UndecidedOf(PackNode node)
    {
        var undecided = new UndecidedSchools(node.Text("if"), node.Text("reason"))
        {
            Applies = PackExpression.Predicate<SchoolSubject>(node.Required("if")).Compile(),
        };
        node.Done();
        return undecided;
    }

    /// <summary>A number, or a list of numbers each in force from a school year on.</summary>
    private static IReadOnlyList<DatedBound> BoundOf(PackNode? node)
    {
        if (node is null)
        {
            return [];
        }

        if (!node.IsList)
        {
            return [new DatedBound(0, node.AsNumber(), null, Confirmed: true)];
        }

        var bounds = new List<DatedBound>();
        foreach (var item in node.Items())
        {
            bounds.Add(new DatedBound((int)item.Number("from"), item.Number("value"), item.OptionalText("source"), item.Flag("confirmed", otherwise: true)));
            item.Done();
        }

        return [.. bounds.OrderBy(b => b.From)];
    }
}
