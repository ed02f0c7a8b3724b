namespace Xueheng.Facts;

/// <summary>The row set a fact is counted over.</summary>
public enum FactRowSet
{
    Pupils = 1,
    Teachers = 2,
    Classes = 3,
}

/// <summary>One clause of a fact's filter, with what is said of a row that fails it.</summary>
/// <param name="If">A System.Linq.Dynamic.Core expression over the row, translated to SQL by EF.</param>
/// <param name="Else">Why a row that fails is left out, in the language of the screens.</param>
public sealed record FactClause(string If, string Else);

/// <summary>事实: how one count or sum is made.</summary>
/// <param name="Id">For example <c>teachers.backbone</c>.</param>
/// <param name="Rows">Counted over these rows; null when the fact is only ever declared.</param>
/// <param name="Where">Clauses a row must all meet, by stage; the empty set of clauses counts every row.</param>
/// <param name="Needs">Properties that must be present on every row of the school and stage for the count to mean anything.</param>
/// <param name="Declared">Property of <see cref="Census.StageRow"/> or <see cref="Census.ResourceRow"/> the school declares it in; null when it never does.</param>
/// <param name="OfSchool">True for facts of the whole school (资源), which a standard may split over stages.</param>
public sealed record Fact(
    string Id,
    string Name,
    string English,
    string Unit,
    string Description,
    FactRowSet? Rows,
    IReadOnlyDictionary<Census.Stage, IReadOnlyList<FactClause>> Where,
    IReadOnlyList<string> Needs,
    string? Declared,
    bool OfSchool);

/// <summary>All facts the product knows, from <c>packs/facts</c>.</summary>
/// <param name="Version">As written in the pack.</param>
/// <param name="Hash">SHA-256 of the pack's text, kept with every stored result.</param>
public sealed record FactPack(string Version, string Hash, IReadOnlyList<Fact> Facts)
{
    public Fact? Find(string id) => Facts.FirstOrDefault(f => f.Id == id);
}
