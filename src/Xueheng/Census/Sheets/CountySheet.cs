using static Xueheng.Census.ColumnKind;

namespace Xueheng.Census;

/// <summary>县域: figures the county itself declares, one a row.</summary>
internal static class CountySheet
{
    public static Sheet Items { get; } = new(SheetKind.CountyItems, "县域", "County", typeof(CountyItemRow),
        "全县层面的数，每项一行。项目名称和单位见代码表。",
        [
            new("项目", "Item", Code, nameof(CountyItemRow.Item)) { Required = true, Table = "county-item", Note = "从下拉列表中选。", Example = "教师平均工资" },
            new("数值", "Value", Number, nameof(CountyItemRow.Value)) { Required = true, Minimum = 0, Note = "按项目的单位填数字。", Example = "98000" },
        ]);
}
