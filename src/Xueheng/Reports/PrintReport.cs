using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Plans.Accounts;
using Xueheng.Reports.Fields;
using Xueheng.Reports.Word;
using Xueheng.Standards;
using Xueheng.Storage;

namespace Xueheng.Reports;

/// <summary>
/// 答卷: prints a report from a template for a county and period, stores it with every figure it carries, and says what
/// changed since the template's last printing.
/// </summary>
public sealed class PrintReport(XuehengDb db, PackLibrary packs, ReportTemplates templates, CountFacts facts, Measure measure, AccountPlans plans, TimeProvider clock)
{
    /// <summary>Former periods a trend shows.</summary>
    private const int MostFormerPeriods = 5;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Outcome<PrintedReport>> RunAsync(PrintCommand command, CancellationToken cancellation)
    {
        if (!command.Site.IsAbsoluteUri || command.Site.Scheme is not ("http" or "https"))
        {
            return new Failure("XH3003", $"网站地址“{command.Site}”应当像 http://127.0.0.1:5080");
        }

        var opened = await TemplateFile.OpenAsync(command, templates, cancellation);
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        var file = opened.Value;
        var standard = TemplateStandard.Find(command.Standard ?? file.Template.Standard ?? file.Standard, file.Template, packs);
        if (!standard.Succeeded)
        {
            return standard.Failure;
        }

        var words = new ReportPacks(standard.Value, packs.Facts, packs.Codes);
        if (file.Template.Check(words, out var needs) is { } wrong)
        {
            return wrong;
        }

        var subject = await SubjectAsync(command, words, needs, cancellation);
        if (!subject.Succeeded)
        {
            return subject.Failure;
        }

        var former = await FormerAsync(command, file.Id, cancellation);
        var made = ReportMaker.Make(file.Template, subject.Value, former, command.Site, clock.GetUtcNow());
        return made.Succeeded ? await KeepAsync(command, file, subject.Value, former, made.Value, cancellation) : made.Failure;
    }

    /// <summary>The figures of a stored printing.</summary>
    public static IReadOnlyList<Figure> FiguresOf(ReportPrint print) => JsonSerializer.Deserialize<List<Figure>>(print.Figures, Json)!;

    private async Task<Outcome<ReportSubject>> SubjectAsync(PrintCommand command, ReportPacks words, TemplateNeeds needs, CancellationToken cancellation)
    {
        var (county, period) = (command.County.Value, command.Period.Year);
        var revision = await new Revisions(db).FindPublishedAsync(county, period, cancellation);
        if (!revision.Succeeded)
        {
            return revision.Failure;
        }

        var measurement = await measure.RunAsync(revision.Value, words.Standard.Id, cancellation);
        if (!measurement.Succeeded)
        {
            return measurement.Failure;
        }

        return new ReportSubject(
            words,
            measurement.Value,
            await facts.RunAsync(county, revision.Value.Number, cancellation),
            period,
            clock.Today(),
            needs.HasFlag(TemplateNeeds.FormerPeriods) ? await FormerPeriodsAsync(county, period, words.Standard.Id, cancellation) : [],
            null,
            [],
            [])
        {
            Plans = needs.HasFlag(TemplateNeeds.Plans) ? await plans.RunAsync(revision.Value, cancellation) : [],
        };
    }

    private async Task<IReadOnlyList<MeasuredPeriod>> FormerPeriodsAsync(string county, int period, string standard, CancellationToken cancellation)
    {
        var periods = await db.Set<Revision>()
            .Where(r => r.County == county && r.Period < period && r.State == RevisionState.Published)
            .Select(r => r.Period).Distinct().OrderByDescending(p => p).Take(MostFormerPeriods)
            .ToListAsync(cancellation);
        var measured = new List<MeasuredPeriod>();
        foreach (var former in periods.Order())
        {
            if (await measure.RunAsync(county, former, standard, cancellation) is { Succeeded: true } measurement)
            {
                measured.Add(new MeasuredPeriod(former, measurement.Value));
            }
        }

        return measured;
    }

    private async Task<FormerPrint?> FormerAsync(PrintCommand command, string template, CancellationToken cancellation)
    {
        var (county, period) = (command.County.Value, command.Period.Year);
        var print = await db.Set<ReportPrint>()
            .Where(p => p.County == county && p.Period == period && p.Template == template)
            .OrderByDescending(p => p.PrintedAt).ThenByDescending(p => p.Id)
            .Select(p => new { p.PrintedAt, p.Figures })
            .FirstOrDefaultAsync(cancellation);
        return print is null ? null : new FormerPrint(print.PrintedAt, JsonSerializer.Deserialize<List<Figure>>(print.Figures, Json)!);
    }

    private async Task<PrintedReport> KeepAsync(
        PrintCommand command, TemplateFile file, ReportSubject subject, FormerPrint? former, MadeReport made, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var print = new ReportPrint
        {
            County = command.County.Value,
            Id = Guid.CreateVersion7(now),
            Period = command.Period.Year,
            Revision = subject.Measurement.Revision,
            Template = file.Id,
            PrintedAt = now,
            Figures = JsonSerializer.Serialize(made.Figures, Json),
            Document = made.Document,
        };
        db.Add(print);
        await db.SaveChangesAsync(cancellation);
        return new PrintedReport(
            print.Id, file.Id, file.Title, print.Revision, now, made.Document, made.Figures, made.Changes, made.Missing, former?.PrintedAt);
    }
}
