using System.Linq.Expressions;
using System.Reflection;
using Xueheng.Census;

namespace Xueheng.Facts;

/// <summary>The clauses of one fact as conditions over a row of its set, for SQL and for compiled delegates alike.</summary>
internal sealed class RowFilter<TRow>
    where TRow : SchoolRowBase
{
    /// <summary>The one parameter that all conditions over these rows share.</summary>
    public static readonly ParameterExpression Row = Expression.Parameter(typeof(TRow), "row");

    private readonly Lazy<Func<TRow, string?>> _reason;

    public RowFilter(Fact fact)
    {
        Fact = fact;
        _reason = new(CompileReason);
        List<(Stage[] Stages, IReadOnlyList<FactClause> Clauses)> groups =
        [
            .. fact.Where
                .GroupBy(w => string.Join('\n', w.Value.Select(c => c.If)))
                .Select(g => (g.Select(w => w.Key).ToArray(), g.First().Value)),
        ];
        Counts = Lambda(groups.Select(g => OfStages(g.Stages, g.Clauses.Select(c => Rebind(c.Condition)))));
        Lacks =
        [
            .. groups
                .SelectMany(g => g.Clauses.SelectMany((clause, place) => clause.Needs.Select(need => (
                    Need: need,
                    Condition: OfStages(g.Stages, g.Clauses.Take(place).Select(c => Rebind(c.Condition)).Append(Lacking(need.Property)))))))
                .GroupBy(l => l.Need)
                .Select(l => (l.Key, Lambda(l.Select(one => one.Condition)))),
        ];
    }

    public Fact Fact { get; }

    /// <summary>The row is one that the fact counts.</summary>
    public Expression<Func<TRow, bool>> Counts { get; }

    /// <summary>The row met the clauses so far and lacks a property that the next one needs: nobody can say whether it counts.</summary>
    public IReadOnlyList<(FactNeed Need, Expression<Func<TRow, bool>> Lacks)> Lacks { get; }

    /// <summary>The row is one that the fact leaves out; unlike a negation, also where a property is null.</summary>
    public Expression<Func<TRow, bool>> LeavesOut => Expression.Lambda<Func<TRow, bool>>(
        Expression.Equal(
            Expression.Condition(Counts.Body, Expression.Constant(1), Expression.Constant(0)),
            Expression.Constant(0)),
        Row);

    /// <summary>Why a row is left out: what its first failing clause says; null when it is counted.</summary>
    public string? Reason(TRow row) => _reason.Value(row);

    private Func<TRow, string?> CompileReason()
    {
        var steps = Fact.Where.ToDictionary(
            w => w.Key,
            w => w.Value.Select(c => (
                Clause: c,
                Lacks: c.Needs.Select(n => (n.Name, Test: Lambda([Lacking(n.Property)]).Compile())).ToList(),
                Meets: Lambda([Rebind(c.Condition)]).Compile())).ToList());
        var stageOf = Expression.Lambda<Func<TRow, Stage>>(Expression.Property(Row, nameof(PupilRow.Stage)), Row).Compile();
        return row =>
        {
            if (!steps.TryGetValue(stageOf(row), out var clauses))
            {
                return "本学段没有这一项";
            }

            foreach (var (clause, lacks, meets) in clauses)
            {
                foreach (var (name, test) in lacks)
                {
                    if (test(row))
                    {
                        return $"没有填{name}";
                    }
                }

                if (!meets(row))
                {
                    return clause.Else;
                }
            }

            return null;
        };
    }

    private static Expression<Func<TRow, bool>> Lambda(IEnumerable<Expression> any) =>
        Expression.Lambda<Func<TRow, bool>>(any.Aggregate(Expression.OrElse), Row);

    private static Expression OfStages(Stage[] stages, IEnumerable<Expression> all)
    {
        var conditions = all.ToList();
        if (stages.Length < Enum.GetValues<Stage>().Length)
        {
            var stage = Expression.Property(Row, nameof(PupilRow.Stage));
            conditions.Insert(0, stages.Select(s => (Expression)Expression.Equal(stage, Expression.Constant(s))).Aggregate(Expression.OrElse));
        }

        return conditions.Count == 0 ? Expression.Constant(true) : conditions.Aggregate(Expression.AndAlso);
    }

    /// <summary>Null, or blank where the property cannot be null and so a blank cell is kept as an empty text.</summary>
    private static BinaryExpression Lacking(string name)
    {
        var property = typeof(TRow).GetProperty(name)!;
        var value = Expression.Property(Row, property);
        return property.PropertyType == typeof(string) && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull
            ? Expression.Equal(value, Expression.Constant(""))
            : Expression.Equal(value, Expression.Constant(null, property.PropertyType));
    }

    private static Expression Rebind(LambdaExpression condition) => new Rebinder(condition.Parameters[0]).Visit(condition.Body);

    private sealed class Rebinder(ParameterExpression from) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? Row : node;
    }
}
