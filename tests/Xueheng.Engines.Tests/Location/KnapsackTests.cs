using Xueheng.Engines.Location.Lagrange;

namespace Xueheng.Engines.Tests.Location;

public sealed class KnapsackTests
{
    [Fact]
    public void The_best_filling_is_that_of_dynamic_programming()
    {
        var random = new Random(5);
        var knapsack = new Knapsack(40);
        for (var round = 0; round < 500; round++)
        {
            var (count, capacity) = (random.Next(30), random.Next(60));
            int[] weights = [.. Enumerable.Range(0, count).Select(_ => random.Next(15))];
            double[] values = [.. Enumerable.Range(0, count).Select(_ => 0.1 + random.NextDouble())];
            knapsack.Clear();
            for (var k = 0; k < count; k++)
            {
                knapsack.Put(k, values[k], weights[k]);
            }

            var bound = knapsack.Solve(capacity, int.MaxValue);

            var best = new double[capacity + 1];
            for (var k = 0; k < count; k++)
            {
                for (var c = capacity; c >= weights[k]; c--)
                {
                    best[c] = Math.Max(best[c], best[c - weights[k]] + values[k]);
                }
            }

            Assert.Equal(best[capacity], bound, 6);
            Assert.Equal(knapsack.Value, knapsack.Chosen.ToArray().Sum(k => values[k]), 9);
            Assert.True(knapsack.Chosen.ToArray().Sum(k => weights[k]) <= capacity && knapsack.Relaxed >= bound - 1e-9);
        }
    }

    [Fact]
    public void Cut_short_it_still_bounds()
    {
        var knapsack = new Knapsack(60);
        for (var round = 0; round < 200; round++)
        {
            double Solved(int nodes)
            {
                var same = new Random(round);
                knapsack.Clear();
                for (var k = 0; k < 60; k++)
                {
                    var weight = 10 + same.Next(20);
                    knapsack.Put(k, weight + same.NextDouble(), weight);
                }

                return knapsack.Solve(300 + round, nodes);
            }

            Assert.True(Solved(3) >= Solved(100_000) - 1e-9);
        }
    }
}
