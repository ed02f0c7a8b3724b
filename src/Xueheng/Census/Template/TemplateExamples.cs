namespace Xueheng.Census;

/// <summary>
/// Two example rows a sheet, in the layout's order of columns. They belong together: the class is of the school, the pupil
/// of the class. Persons and places are invented; the region 990101 of the identity numbers does not exist.
/// </summary>
internal static class TemplateExamples
{
    private const string First = "2199000001";
    private const string Second = "3199000002";

    public static string[][] Of(SheetKind kind) => kind switch
    {
        SheetKind.Schools =>
        [
            [First, "示例县实验小学", "小学", "镇中心区", "公办", "", "城关镇", "118.352", "34.369", "1986", "否", ""],
            [Second, "示例县柳河九年一贯制学校", "九年一贯制学校", "村庄", "公办", "", "柳河镇", "118.427", "34.301", "2003", "是", ""],
        ],
        SheetKind.Stages =>
        [
            [First, "小学", "1", "1", "1", "1", "1", "0", "1", "1", "1", "0", "0", "0", "0", "1", "", "", "", "", ""],
            [Second, "初中", "1", "1", "1", "1", "0", "1", "0", "1", "1", "1", "1", "0", "1", "0", "158", "160", "4", "3", "0"],
        ],
        SheetKind.Resources =>
        [
            [First, "2600", "300", "4200", "", "118.5", "16", "90", "14500", "1", "1", "55.8", "3.2", "", "", ""],
            [Second, "3900", "0", "6800", "", "152", "20", "120", "20100", "2", "1", "73.4", "3.9", "", "", ""],
        ],
        SheetKind.Classes =>
        [
            [First, "202301", "小学", "二年级", "二年级(1)班", "1"],
            [Second, "J2401", "初中", "七年级", "七年级(1)班", "1"],
        ],
        SheetKind.Teachers =>
        [
            ["T0000123", "张示例", "女", "1988-03-12", Identity("19880312", "024"), First, "小学", "语文", "大学本科毕业", "一级教师", "县级", "是", "专任教师", "是", "201009", "201809", "372", "否"],
            ["T0000124", "王示例", "男", "1979-11-02", Identity("19791102", "015"), Second, "初中", "体育", "大学本科毕业", "二级教师", "无", "是", "专任教师", "是", "200309", "201609", "360", "是"],
        ],
        SheetKind.Pupils =>
        [
            [$"G{Identity("20160520", "011")}", "李示例", "男", "2016-05-20", Identity("20160520", "011"), First, "202301", "二年级", "否", "否", "", "走读", "是", "城关镇"],
            [$"J{Identity("20120117", "026")}", "赵示例", "女", "2012-01-17", "", Second, "J2401", "七年级", "是", "否", "视力残疾", "住宿", "否", "柳河镇"],
        ],
        _ =>
        [
            ["教师平均工资", "98000"],
            ["公务员平均工资", "96500"],
        ],
    };

    private static string Identity(string born, string sequence)
    {
        var body = $"990101{born}{sequence}";
        return body + IdentityNumber.CheckCharacter(body);
    }
}
