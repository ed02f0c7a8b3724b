using System.Linq.Expressions;
using Xueheng.Census;

namespace Xueheng.Facts;

/// <summary>The row set a fact is counted over.</summary>
public enum FactRowSet
{
    Pupils = 1,
    Teachers = 2,
    Classes = 3,
}

/// <summary>A property without which a clause cannot be decided, and its heading in the workbook.</summary>
public sealed record FactNeed(string Property, string Name);

/// <summary>One clause of a fact's filter, with what is said of a row that fails it.</summary>
/// <param name="If">A System.Linq.Dynamic.Core expression over the row, translated to SQL by EF and compiled for streamed rows.</param>
/// <param name="Else">Why a row that fails is left out, in the language of the screens.</param>
/// <param name="Needs">
/// Properties the clause cannot be decided without. A row that met the clauses before this one and lacks such a property
/// makes the count of its school and stage mean nothing.
/// </param>
/// <param name="Source">Ids of SOURCES.md where its numbers and lists were read; null when there are none.</param>
/// <param name="Note">What is open about it; null when nothing is.</param>
/// <param name="Confirmed">False when a number or a list stands from memory or by our own choice.</param>
public sealed record FactClause(
    string If,
    string Else,
    IReadOnlyList<FactNeed> Needs,
    string? Source,
    string? Note,
    bool Confirmed)
{
    /// <summary><see cref="If"/> as parsed when the pack was read: from the row to a truth value.</summary>
    internal LambdaExpression Condition { get; init; } = null!;
}

/// <summary>事实: how one count or sum is made.</summary>
/// <param name="Id">For example <c>teachers.backbone</c>.</param>
/// <param name="Stages">Stages it exists for.</param>
/// <param name="Rows">Counted over these rows; null when the fact is only ever declared.</param>
/// <param name="Where">Clauses a row must all meet, by stage, in order; the empty list of clauses counts every row.</param>
/// <param name="Declared">Property of <see cref="StageRow"/> or <see cref="ResourceRow"/> the school declares it in; null when it never does.</param>
/// <param name="OfSchool">True for facts of the whole school (资源), which a standard may split over stages.</param>
public sealed record Fact(
    string Id,
    string Name,
    string English,
    string Unit,
    string Description,
    IReadOnlyList<Stage> Stages,
    FactRowSet? Rows,
    IReadOnlyDictionary<Stage, IReadOnlyList<FactClause>> Where,
    string? Declared,
    bool OfSchool);

/// <summary>All facts the product knows, from <c>packs/facts</c>.</summary>
/// <param name="Version">As written in the pack.</param>
/// <param name="Hash">SHA-256 of the pack's text, kept with every stored result.</param>
public sealed record FactPack(string Version, string Hash, IReadOnlyList<Fact> Facts)
{
    private readonly Dictionary<string, Fact> _byId = Facts.ToDictionary(f => f.Id);
    private readonly Lazy<FactCounters> _counters = new(() => new FactCounters(Facts));

    /// <summary>Made when first asked for: commands that only read packs do without.</summary>
    internal FactCounters Counters => _counters.Value;

    /// <summary>The facts that count a teacher's row.</summary>
    public IEnumerable<string> CountedIn(TeacherRow row) => Counters.TeacherFilters.Where(f => f.Value.Reason(row) is null).Select(f => f.Key);

    public bool Counts(string fact, TeacherRow row) => Counters.TeacherFilters[fact].Reason(row) is null;

    public Fact? Find(string id) => _byId.GetValueOrDefault(id);
}
