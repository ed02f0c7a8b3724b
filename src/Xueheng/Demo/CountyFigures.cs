using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>
/// Rows of 县域: what the county declares of itself. Some reach what is asked, some do not, and two of the last period have
/// not been handed in.
/// </summary>
internal sealed class CountyFigures(CountyPlan plan)
{
    private readonly double _size = plan.Parts;

    // Item, then its value in 2022, 2023 and 2024; null where nothing was handed in.
    private static readonly (string Item, double?[] Values)[] Declared =
    [
        ("特教生均公用经费", [6500, 7000, 8000]),
        ("小学生均公用经费", [650, 720, 735]),
        ("初中生均公用经费", [850, 940, 955]),
        ("教师平均工资", [91_200, 96_400, 101_300]),
        ("公务员平均工资", [93_800, 97_100, 99_600]),
        ("适龄残疾儿童数", [318, 324, 331]),
        ("残疾儿童入学数", [301, 312, 320]),
        ("社会认可度", [83.6, 86.2, 88.4]),
        ("公办园生均公用经费", [400, 500, 600]),
        ("普惠园生均补助", [300, 400, 450]),
        ("公办园非在编教师平均工资", [36_500, 39_800, 42_600]),
        ("公办园在编教师平均工资", [56_800, 58_400, null]),
        ("学前社会认可度", [82.1, 84.9, null]),
    ];

    private static readonly HashSet<string> Amounts = ["适龄残疾儿童数", "残疾儿童入学数"];

    public IEnumerable<CountyItemRow> Of(int period, int migrants, int seniors)
    {
        foreach (var (item, values) in Declared)
        {
            if (values[period - 2022] is { } value)
            {
                yield return Row(item, Amounts.Contains(item) ? Math.Round(value * _size) : value);
            }
        }

        // Children of kindergarten age who live here, by the register.
        yield return Row("学前三年适龄人口", Enumerable.Range(SchoolYear.Preschool, 3).Sum(age =>
            plan.Towns.Where(t => !t.Outside).Sum(t => plan.Births(t, period - age))));
        var places = Math.Round(seniors * 0.31);
        yield return Row("优质高中招生计划", places);
        yield return Row("优质高中分配指标", Math.Round(places * (period switch { 2022 => 0.46, 2023 => 0.5, _ => 0.55 })));
        yield return Row("符合条件随迁子女数", migrants);
        yield return Row("随迁子女公办就读数", Math.Round(migrants * (period switch { 2022 => 0.83, 2023 => 0.86, _ => 0.89 })));
        yield return Row("随迁子女购买学位就读数", Math.Round(migrants * 0.03));
    }

    private static CountyItemRow Row(string item, double value) => new() { Item = item, Value = value };
}
