using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Engines.Text;
using Xueheng.Packs;
using Xueheng.Plans.Confirming;
using Xueheng.Plans.Documents;
using Xueheng.Plans.Suggesting;
using Xueheng.Storage;

namespace Xueheng.Plans.Importing;

/// <param name="Date">The day the document is of; null to take the one it shows.</param>
/// <param name="Undated">Nobody knows the day: 今年 and 三年内 are then left without a deadline.</param>
public sealed record ImportPlanCommand(CountyCode County, string FileName, byte[] Content, DateOnly? Date, bool Undated, string By)
{
    /// <summary>Where the document was published; null or empty when nobody says.</summary>
    public string? Address
    {
        get;
        init => field = string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }

    /// <summary>Ask the configured language model too: the text of the document is sent to it.</summary>
    public bool AskModel { get; init; }
}

/// <param name="Already">The county has the document already; nothing was made, and the plan is the one made of it then.</param>
/// <param name="Commitments">How many were found.</param>
public sealed record ImportedPlan(Plan Plan, string FileName, bool Already, int Commitments)
{
    /// <summary>What came of asking a language model; null when none was asked.</summary>
    public string? AskedModel { get; init; }
}

/// <summary>
/// 导入文件: keeps a document of the bureau, and makes of it a draft plan with its sections as goals and actions and what was found
/// in it as commitments to be looked at. All of it or nothing.
/// </summary>
public sealed class ImportPlan(XuehengDb db, PackLibrary packs, ICountyLock countyLock, SuggestCommitments suggest, TimeProvider clock)
{
    /// <summary>Code of the failure that means: the document shows no day and nobody said one.</summary>
    public const string NoDateCode = "XH5102";

    /// <summary>Larger files are not opened.</summary>
    public const int MostBytes = DocumentLimits.FileBytes;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <returns>Failures: those of <see cref="OpenDocument"/>, XH5102 no date, XH5103 another import is under way, XH5106 no address, XH5107 and XH5108 no language model to ask, XH5112 no name.</returns>
    public async Task<Outcome<ImportedPlan>> RunAsync(ImportPlanCommand command, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(command.By))
        {
            return ConfirmRules.NoName;
        }

        if (command.Address is not null && SourceAddress.Parse(command.Address) is null)
        {
            return new Failure("XH5106", $"“{command.Address}”不是网址，请填以 http:// 或 https:// 开头、不超过 {SourceAddress.Longest} 个字符的地址，或者不填");
        }

        var opened = OpenDocument.Bytes(command.FileName, command.Content);
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        // What people see of it is what is kept beside the file: offsets into the source of a page would show its markup.
        var text = opened.Value.Visible.ToString().Replace('\0', '\uFFFD');
        if (await FindAsync(command, text, cancellation) is { } there)
        {
            return there;
        }

        var reading = ReadDocument.Run(text, packs.Reading, command.Date);
        if (reading.Date is null && !command.Undated)
        {
            return new Failure(NoDateCode, $"“{command.FileName}”里没有写日期。请填上文件的日期再导入，“三年内”“今年”要从它算起；实在不知道，就注明日期不详");
        }

        Suggestions? suggestions = null;
        if (command.AskModel)
        {
            var asked = await suggest.RunAsync(reading, cancellation);
            if (!asked.Succeeded)
            {
                return asked.Failure;
            }

            suggestions = asked.Value;
        }

        await using var transaction = await countyLock.BeginAsync(db, command.County.Value, Patience, cancellation);
        if (transaction is null)
        {
            return new Failure("XH5103", "正有别人在导入，请过一会儿再试");
        }

        if (await FindAsync(command, text, cancellation) is { } meanwhile)
        {
            return meanwhile;
        }

        var made = new PlanOfReading(command, text, reading, suggestions, clock.GetUtcNow());
        db.AddRange(made.All);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return new ImportedPlan(made.Plan, command.FileName, Already: false, reading.Commitments.Count + (suggestions?.Found.Count ?? 0)) { AskedModel = suggestions?.Said };
    }

    /// <summary>What is said of a file of more than <see cref="MostBytes"/>, which need not be read for it.</summary>
    public static Failure TooLarge(string fileName) => OpenDocument.TooLarge(fileName);

    private async Task<ImportedPlan?> FindAsync(ImportPlanCommand command, string text, CancellationToken cancellation)
    {
        var county = command.County.Value;
        var document = await db.Set<PlanDocument>().AsNoTracking()
            .Where(d => d.County == county && d.Text == text)
            .OrderBy(d => d.ImportedAt)
            .Select(d => new { d.Id, d.FileName })
            .FirstOrDefaultAsync(cancellation);
        if (document is null
            || await db.Set<Plan>().AsNoTracking().FirstOrDefaultAsync(p => p.County == county && p.Document == document.Id, cancellation) is not { } plan)
        {
            return null;
        }

        return new ImportedPlan(
            plan, document.FileName, Already: true, await db.Set<Commitment>().CountAsync(c => c.County == county && c.Plan == plan.Id, cancellation));
    }
}
