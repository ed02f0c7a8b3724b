using System.Globalization;
using Xueheng.Engines.Balance;

namespace Xueheng.Engines.Tests.Balance;

/// <summary>The engine against figures that were published with the formula or by inspected counties.</summary>
public sealed class PublishedFiguresTests
{
    // 县域义务教育校际均衡指标计算方法(以生均图书册数为例): five primary schools, books and pupils.
    private static readonly double[] Pupils = [45, 37, 89, 76, 55];
    private static readonly double[] Books = [279, 137, 935, 160, 402];

    private static double[] PerPupil => [.. Books.Zip(Pupils, (b, n) => b / n)];

    /// <summary>Published CVs and composites, from three inspection annexes (23 rows).</summary>
    public static TheoryData<string, double[], double> Composites
    {
        get
        {
            var rows = new TheoryData<string, double[], double>();
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Balance", "Published", "composites.csv")).Where(l => l[0] != '#').Skip(1))
            {
                var cells = line.Split(',');
                double[] numbers = [.. cells[3..].Select(c => double.Parse(c, CultureInfo.InvariantCulture))];
                rows.Add($"{cells[0]} {cells[1]} {cells[2]}", numbers[..8], numbers[8]);
            }

            return rows;
        }
    }

    [Fact]
    public void The_worked_example_gives_the_published_mean_deviation_and_coefficient()
    {
        var result = Disparity.Of(PerPupil, Pupils)!.Value;

        Assert.Equal(6.3344, result.Mean, 4);
        Assert.Equal(3.2639, result.Sd, 4);
        Assert.Equal(0.5153, result.Cv!.Value, 4);
        Assert.Equal(1913.0 / 302, result.Mean, 12);
    }

    [Fact]
    public void The_unweighted_forms_of_public_software_are_not_what_we_give()
    {
        var x = PerPupil;
        var mean = x.Average();
        var squares = x.Sum(v => (v - mean) * (v - mean));
        var cv = Disparity.Of(x, Pupils)!.Value.Cv!.Value;

        Assert.Equal(0.4888, Math.Sqrt(squares / 5) / mean, 4);
        Assert.Equal(0.5465, Math.Sqrt(squares / 4) / mean, 4);
        Assert.NotEqual(0.4888, cv, 2);
        Assert.NotEqual(0.5465, cv, 2);
    }

    /// <summary>鸠江区2023年,小学: mean, standard deviation and coefficient of the seven indicators.</summary>
    [Theory]
    [InlineData(5.515273, 1.643162, 0.297929)]
    [InlineData(0.887611, 0.445392, 0.501787)]
    [InlineData(0.879277, 0.353427, 0.401952)]
    [InlineData(4.563288, 1.316139, 0.288419)]
    [InlineData(7.925946, 2.975795, 0.37545)]
    [InlineData(2496.674864, 780.914372, 0.312782)]
    [InlineData(2.784743, 1.097759, 0.394205)]
    public void Published_deviation_over_published_mean_is_the_published_coefficient(double mean, double sd, double cv)
    {
        // Two schools of one size stand for the county: their mean and deviation are the published ones.
        var result = Disparity.Of([mean - sd, mean + sd], [500, 500])!.Value;

        Assert.Equal(mean, result.Mean, 9);
        Assert.Equal(sd, result.Sd, 9);
        Assert.Equal(cv, result.Cv!.Value, 6);
    }

    [Fact]
    public void The_composite_of_the_same_county_is_the_mean_of_its_seven_coefficients() => Assert.Equal(
        0.367503,
        Disparity.Composite([0.297929, 0.501787, 0.401952, 0.288419, 0.37545, 0.312782, 0.394205])!.Value,
        6);

    [Fact]
    public void All_twenty_three_published_rows_are_there() => Assert.Equal(23, Composites.Count);

    [Theory, MemberData(nameof(Composites))]
    public void Published_composites_are_the_mean_of_their_eight_coefficients(string row, double[] coefficients, double published)
    {
        var composite = Disparity.Composite(coefficients)!.Value;

        // The printed coefficients are themselves rounded to three decimals.
        Assert.True(Math.Abs(composite - published) <= 0.001, $"{row}: {composite} computed, {published} published");
    }
}
