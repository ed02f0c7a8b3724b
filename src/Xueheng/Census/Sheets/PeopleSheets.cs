using static Xueheng.Census.ColumnKind;

namespace Xueheng.Census;

/// <summary>班级, 教师 and 学生.</summary>
internal static class PeopleSheets
{
    private static readonly SheetColumn Name = new("姓名", "Name", Text, nameof(TeacherRow.Name)) { Required = true, Note = "与身份证一致。" };

    private static readonly SheetColumn Sex = new("性别", "Sex", Code, nameof(TeacherRow.Sex)) { Table = "sex", Note = "男或女。" };

    private static readonly SheetColumn Born = new("出生日期", "Born", Date, nameof(TeacherRow.Born))
    {
        Note = "如 2015-09-01 或 20150901。", Also = ["Date of birth"],
    };

    private static readonly SheetColumn Identity = new("身份证号", "Identity number", Identifier, nameof(TeacherRow.Identity))
    {
        Identifier = IdentifierKind.Identity,
        Note = "18 位。请把整列设为文本格式，数字格式会丢失后三位。",
        Also = ["身份证件号", "证件号码", "身份证号码"],
    };

    private static readonly SheetColumn Class = new("班号", "Class", Identifier, nameof(ClassRow.Class))
    {
        Required = true, Identifier = IdentifierKind.Class, Note = "学校内不重复，不超过 20 个字符。", Example = "202301", Also = ["Class code", "班级编号"],
    };

    private static readonly SheetColumn Grade = new("年级", "Grade", Code, nameof(ClassRow.Grade))
    {
        Required = true, Table = "grade", Note = "如 小班、一年级、七年级（初一）、高一。", Example = "二年级",
    };

    public static Sheet Classes { get; } = new(SheetKind.Classes, "班级", "Classes", typeof(ClassRow),
        "每个班一行。学生数与学生表的花名册核对。",
        [
            SchoolSheets.School,
            Class,
            SchoolSheets.StageColumn("学段"),
            Grade,
            new("班级名称", "Class name", Text, nameof(ClassRow.Name)) { Note = "", Example = "二年级(1)班" },
            SchoolSheets.Count("学生数", "Pupils", nameof(ClassRow.Declared), "班额。", "42"),
        ]);

    public static Sheet Teachers { get; } = new(SheetKind.Teachers, "教师", "Teachers", typeof(TeacherRow),
        "每位教师一行。",
        [
            new("工号", "Teacher number", Identifier, nameof(TeacherRow.Teacher))
            {
                Required = true, Identifier = IdentifierKind.Teacher, Note = "全县不重复，不超过 20 个字母或数字。", Example = "T0000123", Also = ["Teacher", "教师工号", "教工号"],
            },
            Name with { Example = "张示例" },
            Sex with { Example = "女" },
            Born with { Example = "1988-03-12" },
            Identity with { Example = "" },
            SchoolSheets.School,
            SchoolSheets.StageColumn("任课学段") with { Also = ["Teaching stage"] },
            new("任教学科", "Subject", Code, nameof(TeacherRow.Subject)) { Table = "subject", Note = "如 语文、数学、体育。", Example = "语文", Also = ["学科", "任课学科"] },
            new("学历码", "Degree", Code, nameof(TeacherRow.Degree)) { Table = "degree", Note = "两位代码或名称，如 21 大学本科毕业。", Example = "21", Also = ["学历", "最高学历"] },
            new("职称", "Title", Code, nameof(TeacherRow.Title)) { Table = "title", Note = "如 一级教师、高级教师。", Example = "一级教师", Also = ["专业技术职务"] },
            new("骨干级别", "Backbone level", Code, nameof(TeacherRow.Backbone)) { Table = "backbone", Note = "无、校级、县级、市级、省级；空着等于“无”。", Example = "县级", Also = ["Backbone", "骨干教师级别"] },
            SchoolSheets.YesNoColumn("专任", "Full-time", nameof(TeacherRow.FullTime), "专任教师填“是”；兼职、代课填“否”。", "是") with { Required = true, Also = ["专任教师", "是否专任"] },
            new("编制类别码", "Staff type", Code, nameof(TeacherRow.StaffType)) { Table = "staff-type", Note = "一位代码或名称，如 1 专任教师。", Example = "1", Also = ["编制类别"] },
            SchoolSheets.YesNoColumn("持证", "Certified", nameof(TeacherRow.Certified), "有教师资格证填“是”。", "是") with { Also = ["持教师资格证"] },
            new("从教年月", "Teaching since", Month, nameof(TeacherRow.TeachingSince)) { Note = "如 201009。", Example = "201009" },
            new("到校年月", "At school since", Month, nameof(TeacherRow.AtSchoolSince)) { Note = "如 201809。", Example = "201809" },
            new("近五年培训学时", "Training hours", Number, nameof(TeacherRow.TrainingHours)) { Minimum = 0, Note = "", Example = "372" },
            SchoolSheets.YesNoColumn("本学年交流", "Rotated", nameof(TeacherRow.Rotated), "本学年交流轮岗填“是”。", "否"),
        ]);

    public static Sheet Pupils { get; } = new(SheetKind.Pupils, "学生", "Pupils", typeof(PupilRow),
        "每名学生、幼儿一行。",
        [
            new("学籍号", "Pupil number", Identifier, nameof(PupilRow.Pupil))
            {
                Required = true,
                Identifier = IdentifierKind.Pupil,
                Note = "19 位：G 加身份证号；J 加 18 位（无身份证）；L 为临时。请把整列设为文本格式。",
                Example = "",
                Also = ["Pupil", "全国学籍号", "学籍号码"],
            },
            Name with { Example = "李示例" },
            Sex with { Example = "男" },
            Born with { Example = "2016-05-20" },
            Identity with { Example = "" },
            SchoolSheets.School,
            Class,
            Grade,
            SchoolSheets.YesNoColumn("随迁", "Migrant", nameof(PupilRow.Migrant), "进城务工人员随迁子女填“是”。", "否") with { Also = ["随迁子女"] },
            SchoolSheets.YesNoColumn("留守", "Left behind", nameof(PupilRow.LeftBehind), "留守儿童填“是”。", "否") with { Also = ["留守儿童"] },
            new("残疾类别", "Disability", Code, nameof(PupilRow.Disability)) { Table = "disability", Note = "没有残疾空着或填“无”。", Example = "", Also = ["残疾类型"] },
            new("就读方式", "Attendance", Code, nameof(PupilRow.Attendance)) { Table = "attendance", Note = "走读或住宿。", Example = "走读" },
            SchoolSheets.YesNoColumn("划片内", "In zone", nameof(PupilRow.InZone), "住址在学校划片范围内填“是”。", "是"),
            new("户籍乡镇", "Home town", Text, nameof(PupilRow.HomeTown)) { Note = "", Example = "城关镇" },
        ]);
}
