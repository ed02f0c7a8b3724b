using Xueheng.Engines.Balance;
using Xueheng.Engines.LeastChange;

namespace Xueheng.Engines.Tests.LeastChange;

public sealed class TangentCutTests
{
    [Fact]
    public void A_cut_holds_wherever_the_disparity_holds_and_not_where_it_was_made()
    {
        var (cut, kept) = (0, 0);
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var disparity = new RandomCounty(seed, schools: 4, most: 9, limit: 0.25).Problem.Requirements.OfType<DisparityRequirement>().First();
            var at = Draw();
            if (disparity.Holds(at))
            {
                continue;
            }

            var row = TangentCut.At(disparity, at);
            Assert.False(row.Holds(at));
            cut++;
            for (var i = 0; i < 300; i++)
            {
                var steps = Draw();
                if (disparity.Holds(steps))
                {
                    kept++;
                    Assert.True(row.Holds(steps));
                }
            }

            int[] Draw() => [.. Enumerable.Range(0, 12).Select(_ => random.Next(0, 10))];
        }

        Assert.True(cut > 20 && kept > 100, $"{cut} {kept}");
    }

    [Fact]
    public void The_root_is_never_below_and_never_far_above()
    {
        foreach (var square in new[] { Fraction.Of(2, 1), Fraction.Of(1, 3), Fraction.Of(4, 9), Fraction.Of(123456789, 1000), Fraction.Zero })
        {
            var root = TangentCut.RootAbove(square);
            Assert.True(root * root >= square);
            Assert.True((root * root) - square < Fraction.Of(1, System.Numerics.BigInteger.Pow(2, 90)));
        }
    }
}
