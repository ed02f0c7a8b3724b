using Xueheng.Reports.Fields;
using Xueheng.Reports.Word;

namespace Xueheng.Reports;

/// <summary>The last printing of a template: what a new one is compared with.</summary>
internal sealed record FormerPrint(DateTimeOffset PrintedAt, IReadOnlyList<Figure> Figures);

/// <summary>A document with its figures, not yet stored.</summary>
internal sealed record MadeReport(
    byte[] Document, IReadOnlyList<Figure> Figures, IReadOnlyList<FigureChange> Changes, IReadOnlyList<MissingFigure> Missing);

/// <summary>
/// Fills a template twice: the first time to learn its figures, the second with what changed and what is missing known,
/// because a template may say so on its first page.
/// </summary>
internal static class ReportMaker
{
    public static Outcome<MadeReport> Make(WordTemplate template, ReportSubject subject, FormerPrint? former, Uri site, DateTimeOffset now)
    {
        try
        {
            var first = new FigureLedger(former?.Figures);
            template.Print(subject, first, site, now);
            var changes = former is null ? [] : FigureChanges.Between(former.Figures, first.Figures);
            IReadOnlyList<MissingFigure> missing =
                [.. first.Figures.Where(f => f.Missing is not null).Select(f => new MissingFigure(f.Number, f.Name, f.Missing!, f.Page))];

            var known = subject with { Before = former is null ? null : CountyClock.DayOf(former.PrintedAt), Changes = changes, Missing = missing };
            var ledger = new FigureLedger(former?.Figures);
            var document = template.Print(known, ledger, site, now);
            return new MadeReport(document, ledger.Figures, changes, missing);
        }
        catch (ReportTooLargeException)
        {
            return new Failure("XH3017", $"模板“{template.Name}”重复的内容太多，文档会打不开，请减少嵌套的 #each，或用“前 N”限制个数");
        }
    }
}
