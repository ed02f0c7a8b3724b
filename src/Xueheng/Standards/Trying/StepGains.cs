using Xueheng.Census;
using Xueheng.Engines.Balance;
using Xueheng.Engines.LeastChange;
using Xueheng.Facts;

namespace Xueheng.Standards.Trying;

/// <summary>Which steps add to a fact at a place.</summary>
internal sealed class StepGains
{
    private readonly Dictionary<(string School, Stage? Stage, string Fact), List<StepGain>> _gains = [];

    public StepGains(IReadOnlyList<FactStep> steps, FactPack pack)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            foreach (var change in steps[i].Changes(pack, 1))
            {
                var key = (change.School, change.Stage, change.Fact);
                if (!_gains.TryGetValue(key, out var list))
                {
                    _gains.Add(key, list = []);
                }

                list.Add(new StepGain(i, change.By));
            }
        }
    }

    /// <param name="value">The value as it stands, shares taken.</param>
    public Affine Of(Fraction value, Fraction share, params IEnumerable<(string School, Stage? Stage, string Fact)> places) => new(
        value,
        [
            .. places.SelectMany(p => _gains.GetValueOrDefault(p) ?? []).GroupBy(g => g.Step).OrderBy(g => g.Key)
                .Select(g => new StepGain(g.Key, share * g.Aggregate(Fraction.Zero, (sum, one) => sum + one.Gain))),
        ]);
}
