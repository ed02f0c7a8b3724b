using Xueheng.Engines.Balance;

namespace Xueheng.Engines.Examples;

/// <summary>校际差异系数 of five schools.</summary>
internal static class DisparityOfSchools
{
    public static void Run(TextWriter output)
    {
        double[] teachersPerHundred = [9.7, 6.4, 7.2, 5.9, 6.8];
        double[] pupils = [210, 1450, 980, 2300, 640];
        var disparity = Disparity.Of(teachersPerHundred, pupils)!.Value;
        output.WriteLine($"mean {disparity.Mean:0.000}, S {disparity.Sd:0.000}, CV {disparity.Cv:0.0000}");
    }
}
