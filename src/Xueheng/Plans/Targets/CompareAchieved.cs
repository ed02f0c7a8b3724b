using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Engines.Text;
using Xueheng.Packs;
using Xueheng.Storage;

namespace Xueheng.Plans.Targets;

/// <summary>Whether a reported figure is what the census says.</summary>
public enum AchievedVerdict
{
    Unknown = 0,
    Agrees = 1,
    Differs = 2,
}

/// <summary>A figure a document reports as achieved, beside what the census of its time says.</summary>
/// <param name="Period">The school year it is held against.</param>
/// <param name="Reading">What the census says, in the commitment's unit; null when nothing is published for the period.</param>
/// <param name="Reason">Why it is unknown; null when it is not.</param>
public sealed record AchievedCompared(Commitment Commitment, int Period, MetricReading? Reading, AchievedVerdict Verdict, string? Reason)
{
    /// <summary>
    /// A reported 达到90%以上 agrees with anything from 90; a figure without such a word agrees when it is the same at the digits it is
    /// written to.
    /// </summary>
    public static AchievedCompared Of(Commitment commitment, int period, MetricReading? reading)
    {
        var reason = reading is null ? $"{period} 学年还没有已发布的基础数据"
            : reading.Value is null ? reading.Missing ?? "没有数据"
            : commitment.Comparison == Comparison.IncreaseBy ? "文件说的是增加多少，单凭一年的数据不能核对"
            : null;
        if (reason is not null)
        {
            return new AchievedCompared(commitment, period, reading, AchievedVerdict.Unknown, reason);
        }

        var (said, value) = (commitment.Value!.Value, (decimal)reading!.Value!.Value);
        var agrees = commitment.Comparison switch
        {
            Comparison.AtLeast => value >= said,
            Comparison.AtMost => value <= said,
            _ => Math.Round(value, Digits(said), MidpointRounding.AwayFromZero) == said,
        };
        return new AchievedCompared(commitment, period, reading, agrees ? AchievedVerdict.Agrees : AchievedVerdict.Differs, null);
    }

    /// <summary>Digits after the point, zeros that storage added at the end left out.</summary>
    private static int Digits(decimal said) => (said / 1.0000000000000000000000000000m).Scale;
}

/// <summary>核对成绩: holds every accepted achieved figure of a plan against the published census of the time it speaks of.</summary>
public sealed class CompareAchieved(XuehengDb db, PackLibrary packs, ReadMetric read)
{
    /// <summary>In the order of the document.</summary>
    /// <param name="period">Taken where neither the figure nor the plan says a time.</param>
    public async Task<IReadOnlyList<AchievedCompared>> RunAsync(string county, int period, Plan plan, CancellationToken cancellation)
    {
        var achieved = await db.Set<Commitment>().AsNoTracking()
            .Where(c => c.County == county && c.Plan == plan.Id && c.State == CommitmentState.Accepted && c.Kind == CommitmentKind.Achieved && c.Metric != null && c.Value != null)
            .OrderBy(c => c.Order).ThenBy(c => c.Id)
            .ToListAsync(cancellation);
        if (achieved.Count == 0)
        {
            return [];
        }

        var revisions = (await db.Set<Revision>().AsNoTracking().Where(r => r.County == county && r.State == RevisionState.Published).ToListAsync(cancellation))
            .GroupBy(r => r.Period).ToDictionary(g => g.Key, g => g.MaxBy(r => r.Number)!);
        var otherwise = plan.From is { } from ? Deadlines.PeriodOf(from) : period;
        var compared = new List<AchievedCompared>(achieved.Count);
        foreach (var commitment in achieved)
        {
            var of = Deadlines.LastDayOf(commitment.Deadline) is { } day ? Deadlines.PeriodOf(day) : otherwise;
            var reading = revisions.GetValueOrDefault(of) is { } revision && await read.RunAsync(revision, commitment.Metric!, cancellation) is { Succeeded: true } found
                ? found.Value.In(commitment.Unit, packs.Metrics.Units)
                : null;
            compared.Add(AchievedCompared.Of(commitment, of, reading));
        }

        return compared;
    }
}
