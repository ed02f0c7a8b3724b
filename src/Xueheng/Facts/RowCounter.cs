using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Xueheng.Census;

namespace Xueheng.Facts;

/// <summary>How many rows a school has in a stage, and how many of them meet each condition of a <see cref="RowCounter{TRow}"/>.</summary>
internal sealed class RowCounts(int slots)
{
    public int Rows { get; set; }

    public int[] Slots { get; } = new int[slots];
}

/// <summary>
/// Counts every fact of one row set at once: in the database by one grouped statement, or over rows streamed past it. Both
/// come from the same conditions.
/// </summary>
internal sealed class RowCounter<TRow>
    where TRow : SchoolRowBase
{
    private readonly List<Expression<Func<TRow, bool>>> _conditions = [];
    private readonly Dictionary<string, int> _countSlots = [];
    private readonly Dictionary<string, List<(FactNeed Need, int Slot)>> _lackSlots = [];
    private readonly IReadOnlyList<Expression<Func<IGrouping<TallyKey, TRow>, TallySlots>>> _statements;
    private readonly Lazy<Action<TRow, int[]>> _add;
    private readonly Lazy<Func<TRow, Stage>> _stage;

    public RowCounter(IEnumerable<RowFilter<TRow>> filters)
    {
        foreach (var filter in filters)
        {
            _countSlots.Add(filter.Fact.Id, _conditions.Count);
            _conditions.Add(filter.Counts);
            var lacks = _lackSlots[filter.Fact.Id] = [];
            foreach (var (need, condition) in filter.Lacks)
            {
                lacks.Add((need, _conditions.Count));
                _conditions.Add(condition);
            }
        }

        _statements = [.. _conditions.Chunk(TallySlots.Size).Select(Statement)];
        _add = new(CompileAdd);
        _stage = new(() => StageOf().Compile());
    }

    /// <summary>Counts the rows of one revision.</summary>
    public async Task<Dictionary<(string School, Stage Stage), RowCounts>> CountAsync(
        IQueryable<TRow> rows, CancellationToken cancellation)
    {
        var grouped = rows.GroupBy(Key());
        var counts = new Dictionary<(string, Stage), RowCounts>();
        var offset = 0;
        foreach (var statement in _statements)
        {
            var used = Math.Min(TallySlots.Size, _conditions.Count - offset);
            await foreach (var group in grouped.Select(statement).AsAsyncEnumerable().WithCancellation(cancellation))
            {
                var one = Of(counts, group.School, group.Stage);
                one.Rows = group.Rows;
                for (var slot = 0; slot < used; slot++)
                {
                    one.Slots[offset + slot] = group[slot];
                }
            }

            offset += used;
        }

        return counts;
    }

    public void Add(Dictionary<(string School, Stage Stage), RowCounts> counts, TRow row)
    {
        var one = Of(counts, row.School, _stage.Value(row));
        one.Rows++;
        _add.Value(row, one.Slots);
    }

    /// <summary>The count of one fact; null with the reason when rows lack what it needs.</summary>
    public (decimal? Counted, string? Uncounted) Read(RowCounts counts, string fact, string rowNoun)
    {
        foreach (var (need, slot) in _lackSlots[fact])
        {
            if (counts.Slots[slot] > 0)
            {
                return (null, $"{counts.Slots[slot]} {rowNoun}没有填{need.Name}");
            }
        }

        return (counts.Slots[_countSlots[fact]], null);
    }

    private RowCounts Of(Dictionary<(string, Stage), RowCounts> counts, string school, Stage stage) =>
        counts.TryGetValue((school, stage), out var one) ? one : counts[(school, stage)] = new RowCounts(_conditions.Count);

    private static Expression<Func<TRow, Stage>> StageOf()
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        return Expression.Lambda<Func<TRow, Stage>>(Expression.Property(row, nameof(PupilRow.Stage)), row);
    }

    private static Expression<Func<TRow, TallyKey>> Key()
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        return Expression.Lambda<Func<TRow, TallyKey>>(
            Expression.MemberInit(
                Expression.New(typeof(TallyKey)),
                Expression.Bind(typeof(TallyKey).GetProperty(nameof(TallyKey.School))!, Expression.Property(row, nameof(SchoolRowBase.School))),
                Expression.Bind(typeof(TallyKey).GetProperty(nameof(TallyKey.Stage))!, Expression.Property(row, nameof(PupilRow.Stage)))),
            row);
    }

    /// <summary>One group as slots: <c>COUNT(CASE WHEN … THEN 1 END)</c> for each condition.</summary>
    private static Expression<Func<IGrouping<TallyKey, TRow>, TallySlots>> Statement(Expression<Func<TRow, bool>>[] conditions)
    {
        var group = Expression.Parameter(typeof(IGrouping<TallyKey, TRow>), "group");
        var key = Expression.Property(group, nameof(IGrouping<,>.Key));
        MethodCallExpression Count(params Expression[] condition) =>
            Expression.Call(typeof(Enumerable), nameof(Enumerable.Count), [typeof(TRow)], [group, .. condition]);
        MemberAssignment Set(string property, Expression value) => Expression.Bind(typeof(TallySlots).GetProperty(property)!, value);
        return Expression.Lambda<Func<IGrouping<TallyKey, TRow>, TallySlots>>(
            Expression.MemberInit(
                Expression.New(typeof(TallySlots)),
                [
                    Set(nameof(TallySlots.School), Expression.Property(key, nameof(TallyKey.School))),
                    Set(nameof(TallySlots.Stage), Expression.Property(key, nameof(TallyKey.Stage))),
                    Set(nameof(TallySlots.Rows), Count()),
                    .. conditions.Select((condition, slot) => Expression.Bind(TallySlots.Slots[slot], Count(condition))),
                ]),
            group);
    }

    /// <summary>One method that tests a row against every condition; all of them are written over the same parameter.</summary>
    private Action<TRow, int[]> CompileAdd()
    {
        var slots = Expression.Parameter(typeof(int[]), "slots");
        var steps = _conditions.Select((condition, slot) => Expression.IfThen(
            condition.Body,
            Expression.PreIncrementAssign(Expression.ArrayAccess(slots, Expression.Constant(slot)))));
        return Expression.Lambda<Action<TRow, int[]>>(Expression.Block([.. steps, Expression.Empty()]), RowFilter<TRow>.Row, slots).Compile();
    }
}

/// <summary>What counting statements group by.</summary>
internal sealed class TallyKey
{
    public string School { get; init; } = "";

    public Stage Stage { get; init; }
}
