using Xueheng.Packs;
using Xueheng.Storage;

namespace Xueheng.Standards;

/// <param name="Verdict">Meets or fails.</param>
/// <param name="Evidence">What it rests on: documents, dates, findings.</param>
/// <param name="FileName">Name of a file of evidence; null when there is none.</param>
public sealed record JudgementCommand(
    string County,
    int Period,
    string Standard,
    string Indicator,
    Verdict Verdict,
    string Evidence,
    string JudgedBy,
    string? FileName = null,
    byte[]? FileContent = null);

/// <summary>Enters a person's judgement of an indicator that no data can tell. Earlier ones stay as its history.</summary>
public sealed class EnterJudgement(XuehengDb db, PackLibrary packs, TimeProvider clock)
{
    /// <summary>Larger evidence belongs in an archive, with its reference in <see cref="JudgementCommand.Evidence"/>.</summary>
    public const int MaxFileBytes = 20 * 1024 * 1024;

    public async Task<Outcome<Judgement>> RunAsync(JudgementCommand command, CancellationToken cancellation)
    {
        if (Refusal(command) is { } refusal)
        {
            return refusal;
        }

        var judgement = new Judgement
        {
            County = command.County,
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Period = command.Period,
            Standard = command.Standard,
            Indicator = command.Indicator,
            Verdict = command.Verdict,
            Evidence = command.Evidence.Trim(),
            FileName = Path.GetFileName(command.FileName),
            FileContent = command.FileContent,
            JudgedBy = command.JudgedBy.Trim(),
            JudgedAt = clock.GetUtcNow(),
        };
        db.Add(judgement);
        await db.SaveChangesAsync(cancellation);
        return judgement;
    }

    private Failure? Refusal(JudgementCommand command)
    {
        if (Census.CountyCode.Parse(command.County) is null)
        {
            return new Failure("XH2003", $"“{command.County}”不是六位区县代码");
        }

        if (packs.FindStandard(command.Standard) is not { } standard)
        {
            return new Failure("XH2001", $"没有标准 {command.Standard}，现有：{string.Join("、", packs.Standards.Select(s => s.Id))}");
        }

        if (standard.FindCountyIndicator(command.Indicator) is not { Judged: true })
        {
            return new Failure("XH2004", $"{command.Indicator} 不由人判断，由人判断的有：{string.Join("、", standard.CountyIndicators.Where(i => i.Judged).Select(i => i.Id))}");
        }

        if (command.Verdict is not (Verdict.Meets or Verdict.Fails))
        {
            return new Failure("XH2005", "判断只能是达标或不达标");
        }

        if (string.IsNullOrWhiteSpace(command.Evidence))
        {
            return new Failure("XH2006", "请写明判断的依据，例如文件名称、文号和核查情况");
        }

        if (string.IsNullOrWhiteSpace(command.JudgedBy))
        {
            return new Failure("XH2007", "请写明判断人");
        }

        return command.FileContent?.Length > MaxFileBytes
            ? new Failure("XH2008", $"佐证文件不能超过 {MaxFileBytes / 1024 / 1024} MB，请存入档案并在依据中写明编号")
            : null;
    }
}
