using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>Grade and stage of the children of one year of birth. Children born from September 2017 to August 2018 (2017) begin primary school in 2024.</summary>
internal static class SchoolYear
{
    /// <summary>Age by years since birth at which each stage begins.</summary>
    public const int Preschool = 4;
    public const int Primary = 7;
    public const int Junior = 13;
    public const int Senior = 16;
    public const int Last = 18;

    public static int Begins(Stage stage) => stage switch
    {
        Stage.Preschool => Preschool,
        Stage.Primary => Primary,
        Stage.Junior => Junior,
        _ => Senior,
    };

    public static int Ends(Stage stage) => stage switch
    {
        Stage.Preschool => Primary - 1,
        Stage.Primary => Junior - 1,
        Stage.Junior => Senior - 1,
        _ => Last,
    };

    /// <summary>年级 code: a digit of the stage and the year within it.</summary>
    public static string Grade(Stage stage, int age) => $"{(int)stage - 1}{age - Begins(stage) + 1}";
}
