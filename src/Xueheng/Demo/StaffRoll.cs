using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>Rows of 教师.</summary>
internal static class StaffRoll
{
    public static IEnumerable<TeacherRow> Of(Staff staff, int period) =>
        staff.Teachers.Concat(staff.Others).Select(teacher => new TeacherRow
        {
            Teacher = teacher.Number,
            Name = teacher.Name,
            Sex = teacher.Male ? "男" : "女",
            Born = teacher.Born,
            Identity = teacher.Identity,
            School = staff.School.Code,
            Stage = staff.Stage,
            Subject = teacher.Subject,
            Degree = teacher.Degree,
            Title = teacher.FullTime ? teacher.Title(staff.Stage, period) : "未定职级",
            Backbone = teacher.Backbone,
            FullTime = teacher.FullTime,
            StaffType = teacher.StaffType,
            Certified = teacher.Certified,
            TeachingSince = teacher.TeachingSince,
            AtSchoolSince = teacher.AtSchoolSince,
            TrainingHours = teacher.TrainingHours(period),
            Rotated = teacher.Rotated,
        });
}
