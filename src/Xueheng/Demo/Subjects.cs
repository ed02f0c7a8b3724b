using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>What teachers teach, in usual proportions.</summary>
internal static class Subjects
{
    private static readonly string[] Arts = ["体育", "体育", "体育", "音乐", "音乐", "美术", "美术", "体育", "艺术"];

    private static readonly string[] Primary =
        ["语文", "语文", "语文", "语文", "语文", "语文", "数学", "数学", "数学", "数学", "数学", "英语", "英语", "科学", "科学", "道德与法治", "信息科技", "劳动", "心理健康", "综合实践"];

    private static readonly string[] Junior =
        ["语文", "语文", "语文", "数学", "数学", "数学", "英语", "英语", "英语", "物理", "物理", "化学", "生物", "历史", "地理", "道德与法治", "信息科技", "心理健康"];

    private static readonly string[] Vocational = ["专业课", "专业课", "专业课", "语文", "数学", "英语", "信息科技"];

    public static bool IsArts(string subject) => Arts.Contains(subject);

    public static string Of(Stage stage, bool arts, Dice dice) => arts ? dice.Pick(Arts) : stage switch
    {
        Stage.Preschool => "学前",
        Stage.Primary => dice.Pick(Primary),
        Stage.Vocational => dice.Pick(Vocational),
        _ => dice.Pick(Junior),
    };
}
