namespace Xueheng.Census;

/// <summary>Checks rows of 班级, 教师 and 学生 against the schools and against one another.</summary>
internal sealed class PeopleChecks(KnownSchools schools, SchoolChecks schoolChecks, PersonChecks persons, GradeCodes grades, FindingLog log, bool stagesGiven)
{
    private readonly FirstSeen _pupils = new();
    private readonly FirstSeen _pupilIdentities = new();
    private readonly FirstSeen _teacherIdentities = new();
    private readonly Dictionary<string, Place> _teachers = [];

    /// <summary>A malformed identity number is an error, so no row with one comes here and none need be looked at twice.</summary>
    private readonly bool _identitiesAreSound = log.Rules[CheckKind.IdentityNumber].Severity == Severity.Error;

    /// <summary>Classes are known in full; when they are not, a pupil's class cannot be called unknown.</summary>
    public bool ClassesGiven { get; set; } = true;

    public void Add(ClassRow row, Place place)
    {
        var grade = grades.Settle(row.Grade, row.Stage, row.School, place);
        row.Grade = grade?.Code ?? row.Grade;
        if (schoolChecks.Find(row.School, place) is not { } school)
        {
            return;
        }

        if (!school.Classes.TryAdd(row.Class, new KnownClass(row, place)))
        {
            log.Add(CheckKind.RepeatedClass, place, "班号", row.Class, "", row.School, log.Describe(school.Classes[row.Class].Place));
            return;
        }

        schoolChecks.CheckStage(school, row.Stage, place, "学段");
        if (stagesGiven && school[row.Stage] is null && school.Tell(row.Stage, ofType: false))
        {
            log.Add(CheckKind.UndeclaredStage, place, "学段", row.Stage.Chinese(), "学段表里的一行", row.School);
        }
    }

    /// <summary>A class with a wrong cell is known all the same, so that its pupils are not called strays.</summary>
    public void AddBroken(ClassRow row, Place place)
    {
        if (row.Class.Length > 0)
        {
            schools.Find(row.School)?.Classes.TryAdd(row.Class, new KnownClass(row, place) { Broken = true });
        }
    }

    public void Add(TeacherRow row, Place place)
    {
        if (!_teachers.TryAdd(row.Teacher, place))
        {
            log.Add(CheckKind.RepeatedTeacher, place, "工号", row.Teacher, "", row.School, log.Describe(_teachers[row.Teacher]));
        }

        if (row.Identity.Length > 0 && IsWellFormed(row.Identity)
            && _teacherIdentities.Add(PersonNumbers.KeyOfIdentity(row.Identity), place) is { } before)
        {
            log.Add(CheckKind.RepeatedTeacherIdentity, place, "身份证号", row.Identity, "", row.School, log.Describe(before));
        }

        if (schoolChecks.Find(row.School, place) is { } school)
        {
            schoolChecks.CheckStage(school, row.Stage, place, "任课学段");
        }

        persons.Check(row.Born, row.Sex, IsWellFormed(row.Identity) ? row.Identity : "", row.School, place);
        if (row.Born is { } born)
        {
            persons.CheckTeacherAge(born, row.School, place);
        }

        persons.CheckCareer(row, place);
    }

    public void Add(PupilRow row, Place place)
    {
        CheckNumbers(row, place);
        if (schoolChecks.Find(row.School, place) is not { } school)
        {
            return;
        }

        school.HasPupils = true;
        if (!school.Classes.TryGetValue(row.Class, out var found))
        {
            if (ClassesGiven)
            {
                log.Add(CheckKind.UnknownClass, place, "班号", row.Class, "班级表里的班号", row.School);
            }

            return;
        }

        found.Counted++;
        row.Stage = found.Row.Stage;
        if (found.Broken)
        {
            return;
        }

        var grade = grades.Settle(row.Grade, row.Stage, row.School, place);
        if (grade is null)
        {
            return;
        }

        row.Grade = grade.Code;
        if (grade.Code != found.Row.Grade && !log.Rules[CheckKind.GradeOfClass].Parameters.ContainsKey("mixed_" + found.Row.Grade))
        {
            log.Add(CheckKind.GradeOfClass, place, "年级", grade.Name, grades.NameOf(found.Row.Grade), row.School);
        }

        if (row.Born is { } born)
        {
            persons.CheckPupilAge(born, row.Stage, row.School, place);
        }
    }

    /// <summary>A pupil with a wrong cell is a pupil all the same, and counts.</summary>
    public void AddBroken(PupilRow row, Place place)
    {
        if (schools.Find(row.School) is { } school)
        {
            school.HasPupils = true;
            if (school.Classes.TryGetValue(row.Class, out var found))
            {
                found.Counted++;
                row.Stage = found.Row.Stage;
            }
        }
    }

    /// <summary>Once all pupils are counted: the size of each class, and whether it is what was declared.</summary>
    public void FinishClasses()
    {
        foreach (var school in schools.All)
        {
            foreach (var known in school.Classes.Values)
            {
                known.Row.Counted = school.HasPupils ? known.Counted : null;
                known.Row.Pupils = known.Row.Counted ?? known.Row.Declared;
                if (known.Row is { Declared: { } declared, Counted: { } counted } && declared != counted)
                {
                    log.Add(CheckKind.ClassSize, known.Place, "学生数", $"{declared}", $"{counted}", school.Row.School, known.Row.Class);
                }
            }
        }
    }

    private void CheckNumbers(PupilRow row, Place place)
    {
        var identity = IsWellFormed(row.Identity) ? row.Identity : "";
        if (row.Pupil.Length == 19 && row.Pupil[0] is 'G' or 'J' or 'L'
            && _pupils.Add(PersonNumbers.KeyOfPupil(row.Pupil), place) is { } other)
        {
            log.Add(CheckKind.RepeatedPupil, place, "学籍号", row.Pupil, "", row.School, log.Describe(other));
        }

        if (identity.Length > 0 && _pupilIdentities.Add(PersonNumbers.KeyOfIdentity(identity), place) is { } before)
        {
            log.Add(CheckKind.RepeatedPupilIdentity, place, "身份证号", identity, "", row.School, log.Describe(before));
        }

        if (row.Pupil.Length == 19 && row.Pupil[0] == 'G')
        {
            if (identity.Length > 0 && !row.Pupil.AsSpan(1).SequenceEqual(identity))
            {
                log.Add(CheckKind.NumberOfIdentity, place, "学籍号", row.Pupil, identity, row.School);
            }

            identity = identity.Length > 0 ? identity : row.Pupil[1..];
        }

        persons.Check(row.Born, row.Sex, identity, row.School, place);
    }

    private bool IsWellFormed(string identity) =>
        identity.Length == 18 && (_identitiesAreSound || IdentityNumber.Parse(identity) is not null);
}
