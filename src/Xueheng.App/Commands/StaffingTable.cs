using System.Globalization;
using Spectre.Console;
using Xueheng.Census;
using Xueheng.Planning.Staffing;

namespace Xueheng.App.Commands;

/// <summary>编制与学科 as tables for people at a terminal: the county by subject, then each school.</summary>
internal static class StaffingTable
{
    public static void Write(IAnsiConsole console, CountyStaffing staffing)
    {
        foreach (var stage in staffing.Places.GroupBy(p => p.Stage))
        {
            var subjects = new Table().Border(TableBorder.Rounded).AddColumns(stage.Key.Chinese() + "学科", "周课时", "需要", "现有", "跨科折合", "缺的学校", "缺口合计", "富余合计");
            foreach (var subject in stage.SelectMany(p => p.Subjects).Where(s => s.Need > 0 || s.Have > 0).GroupBy(s => s.Name))
            {
                subjects.AddRow(
                    subject.Key,
                    Number(subject.Sum(s => s.Lessons)),
                    Number(subject.Sum(s => s.Need)),
                    Number(subject.Sum(s => s.Have)),
                    Number(subject.Sum(s => s.Covered)),
                    Number(subject.Count(s => s.Surplus < 0)),
                    Number(subject.Sum(s => Math.Max(0, -s.Surplus))),
                    Number(subject.Sum(s => Math.Max(0, s.Surplus))));
            }

            console.Write(subjects);
            var places = new Table().Border(TableBorder.Rounded).AddColumns(stage.Key.Chinese() + "学校", "学生", "核定编制", "占编人数", "超（缺）编", "缺一岗以上的学科");
            foreach (var place in stage)
            {
                places.AddRow(
                    Markup.Escape(place.Name),
                    Number(place.Pupils),
                    Number(place.Quota?.Posts),
                    Number(place.Staff),
                    Number(place.OverQuota),
                    string.Join("、", place.Subjects.Where(s => s.Surplus <= -1).OrderBy(s => s.Surplus).Select(s => $"{s.Name} {Number(-s.Surplus)}")));
            }

            console.Write(places);
        }
    }

    private static string Number(decimal? value) => value?.ToString("0.#", CultureInfo.InvariantCulture) ?? "—";
}
