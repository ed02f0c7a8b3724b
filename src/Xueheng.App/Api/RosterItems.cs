using Xueheng.App.Pages.Rosters;
using Xueheng.Census;

namespace Xueheng.App.Api;

/// <param name="No">Number of the row within its revision.</param>
/// <param name="Source">File and line it was imported from.</param>
internal sealed record PupilItem(
    int No,
    string Pupil,
    string Name,
    string Sex,
    DateOnly? Born,
    string Identity,
    string School,
    string Class,
    Stage Stage,
    string Grade,
    bool? Migrant,
    bool? LeftBehind,
    string? Disability,
    string Attendance,
    bool? InZone,
    string HomeTown,
    string Source)
{
    public static PupilItem Of(PupilRow p, Revision revision, string? numbers) => new(
        p.No, Masked.Of(p.Pupil, NumbersShown.Full(numbers)), p.Name, p.Sex, p.Born, Masked.Of(p.Identity, NumbersShown.Full(numbers)), p.School, p.Class, p.Stage,
        p.Grade, p.Migrant, p.LeftBehind, p.Disability, p.Attendance, p.InZone, p.HomeTown, RosterFilters.SourceOf(revision, p));
}

/// <inheritdoc cref="PupilItem"/>
internal sealed record TeacherItem(
    int No,
    string Teacher,
    string Name,
    string Sex,
    DateOnly? Born,
    string Identity,
    string School,
    Stage Stage,
    string Subject,
    string Degree,
    string Title,
    BackboneLevel? Backbone,
    bool FullTime,
    string StaffType,
    bool? Certified,
    DateOnly? TeachingSince,
    DateOnly? AtSchoolSince,
    double? TrainingHours,
    bool? Rotated,
    string Source)
{
    public static TeacherItem Of(TeacherRow t, Revision revision, string? numbers) => new(
        t.No, t.Teacher, t.Name, t.Sex, t.Born, Masked.Of(t.Identity, NumbersShown.Full(numbers)), t.School, t.Stage, t.Subject, t.Degree, t.Title, t.Backbone,
        t.FullTime, t.StaffType, t.Certified, t.TeachingSince, t.AtSchoolSince, t.TrainingHours, t.Rotated, RosterFilters.SourceOf(revision, t));
}

/// <inheritdoc cref="PupilItem"/>
internal sealed record ClassItem(
    int No, string School, string Class, Stage Stage, string Grade, string Name, int? Declared, int? Counted, int? Pupils, string Source)
{
    public static ClassItem Of(ClassRow c, Revision revision) => new(
        c.No, c.School, c.Class, c.Stage, c.Grade, c.Name, c.Declared, c.Counted, c.Pupils, RosterFilters.SourceOf(revision, c));
}
