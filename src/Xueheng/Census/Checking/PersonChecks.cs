using System.Globalization;

namespace Xueheng.Census;

/// <summary>What one person's own cells say of one another: dates, age, sex, identity number.</summary>
internal sealed class PersonChecks(FindingLog log, Period period, DateOnly today)
{
    /// <summary>Ages are counted on the first day of the school year.</summary>
    private readonly DateOnly _yearBegins = new(period.Year, 9, 1);

    /// <param name="identity">A well-formed identity number, or empty.</param>
    public void Check(DateOnly? born, string sex, string identity, string school, Place place)
    {
        if (born > today)
        {
            log.Add(CheckKind.FutureDate, place, "出生日期", Shown(born.Value), $"不晚于 {Shown(today)}", school);
            return;
        }

        if (identity.Length == 0)
        {
            return;
        }

        var fromIdentity = PersonNumbers.Born(identity);
        if (born is { } day && day != fromIdentity)
        {
            log.Add(CheckKind.BirthOfIdentity, place, "出生日期", Shown(day), Shown(fromIdentity), school);
        }

        if (born is null && fromIdentity > today)
        {
            log.Add(CheckKind.FutureDate, place, "身份证号", Shown(fromIdentity), $"不晚于 {Shown(today)}", school);
        }

        if (sex.Length > 0 && PersonNumbers.Sex(identity) is { } expected && expected != sex)
        {
            log.Add(CheckKind.SexOfIdentity, place, "性别", sex, expected, school);
        }
    }

    public void CheckPupilAge(DateOnly born, Stage stage, string school, Place place)
    {
        var rule = log.Rules[CheckKind.PupilAge];
        var age = AgeOf(born);
        var (least, most) = Ages(rule, stage);
        if (born <= today && (age < least || age > most))
        {
            log.Add(rule, place, "出生日期", Shown(born), stage.Chinese(), school, age.ToString(CultureInfo.InvariantCulture));
        }
    }

    public void CheckTeacherAge(DateOnly born, string school, Place place)
    {
        var rule = log.Rules[CheckKind.TeacherAge];
        var age = AgeOf(born);
        if (born <= today && (age < rule["least"] || age > rule["most"]))
        {
            log.Add(rule, place, "出生日期", Shown(born), $"{rule["least"]} 到 {rule["most"]} 岁", school, age.ToString(CultureInfo.InvariantCulture));
        }
    }

    public void CheckCareer(TeacherRow row, Place place)
    {
        foreach (var (month, column) in (ReadOnlySpan<(DateOnly?, string)>)[(row.TeachingSince, "从教年月"), (row.AtSchoolSince, "到校年月")])
        {
            if (month > today)
            {
                log.Add(CheckKind.FutureDate, place, column, $"{month:yyyy-MM}", $"不晚于 {today:yyyy-MM}", row.School);
            }
        }

        var rule = log.Rules[CheckKind.CareerDates];
        if (row is { TeachingSince: { } since, Born: { } born } && since < born.AddYears((int)rule["least_age"]))
        {
            log.Add(rule, place, "从教年月", $"{since:yyyy-MM}", Shown(born.AddYears((int)rule["least_age"])), row.School, $"{rule["least_age"]} 岁时");
        }

        if (row is { AtSchoolSince: { } here, TeachingSince: { } began } && here < began)
        {
            log.Add(rule, place, "到校年月", $"{here:yyyy-MM}", $"{began:yyyy-MM}", row.School, "从教年月");
        }
    }

    private static (decimal Least, decimal Most) Ages(CheckRule rule, Stage stage) => stage switch
    {
        Stage.Preschool => (rule["preschool_least"], rule["preschool_most"]),
        Stage.Primary => (rule["primary_least"], rule["primary_most"]),
        Stage.Junior => (rule["junior_least"], rule["junior_most"]),
        Stage.Senior => (rule["senior_least"], rule["senior_most"]),
        _ => (rule["vocational_least"], rule["vocational_most"]),
    };

    private int AgeOf(DateOnly born) =>
        _yearBegins.Year - born.Year - (_yearBegins < born.AddYears(_yearBegins.Year - born.Year) ? 1 : 0);

    private static string Shown(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
