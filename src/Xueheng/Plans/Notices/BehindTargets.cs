using Xueheng.Plans.Targets;

namespace Xueheng.Plans.Notices;

/// <summary>Targets of plans in force that are behind their path, for whoever answers for them.</summary>
public sealed class BehindTargets(MeasureTargets measure)
{
    public async Task<IReadOnlyList<Told>> RunAsync(string county, int period, CancellationToken cancellation) =>
    [
        .. (await measure.RunAsync(county, period, null, cancellation))
            .Where(s => s.State == TargetState.Behind)
            .SelectMany(s => new[] { s.Target.Division, s.Target.Head }.OfType<string>().Distinct().Select(who => new Told(who, NoticeKind.Behind, s.Target.Title, Said(s)))),
    ];

    private static string Said(TargetStanding standing) =>
        $"现为 {standing.Reading!.Value:0.##}{standing.Reading.Unit}，{(standing.Overdue ? "期限已过" : "按进度应为")} {(standing.Overdue ? standing.Goal : standing.Expected):0.##}{standing.Target.Unit}";
}
