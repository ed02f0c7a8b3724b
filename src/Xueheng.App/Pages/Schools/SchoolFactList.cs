using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Lists;
using Xueheng.Census;
using Xueheng.Facts;

namespace Xueheng.App.Pages.Schools;

/// <summary>One fact of one school.</summary>
/// <param name="Stage">Null for facts of the whole school.</param>
public sealed record SchoolFact(SchoolRow School, Fact Fact, Stage? Stage, FactValue Value);

/// <summary>The facts of a school, or of all schools where declared and counted differ: both side by side.</summary>
internal sealed class SchoolFactList(Measured measured) : ListSource<SchoolFact>("facts")
{
    public override async Task<Outcome<Listing<SchoolFact>>> OpenAsync(ListAt at, CancellationToken cancellation)
    {
        var facts = await measured.FactsAsync(at.Place.Published, cancellation);
        var school = at["school"];
        var rows = facts.Schools
            .Where(s => school is null || s.School.School == school)
            .SelectMany(s => s.Values.Select(v => (s.School, v.Key, v.Value)))
            .Select(p => (p.School, Fact: facts.Pack.Find(p.Key.Fact), p.Key.Stage, p.Value))
            .Where(p => p.Fact is not null && (school is not null || p.Value.Differs))
            .Select(p => new SchoolFact(p.School, p.Fact!, p.Stage, p.Value))
            .OrderBy(p => p.School.School, StringComparer.Ordinal).ThenBy(p => p.Stage ?? (Stage)99).ThenBy(p => Order(facts.Pack, p.Fact))
            .ToList();
        var address = at.Place.Address;
        ListColumn<SchoolFact> named = new("school", "学校", r => r.School.Name) { Link = r => address.School(r.School.School) };
        ListColumn<SchoolFact>[] columns =
        [
            new("fact", "事实", r => r.Fact.Named()) { Link = r => address.Fact(r.School.School, r.Stage, r.Fact.Id) },
            new("stage", "学段", r => r.Stage is { } stage ? stage : "全校") { Translated = true },
            new("value", "采用", r => r.Value.Value) { Number = true, Note = "有明细的按明细统计，没有明细的用学校填报的数" },
            new("counted", "统计", r => r.Value.Counted) { Number = true, Note = "按班级、教师、学生明细数出来的" },
            new("declared", "填报", r => r.Value.Declared) { Number = true, Note = "学校在“学段”“资源”表里填的" },
            new("difference", "填报减统计", r => r.Value.Differs ? r.Value.Declared - r.Value.Counted : null) { Number = true, Format = "+#,##0.######;-#,##0.######" },
            new("unit", "单位", r => r.Fact.Unit),
            new("missing", "缺数原因", r => r.Value.Missing) { Sortable = false },
        ];
        return new MemoryListing<SchoolFact>(Name, school is null ? "填报与统计不一致" : "事实", school is null ? [named, .. columns] : columns, rows)
        {
            At = at,
            Prefix = school is null ? "" : Name + ".",
            RowClass = r => r.Value.Differs && school is not null ? "marked" : null,
            Filters = school is null
                ?
                [
                    new("q", "学校", null) { Memory = (r, wanted) => r.School.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || r.School.School.Contains(wanted, StringComparison.Ordinal) },
                    new("fact", "事实", [.. rows.Select(r => r.Fact).Distinct().Select(f => new ListChoice(f.Id, f.Named()))]) { Memory = (r, id) => r.Fact.Id == id },
                ]
                : [new("only", "只看", [new("differs", "不一致的", true), new("missing", "缺数的", true)]) { Memory = (r, only) => only == "differs" ? r.Value.Differs : r.Value.Value is null }],
        };
    }

    private static int Order(FactPack pack, Fact fact)
    {
        for (var i = 0; i < pack.Facts.Count; i++)
        {
            if (pack.Facts[i].Id == fact.Id)
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}
