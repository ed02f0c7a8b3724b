namespace Xueheng.Census;

/// <summary>学段. The numbers are stored; do not renumber.</summary>
public enum Stage
{
    Preschool = 1,
    Primary = 2,
    Junior = 3,
    Senior = 4,
    Vocational = 5,
}

/// <summary>How a stage is written in workbooks (Chinese) and in JSON, addresses and packs (lower-case English).</summary>
public static class StageNames
{
    private static readonly (Stage Stage, string Id, string Chinese)[] Names =
    [
        (Stage.Preschool, "preschool", "学前"),
        (Stage.Primary, "primary", "小学"),
        (Stage.Junior, "junior", "初中"),
        (Stage.Senior, "senior", "高中"),
        (Stage.Vocational, "vocational", "中职"),
    ];

    public static string Id(this Stage stage) => Names.First(n => n.Stage == stage).Id;

    public static string Chinese(this Stage stage) => Names.First(n => n.Stage == stage).Chinese;

    /// <summary>Reads either spelling; null when it is neither.</summary>
    public static Stage? Parse(string? text)
    {
        foreach (var name in Names)
        {
            if (string.Equals(text, name.Id, StringComparison.OrdinalIgnoreCase) || text == name.Chinese)
            {
                return name.Stage;
            }
        }

        return null;
    }
}
