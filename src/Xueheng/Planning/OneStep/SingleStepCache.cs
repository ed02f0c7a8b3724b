using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Xueheng.Standards.Trying;

namespace Xueheng.Planning.OneStep;

/// <summary>Ranked steps of counties opened to try steps on, which never change: kept as long as the county is.</summary>
public sealed class SingleStepCache
{
    private readonly ConditionalWeakTable<TrialCounty, ConcurrentDictionary<SingleStepsQuery, SingleStepsAnswer>> _kept = [];

    internal SingleStepsAnswer Of(TrialCounty county, SingleStepsQuery query, Func<IReadOnlyList<StepEffect>> rank) =>
        _kept.GetOrCreateValue(county).GetOrAdd(query, _ => new SingleStepsAnswer(rank()));
}
