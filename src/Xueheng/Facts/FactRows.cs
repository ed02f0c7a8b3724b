using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Storage;

namespace Xueheng.Facts;

/// <summary>Follows a figure back to its rows: those that made it, and those of the same school and stage that were left out, each with the reason.</summary>
public sealed class FactRows(XuehengDb db, PackLibrary packs, CountFacts count)
{
    /// <summary>Rows a page may hold.</summary>
    public const int MaxTake = 500;

    public async Task<Outcome<FactRowsPage>> RunAsync(FactRowsQuery query, CancellationToken cancellation)
    {
        if (packs.Facts.Find(query.Fact) is not { } fact)
        {
            return new Failure("XH2011", $"没有事实 {query.Fact}，现有：{string.Join("、", packs.Facts.Facts.Select(f => f.Id))}");
        }

        var revision = await new Revisions(db).FindPublishedAsync(query.County, query.Period, cancellation);
        if (!revision.Succeeded)
        {
            return revision.Failure;
        }

        var facts = await count.RunAsync(query.County, revision.Value.Number, cancellation);
        if (facts.Schools.FirstOrDefault(s => s.School.School == query.School) is not { } school)
        {
            return new Failure("XH2012", $"{query.County} {query.Period} 学年的基础数据里没有学校 {query.School}");
        }

        if (!fact.OfSchool && (query.Stage is not { } stage || !fact.Stages.Contains(stage)))
        {
            return new Failure("XH2013", $"请指明学段，{fact.Name}可查的学段：{string.Join("、", fact.Stages.Select(s => s.Id()))}");
        }

        var merged = facts.Merged.FirstOrDefault(m => m.School.School == query.School);
        Stage? asked = fact.OfSchool ? null : query.Stage;
        IReadOnlyList<SchoolFacts> parts = merged is null ? [school] : [merged.Main, .. merged.Campuses];
        var at = new Place(
            query, revision.Value, fact, asked,
            merged is null ? school[fact.Id, asked] : merged[fact.Id, asked],
            [.. parts.Select(p => (p.School, p[fact.Id, asked]))]);
        var counters = packs.Facts.Counters;
        return fact.Rows switch
        {
            FactRowSet.Pupils when at.ShowsRows => await RowsAsync(at, counters.PupilFilters[fact.Id], SheetKind.Pupils, cancellation),
            FactRowSet.Teachers when at.ShowsRows => await RowsAsync(at, counters.TeacherFilters[fact.Id], SheetKind.Teachers, cancellation),
            FactRowSet.Classes when at.ShowsRows => await RowsAsync(at, counters.ClassFilters[fact.Id], SheetKind.Classes, cancellation),
            _ => await DeclaredAsync(at, cancellation),
        };
    }

    private async Task<FactRowsPage> RowsAsync<TRow>(Place at, RowFilter<TRow> filter, SheetKind kind, CancellationToken cancellation)
        where TRow : SchoolRowBase
    {
        var sheet = SheetLayout.Of(kind);
        var cells = new RowCells<TRow>(sheet, packs.Codes, at.Query.Full);
        var stage = at.Stage!.Value;
        var rows = Rows<TRow>(at, at.Counting)
            .Where(r => EF.Property<Stage>(r, nameof(PupilRow.Stage)) == stage)
            .Where(at.Query.Excluded ? filter.LeavesOut : filter.Counts);
        var total = await rows.CountAsync(cancellation);
        var page = await rows.OrderBy(r => r.No).Skip(Math.Max(0, at.Query.Skip)).Take(Math.Clamp(at.Query.Take, 1, MaxTake)).ToListAsync(cancellation);
        return at.Page(
            [.. cells.Columns.Select(c => c.Heading)],
            [.. cells.Columns.Index().Where(c => Masked.Holds(c.Item)).Select(c => c.Index)],
            total,
            [.. page.Select(r => at.Row(r, sheet, cells.Of(r), at.Query.Excluded ? filter.Reason(r) : null))],
            at.Query.Excluded ? [] : await DeclarationsAsync(at, [.. at.Parts.Where(p => p.Value.Counted is null).Select(p => p.School.School)], cancellation));
    }

    /// <summary>The figure is declared: its rows are the declaring ones, and nothing is left out of a declaration.</summary>
    private async Task<FactRowsPage> DeclaredAsync(Place at, CancellationToken cancellation)
    {
        var declared = at.Query.Excluded ? [] : await DeclarationsAsync(at, at.Codes, cancellation);
        var heading = at.Fact.Declared is { } property ? DeclaringSheet(at.Fact).Of(property).Title : "";
        return at.Page([heading], [], declared.Count, [.. declared.Skip(at.Query.Skip).Take(at.Query.Take)], declared);
    }

    /// <summary>The declaring rows, one for each of the parts that declares the fact.</summary>
    private async Task<IReadOnlyList<FactRow>> DeclarationsAsync(Place at, IReadOnlyList<string> codes, CancellationToken cancellation)
    {
        if (at.Fact.Declared is not { } property || codes.Count == 0)
        {
            return [];
        }

        List<(SchoolRowBase Row, double? Figure)> rows = at.Fact.OfSchool
            ? [.. (await Rows<ResourceRow>(at, codes).ToListAsync(cancellation)).Select(r => ((SchoolRowBase)r, DeclaredFigures<ResourceRow>.Of(property)(r)))]
            : [.. (await Rows<StageRow>(at, codes).Where(r => r.Stage == at.Stage).ToListAsync(cancellation)).Select(r => ((SchoolRowBase)r, DeclaredFigures<StageRow>.Of(property)(r)))];
        return
        [
            .. rows.Where(r => r.Figure is not null)
                .OrderBy(r => r.Row.No)
                .Select(r => at.Row(r.Row, DeclaringSheet(at.Fact), [RowCells<StageRow>.Number(r.Figure!.Value)], null)),
        ];
    }

    private static Sheet DeclaringSheet(Fact fact) => SheetLayout.Of(fact.OfSchool ? SheetKind.Resources : SheetKind.Stages);

    private IQueryable<TRow> Rows<TRow>(Place at, IReadOnlyList<string> codes)
        where TRow : SchoolRowBase => db.Set<TRow>().AsNoTracking()
            .Where(r => r.County == at.Revision.County && r.Revision == at.Revision.Number && codes.Contains(r.School));

    /// <summary>The figure a query asks about.</summary>
    /// <param name="Parts">The school, and its campuses when it is a main school, each with its own figure.</param>
    private sealed record Place(
        FactRowsQuery Query,
        Revision Revision,
        Fact Fact,
        Stage? Stage,
        FactValue Value,
        IReadOnlyList<(SchoolRow School, FactValue Value)> Parts)
    {
        private FactBasis Basis => Value.Counted is not null ? FactBasis.Counted : Value.Declared is not null ? FactBasis.Declared : FactBasis.Missing;

        /// <summary>Rows made the figure or a part of it; or it is asked which rows were left out, or kept it from being counted.</summary>
        public bool ShowsRows => Query.Excluded || Basis == FactBasis.Missing || Parts.Any(p => p.Value.Counted is not null);

        public IReadOnlyList<string> Codes => [.. Parts.Select(p => p.School.School)];

        /// <summary>The parts whose rows are shown: those that count, or all when rows left out are asked for or nothing counts.</summary>
        public IReadOnlyList<string> Counting => Query.Excluded || Basis == FactBasis.Missing
            ? Codes
            : [.. Parts.Where(p => p.Value.Counted is not null).Select(p => p.School.School)];

        public FactRowsPage Page(IReadOnlyList<string> headings, IReadOnlyList<int> masked, int total, IReadOnlyList<FactRow> rows, IReadOnlyList<FactRow> declarations) =>
            new(Revision.Number, Fact, Parts[0].School.Name, Stage, Value, Basis, headings, masked, total, rows, declarations);

        public FactRow Row(SchoolRowBase row, Sheet sheet, IReadOnlyList<string> cells, string? reason) => new(
            row.File >= 0 && row.File < Revision.Files.Count ? Revision.Files[row.File] : "",
            sheet.Name,
            row.Line,
            row.School,
            Parts.First(p => p.School.School == row.School).School.Name,
            cells,
            reason);
    }
}
