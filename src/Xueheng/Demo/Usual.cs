using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>What a school has, a hundred pupils or one pupil each, where it is neither rich nor poor. The demo varies around these.</summary>
internal static class Usual
{
    public const int Aspects = 7;

    /// <summary>㎡ for each child of a kindergarten.</summary>
    public const double ActivityRooms = 8.17;

    public const double Playground = 4;

    public const double KindergartenBuildings = 10.44;

    /// <summary>The seven by place: above-degree, backbone, arts and sports teachers; teaching area, sports area, equipment, multimedia rooms.</summary>
    public static double Of(Stage stage, Aspect aspect) => Figures(stage)[(int)aspect];

    private static double[] Figures(Stage stage) => stage switch
    {
        Stage.Primary => [4.2, 1.0, 0.9, 4.5, 7.5, 2000, 2.3],
        Stage.Junior => [5.3, 1.0, 0.9, 5.8, 10.2, 2500, 2.4],
        Stage.Senior => [0.9, 1.6, 0.7, 6.6, 10.8, 3400, 2.4],
        Stage.Vocational => [0.5, 1.0, 0.5, 7.5, 9, 5200, 2.2],
        _ => [6.3, 0.3, 0.2, 8.17, 4, 1500, 3.4],
    };
}

/// <summary>What a school can be short of.</summary>
internal enum Aspect
{
    AboveDegree = 0,
    Backbone = 1,
    ArtsSports = 2,
    TeachingArea = 3,
    SportsArea = 4,
    Equipment = 5,
    Multimedia = 6,
}
