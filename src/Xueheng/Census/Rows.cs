namespace Xueheng.Census;

/// <summary>One row of a workbook's sheet, as it was published, with the place it came from.</summary>
public abstract class CensusRow
{
    public string County { get; set; } = "";

    public int Revision { get; set; }

    /// <summary>Number of the row within its sheet kind and revision, from 1.</summary>
    public int No { get; set; }

    /// <summary>Index into <see cref="Census.Revision.Files"/>.</summary>
    public int File { get; set; }

    /// <summary>Row number in the sheet as the spreadsheet shows it; the headings are row 1.</summary>
    public int Line { get; set; }
}

/// <summary>A row that belongs to a school: every sheet but 县域.</summary>
public abstract class SchoolRowBase : CensusRow
{
    /// <summary>学校标识码.</summary>
    public string School { get; set; } = "";
}

/// <summary>A row of 学校.</summary>
public sealed class SchoolRow : SchoolRowBase
{
    public string Name { get; set; } = "";

    /// <summary>办学类型码, three digits (code table <c>school-type</c>).</summary>
    public string Type { get; set; } = "";

    /// <summary>城乡类型码 (code table <c>urban-rural</c>); empty when not given.</summary>
    public string UrbanRural { get; set; } = "";

    public bool Public { get; set; }

    /// <summary>普惠性民办.</summary>
    public bool? Inclusive { get; set; }

    public string Town { get; set; } = "";

    public double? Longitude { get; set; }

    public double? Latitude { get; set; }

    /// <summary>建校年.</summary>
    public int? Founded { get; set; }

    public bool? Boarding { get; set; }

    /// <summary>主校标识码 of a campus or teaching point that is counted with its main school; null when it counts itself.</summary>
    public string? Main { get; set; }
}

/// <summary>A row of 学段: what the school declares for one stage. Null where nothing was written.</summary>
public sealed class StageRow : SchoolRowBase
{
    public Stage Stage { get; set; }

    public double? Pupils { get; set; }

    public double? Classes { get; set; }

    public double? FullTimeTeachers { get; set; }

    /// <summary>高于规定学历教师数.</summary>
    public double? AboveDegreeTeachers { get; set; }

    /// <summary>县级以上骨干教师数.</summary>
    public double? BackboneTeachers { get; set; }

    /// <summary>体音美专任教师数.</summary>
    public double? ArtsSportsTeachers { get; set; }

    /// <summary>中级及以上职称教师数.</summary>
    public double? IntermediateTitleTeachers { get; set; }

    public double? CertifiedTeachers { get; set; }

    /// <summary>培训达标教师数: 360 hours in five years.</summary>
    public double? TrainedTeachers { get; set; }

    /// <summary>符合交流条件教师数.</summary>
    public double? RotationEligibleTeachers { get; set; }

    public double? RotatedTeachers { get; set; }

    public double? RotatedBackboneTeachers { get; set; }

    /// <summary>随迁子女数.</summary>
    public double? MigrantPupils { get; set; }

    /// <summary>划片内学生数.</summary>
    public double? InZonePupils { get; set; }

    public double? Graduates { get; set; }

    /// <summary>初一时在校生数 of this year's graduates.</summary>
    public double? EntryPupils { get; set; }

    public double? TransfersIn { get; set; }

    public double? TransfersOut { get; set; }

    public double? Deaths { get; set; }
}

/// <summary>A row of 资源: what the whole school has. Areas in ㎡, money and equipment in 万元.</summary>
public sealed class ResourceRow : SchoolRowBase
{
    /// <summary>教学及辅助用房面积, ㎡, indoor sports rooms included.</summary>
    public double? TeachingArea { get; set; }

    /// <summary>室内体育用房面积, ㎡.</summary>
    public double? IndoorSportsArea { get; set; }

    /// <summary>室外运动场地面积, ㎡.</summary>
    public double? OutdoorSportsArea { get; set; }

    /// <summary>校外租赁运动场地面积, ㎡.</summary>
    public double? RentedSportsArea { get; set; }

    /// <summary>教学仪器设备值, 万元, book value.</summary>
    public double? EquipmentValue { get; set; }

    /// <summary>网络多媒体教室数.</summary>
    public double? MultimediaRooms { get; set; }

    public double? Computers { get; set; }

    public double? Books { get; set; }

    public double? MusicRooms { get; set; }

    public double? ArtRooms { get; set; }

    /// <summary>公用经费预算, 万元.</summary>
    public double? OperatingBudget { get; set; }

    /// <summary>教师培训经费, 万元.</summary>
    public double? TrainingBudget { get; set; }

    /// <summary>活动用房面积 (kindergartens), ㎡.</summary>
    public double? ActivityArea { get; set; }

    /// <summary>户外游戏场地面积 (kindergartens), ㎡.</summary>
    public double? PlaygroundArea { get; set; }

    /// <summary>园舍建筑面积 (kindergartens), ㎡.</summary>
    public double? KindergartenArea { get; set; }
}

/// <summary>A row of 班级.</summary>
public sealed class ClassRow : SchoolRowBase
{
    /// <summary>班号, unique within the school.</summary>
    public string Class { get; set; } = "";

    public Stage Stage { get; set; }

    /// <summary>年级, a code of table <c>grade</c> (e.g. <c>11</c> first year of primary).</summary>
    public string Grade { get; set; } = "";

    public string Name { get; set; } = "";

    /// <summary>学生数 as the sheet declares it.</summary>
    public int? Declared { get; set; }

    /// <summary>Rows of 学生 in this class; null when the school has no pupil rows.</summary>
    public int? Counted { get; set; }

    /// <summary>What the class size is taken to be: counted where there are rows, else declared.</summary>
    public int? Pupils { get; set; }
}

/// <summary>骨干级别. The order is meaningful: county level and above counts as backbone.</summary>
public enum BackboneLevel
{
    None = 0,
    School = 1,
    County = 2,
    City = 3,
    Province = 4,
}

/// <summary>A row of 教师.</summary>
public sealed class TeacherRow : SchoolRowBase
{
    /// <summary>工号.</summary>
    public string Teacher { get; set; } = "";

    public string Name { get; set; } = "";

    public string Sex { get; set; } = "";

    public DateOnly? Born { get; set; }

    public string Identity { get; set; } = "";

    /// <summary>任课学段.</summary>
    public Stage Stage { get; set; }

    /// <summary>任教学科.</summary>
    public string Subject { get; set; } = "";

    /// <summary>学历码 (code table <c>degree</c>); empty when not given.</summary>
    public string Degree { get; set; } = "";

    /// <summary>职称 (code table <c>title</c>); empty when not given.</summary>
    public string Title { get; set; } = "";

    /// <summary>Null when the sheet has no such column; a blank cell of an existing column is <see cref="BackboneLevel.None"/>.</summary>
    public BackboneLevel? Backbone { get; set; }

    /// <summary>专任.</summary>
    public bool FullTime { get; set; }

    /// <summary>编制类别码.</summary>
    public string StaffType { get; set; } = "";

    /// <summary>持证.</summary>
    public bool? Certified { get; set; }

    /// <summary>从教年月, first day of the month.</summary>
    public DateOnly? TeachingSince { get; set; }

    /// <summary>到校年月, first day of the month.</summary>
    public DateOnly? AtSchoolSince { get; set; }

    /// <summary>近五年培训学时.</summary>
    public double? TrainingHours { get; set; }

    /// <summary>本学年交流.</summary>
    public bool? Rotated { get; set; }
}

/// <summary>A row of 学生.</summary>
public sealed class PupilRow : SchoolRowBase
{
    /// <summary>学籍号.</summary>
    public string Pupil { get; set; } = "";

    public string Name { get; set; } = "";

    public string Sex { get; set; } = "";

    public DateOnly? Born { get; set; }

    public string Identity { get; set; } = "";

    /// <summary>班号.</summary>
    public string Class { get; set; } = "";

    /// <summary>The stage of the class.</summary>
    public Stage Stage { get; set; }

    public string Grade { get; set; } = "";

    /// <summary>随迁.</summary>
    public bool? Migrant { get; set; }

    /// <summary>留守.</summary>
    public bool? LeftBehind { get; set; }

    /// <summary>残疾类别; empty for none, null when the sheet has no such column.</summary>
    public string? Disability { get; set; }

    /// <summary>就读方式.</summary>
    public string Attendance { get; set; } = "";

    /// <summary>划片内.</summary>
    public bool? InZone { get; set; }

    /// <summary>户籍乡镇.</summary>
    public string HomeTown { get; set; } = "";
}

/// <summary>A row of 县域: a county-level declared figure.</summary>
public sealed class CountyItemRow : CensusRow
{
    public string Item { get; set; } = "";

    public double Value { get; set; }
}
