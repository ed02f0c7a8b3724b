namespace Xueheng.Census;

/// <summary>
/// What a check does. How grave it is, what it is called, what it says and its limits stand in
/// <c>packs/census/rules.yaml</c>, one entry a kind; a comparison may have any number of entries.
/// </summary>
public enum CheckKind
{
    // Workbook and sheets
    UnknownSheet,
    RepeatedSheet,
    MissingSheet,
    EmptySheet,
    UnknownColumn,
    MissingColumn,
    RepeatedColumn,
    WrongUnit,
    TooManyRows,

    // One cell
    MissingValue,
    DigitsLost,
    SchoolCode,
    IdentityNumber,
    PupilNumber,
    TeacherNumber,
    ClassNumber,
    UnknownCode,
    YesNo,
    NotANumber,
    NotWhole,
    Negative,
    OutOfRange,
    NotADate,
    FormulaError,
    TooLong,

    // Rows against rows
    RepeatedSchool,
    RepeatedStage,
    RepeatedResources,
    RepeatedClass,
    RepeatedTeacher,
    RepeatedPupil,
    RepeatedPupilIdentity,
    RepeatedTeacherIdentity,
    RepeatedItem,
    UnknownSchool,
    UnknownClass,
    UnknownMain,
    MainOfMain,
    StageOfType,
    UndeclaredStage,
    GradeOfStage,
    GradeOfClass,
    PublicInclusive,

    // Dates and persons
    FutureDate,
    PupilAge,
    TeacherAge,
    BirthOfIdentity,
    SexOfIdentity,
    NumberOfIdentity,
    CareerDates,

    // Counts
    ClassSize,
    DeclaredCount,
    Uncounted,
    Jump,
    Comparison,
}
