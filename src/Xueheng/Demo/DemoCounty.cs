using System.Globalization;
using Xueheng.Census;
using Xueheng.Workbooks;

namespace Xueheng.Demo;

/// <summary>A workbook of the invented county.</summary>
/// <param name="Period">The school year it is of.</param>
/// <param name="Path">Where it was written.</param>
public sealed record DemoWorkbook(Period Period, string Path);

/// <summary>
/// 云溪县, a county that does not exist, with all the workbooks its bureau would upload: one for each of three periods, of
/// the same schools, teachers and pupils, a year older each time. Sizes and proportions follow published averages; some
/// schools fall short in some things and some figures are missing, so that every verdict occurs. The same seed and size
/// give the same bytes.
/// </summary>
public static class DemoCounty
{
    public static CountyCode Code { get; } = CountyCode.Parse("990101")!.Value;

    public static string Name => PlaceNames.County;

    public static IReadOnlyList<Period> Periods { get; } = [.. Enumerable.Range(2022, 3).Select(year => Period.Parse($"{year}")!.Value)];

    /// <summary>Writes the workbooks into a folder, over those of an earlier time.</summary>
    public static IReadOnlyList<DemoWorkbook> Write(DirectoryInfo folder, DemoSize size, int seed, CodeTables codes)
    {
        folder.Create();
        var plan = CountyPlan.Of(size, seed);
        var last = Periods[^1].Year;
        var enrolment = new Enrolment(plan, last);
        var standings = new Standings(plan);
        var workforce = new Workforce(plan);
        var written = new List<DemoWorkbook>();
        foreach (var period in Periods)
        {
            workforce.Enter(period.Year, period == Periods[0], staff => StaffingOf(staff, period.Year));
            var path = System.IO.Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{Name}{period.Year}学年基础数据.xlsx"));
            using var file = File.Create(path);
            using var workbook = new WorkbookWriter(file);
            new CensusWorkbook(plan, enrolment, workforce, standings, period.Year).Write(workbook, codes);
            written.Add(new DemoWorkbook(period, path));
        }

        return written;

        Staffing StaffingOf(Staff staff, int period) => Staffing.Of(
            staff.School,
            staff.Stage,
            standings.Of(staff.School, staff.Stage),
            enrolment.Count(staff.School.Index, staff.Stage, period),
            DemoClasses.Count(staff.School, staff.Stage, period, enrolment),
            period,
            plan.Dice.Branch(10_000 + (staff.School.Index * 10) + (int)staff.Stage));
    }
}
