using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Standards;

/// <summary>A judgement as lists show it: the file of evidence by name, without its content.</summary>
public sealed record JudgementEntry(
    Guid Id,
    string Indicator,
    Verdict Verdict,
    string Evidence,
    string? FileName,
    string JudgedBy,
    DateTimeOffset JudgedAt);

/// <summary>The judgements entered for a county's period, the newest first. The newest of an indicator counts.</summary>
public sealed class JudgementHistory(XuehengDb db)
{
    /// <param name="indicator">One indicator, or null for all.</param>
    public async Task<IReadOnlyList<JudgementEntry>> ListAsync(
        string county, int period, string standard, string? indicator, CancellationToken cancellation) =>
        await db.Set<Judgement>()
            .Where(j => j.County == county && j.Period == period && j.Standard == standard && (indicator == null || j.Indicator == indicator))
            .OrderByDescending(j => j.JudgedAt).ThenByDescending(j => j.Id)
            .Select(j => new JudgementEntry(j.Id, j.Indicator, j.Verdict, j.Evidence, j.FileName, j.JudgedBy, j.JudgedAt))
            .ToListAsync(cancellation);

    /// <summary>The file of evidence of one judgement; null when there is none.</summary>
    public async Task<(string Name, byte[] Content)?> FindFileAsync(string county, Guid id, CancellationToken cancellation) =>
        await db.Set<Judgement>()
            .Where(j => j.County == county && j.Id == id && j.FileName != null && j.FileContent != null)
            .Select(j => new { j.FileName, j.FileContent })
            .FirstOrDefaultAsync(cancellation) is { } found
            ? (found.FileName!, found.FileContent!)
            : null;
}
