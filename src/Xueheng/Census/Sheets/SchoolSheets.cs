using static Xueheng.Census.ColumnKind;

namespace Xueheng.Census;

/// <summary>学校, 学段 and 资源: a school, what it declares for a stage, what the whole of it has.</summary>
internal static class SchoolSheets
{
    public static SheetColumn School { get; } = new("学校标识码", "School code", Identifier, nameof(SchoolRowBase.School))
    {
        Required = true,
        Identifier = IdentifierKind.School,
        Note = "10 位数字的学校（机构）标识码。请把整列设为文本格式。",
        Example = "2132000001",
        Also = ["学校代码", "学校编码", "标识码"],
    };

    public static Sheet Schools { get; } = new(SheetKind.Schools, "学校", "Schools", typeof(SchoolRow),
        "每所学校、幼儿园、教学点一行。其他各表的学校标识码都要先在这里出现。",
        [
            School,
            new("学校名称", "School name", Text, nameof(SchoolRow.Name)) { Required = true, Note = "公章上的全称。", Example = "示例县实验小学" },
            new("办学类型码", "School type", Code, nameof(SchoolRow.Type))
            {
                Required = true, Table = "school-type", Note = "三位代码或名称，如 211 小学、312 九年一贯制学校。", Example = "211", Also = ["办学类型"],
            },
            new("城乡类型码", "Urban-rural type", Code, nameof(SchoolRow.UrbanRural))
            {
                Table = "urban-rural", Note = "三位代码或名称，如 111 主城区、121 镇中心区、220 村庄。", Example = "121", Also = ["城乡类型"],
            },
            new("办别", "Ownership", Code, nameof(SchoolRow.Public)) { Required = true, Table = "ownership", Note = "公办或民办。", Example = "公办" },
            YesNoColumn("普惠性民办", "Inclusive private", nameof(SchoolRow.Inclusive), "经认定的普惠性民办幼儿园填“是”；公办学校不用填。", "否"),
            new("乡镇", "Town", Text, nameof(SchoolRow.Town)) { Note = "所在乡镇或街道。", Example = "城关镇", Also = ["所在乡镇"] },
            new("经度", "Longitude", Number, nameof(SchoolRow.Longitude)) { Minimum = 73, Maximum = 136, Note = "十进制度，东经，如 118.352。", Example = "118.352" },
            new("纬度", "Latitude", Number, nameof(SchoolRow.Latitude)) { Minimum = 3, Maximum = 54, Note = "十进制度，北纬，如 34.369。", Example = "34.369" },
            new("建校年", "Founded", WholeNumber, nameof(SchoolRow.Founded)) { Minimum = 1000, Maximum = 2100, Note = "四位年份。", Example = "1986" },
            YesNoColumn("寄宿制", "Boarding", nameof(SchoolRow.Boarding), "寄宿制学校填“是”。", "否"),
            new("主校标识码", "Main school", Identifier, nameof(SchoolRow.Main))
            {
                Identifier = IdentifierKind.School, Note = "校区、教学点计入主校时填主校的学校标识码；独立计算时空着。", Example = "",
            },
        ]);

    public static Sheet Stages { get; } = new(SheetKind.Stages, "学段", "Stages", typeof(StageRow),
        "学校按学段申报的数。九年一贯制等学校每个学段一行。有花名册的数会与申报数核对。",
        [
            School,
            StageColumn("学段"),
            Count("学生数", "Pupils", nameof(StageRow.Pupils), "学年初在校生数。", "486") with { Required = true },
            Count("班级数", "Classes", nameof(StageRow.Classes), "", "12"),
            Count("专任教师数", "Full-time teachers", nameof(StageRow.FullTimeTeachers), "在编和聘任制专任教师，不含兼职、代课。", "28"),
            Count("高于规定学历教师数", "Above-degree teachers", nameof(StageRow.AboveDegreeTeachers), "小学为大专及以上，初中为本科及以上。", "27"),
            Count("县级以上骨干教师数", "Backbone teachers", nameof(StageRow.BackboneTeachers), "县级及以上。", "6"),
            Count("体音美专任教师数", "Arts-sports teachers", nameof(StageRow.ArtsSportsTeachers), "体育、音乐、美术、艺术专任教师。", "5"),
            Count("中级及以上职称教师数", "Intermediate-title teachers", nameof(StageRow.IntermediateTitleTeachers), "", "18"),
            Count("持证教师数", "Certified teachers", nameof(StageRow.CertifiedTeachers), "持教师资格证的专任教师。", "28"),
            Count("培训达标教师数", "Trained teachers", nameof(StageRow.TrainedTeachers), "近五年满 360 学时的专任教师。", "28"),
            Count("符合交流条件教师数", "Rotation-eligible teachers", nameof(StageRow.RotationEligibleTeachers), "", "12"),
            Count("交流教师数", "Rotated teachers", nameof(StageRow.RotatedTeachers), "本学年交流轮岗的教师。", "2"),
            Count("交流骨干教师数", "Rotated backbone teachers", nameof(StageRow.RotatedBackboneTeachers), "", "1"),
            Count("随迁子女数", "Migrant pupils", nameof(StageRow.MigrantPupils), "", "35"),
            Count("划片内学生数", "In-zone pupils", nameof(StageRow.InZonePupils), "住址在划片范围内的在校生。", "480"),
            Count("毕业生数", "Graduates", nameof(StageRow.Graduates), "初中填，用于三年巩固率。", ""),
            Count("初一时在校生数", "Entry pupils", nameof(StageRow.EntryPupils), "本届毕业生初一时的在校生数。", ""),
            Count("三年转入", "Transfers in", nameof(StageRow.TransfersIn), "", ""),
            Count("三年转出", "Transfers out", nameof(StageRow.TransfersOut), "", ""),
            Count("死亡数", "Deaths", nameof(StageRow.Deaths), "", ""),
        ]);

    public static Sheet Resources { get; } = new(SheetKind.Resources, "资源", "Resources", typeof(ResourceRow),
        "全校共有的用房、场地、设备和经费，每校一行，不分学段。面积用㎡，金额用万元。",
        [
            School,
            Amount("教学及辅助用房面积", "Teaching area", nameof(ResourceRow.TeachingArea), "㎡", "含室内体育用房。", "2600"),
            Amount("室内体育用房面积", "Indoor sports area", nameof(ResourceRow.IndoorSportsArea), "㎡", "", "300"),
            Amount("室外运动场地面积", "Outdoor sports area", nameof(ResourceRow.OutdoorSportsArea), "㎡", "", "4200"),
            Amount("校外租赁运动场地面积", "Rented sports area", nameof(ResourceRow.RentedSportsArea), "㎡", "政府签订租赁合同、步行 10 分钟内可达的校外场馆。", ""),
            Amount("教学仪器设备值", "Equipment value", nameof(ResourceRow.EquipmentValue), "万元", "账面原值。", "118.5"),
            Count("网络多媒体教室数", "Multimedia rooms", nameof(ResourceRow.MultimediaRooms), "", "16"),
            Count("计算机台数", "Computers", nameof(ResourceRow.Computers), "", "90"),
            Count("图书册数", "Books", nameof(ResourceRow.Books), "", "14500"),
            Count("音乐专用教室数", "Music rooms", nameof(ResourceRow.MusicRooms), "", "1"),
            Count("美术专用教室数", "Art rooms", nameof(ResourceRow.ArtRooms), "", "1"),
            Amount("公用经费预算", "Operating budget", nameof(ResourceRow.OperatingBudget), "万元", "学年公用经费预算总额。", "55.8"),
            Amount("教师培训经费", "Training budget", nameof(ResourceRow.TrainingBudget), "万元", "", "3.2"),
            Amount("活动用房面积", "Activity area", nameof(ResourceRow.ActivityArea), "㎡", "幼儿园填。", ""),
            Amount("户外游戏场地面积", "Playground area", nameof(ResourceRow.PlaygroundArea), "㎡", "幼儿园填。", ""),
            Amount("园舍建筑面积", "Kindergarten area", nameof(ResourceRow.KindergartenArea), "㎡", "幼儿园填。", ""),
        ]);

    public static SheetColumn StageColumn(string heading) => new(heading, "Stage", Code, nameof(StageRow.Stage))
    {
        Required = true, Table = "stage", Note = "学前、小学、初中、高中、中职之一。", Example = "小学",
    };

    public static SheetColumn YesNoColumn(string heading, string english, string property, string note, string example) =>
        new(heading, english, YesNo, property) { Note = note, Example = example };

    public static SheetColumn Count(string heading, string english, string property, string note, string example) =>
        new(heading, english, WholeNumber, property) { Minimum = 0, Note = note, Example = example };

    private static SheetColumn Amount(string heading, string english, string property, string unit, string note, string example) =>
        new(heading, english, Number, property) { Minimum = 0, Unit = unit, Note = note, Example = example };
}
