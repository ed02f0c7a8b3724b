using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>学历码 of teachers.</summary>
internal static class Degrees
{
    public static bool IsAbove(string degree, Stage stage) => stage switch
    {
        Stage.Junior => degree is "11" or "14" or "21",
        Stage.Senior or Stage.Vocational => degree is "11" or "14",
        _ => degree is "11" or "14" or "21" or "31",
    };

    /// <summary>A degree above what the stage requires, by the custom of the teacher's generation.</summary>
    public static string Above(Stage stage, int age, Dice dice) => stage switch
    {
        Stage.Junior => dice.Chance(age < 35 ? 0.12 : 0.03) ? "14" : "21",
        Stage.Senior or Stage.Vocational => dice.Chance(0.02) ? "11" : "14",
        Stage.Primary => dice.Chance(age < 35 ? 0.04 : 0.005) ? "14" : dice.Chance(age < 40 ? 0.85 : 0.55) ? "21" : "31",
        _ => dice.Chance(0.3) ? "21" : "31",
    };
}
