using Xueheng.Census;
using Xueheng.Engines.Location;
using Xueheng.Engines.Rotation;
using Xueheng.Facts;
using Xueheng.Planning.Staffing;
using Xueheng.Standards;
using Xueheng.Standards.Trying;

namespace Xueheng.Planning.Rotation;

/// <summary>Makes the engine's problem from a published census, the rules and the list of people.</summary>
internal sealed class BuildRotation(TrialCounty county, CountyStaffing staffing, RotationRulePack rules, FactPack facts, Curriculum curriculum)
{
    private readonly List<string> _notes = [];
    private readonly DateOnly _moving = new(staffing.Period + 1, 9, 1);

    /// <param name="rows">Teachers of compulsory schooling.</param>
    public Outcome<RotationCounty> Run(IReadOnlyList<TeacherRow> rows, IReadOnlyList<RotationPerson> people, RotationDecisions decisions)
    {
        var measured = county.MeasuredSchools.SelectMany(m => m.Stages.Select(s => (m.School.School.School, s))).ToHashSet();
        var placeOf = new Dictionary<(string School, Stage Stage), int>();
        foreach (var (i, place) in staffing.Places.Index())
        {
            foreach (var part in county.School(place.School)!.Parts)
            {
                placeOf[(part.School.School, place.Stage)] = i;
            }
        }

        List<TeacherRow> teachers = [.. rows.Where(t => placeOf.ContainsKey((t.School, t.Stage)) && facts.Counts(WorkOutStaffing.FullTime, t))];
        var number = teachers.Index().GroupBy(t => t.Item.Teacher).ToDictionary(g => g.Key, g => g.First().Index);
        var schools = staffing.Places.Select(p => p.School).Distinct().Index().ToDictionary(s => s.Item, s => s.Index);
        var (listed, counted) = (people.ToDictionary(p => p.Teacher), rules.Indicators.Select(i => county.Standard.Indicators.First(x => x.Id == i).Step!.Fact).ToList());
        List<string> subjects = [.. curriculum.Subjects.Select(s => s.Id)];
        var placesOf = staffing.Places.Index().ToLookup(p => p.Item.School, p => p.Index);
        List<RotationTeacher> staff =
        [
            .. teachers.Select(t => new RotationTeacher(placeOf[(t.School, t.Stage)], SubjectOf(t, subjects), Bits(t, counted))
            {
                Backbone = facts.Counts("teachers.backbone", t),
                Years = t.AtSchoolSince is { } since ? (_moving.DayNumber - since.DayNumber) / 365.25 : null,
                Exempt = TooOld(t) || listed.GetValueOrDefault(t.Teacher)?.Exempt == true,
                MovedLastYear = listed.GetValueOrDefault(t.Teacher)?.Moved ?? t.Rotated == true,
                Wishes = [.. (listed.GetValueOrDefault(t.Teacher)?.Wishes ?? []).SelectMany(s => placesOf[s]).Where(p => staffing.Places[p].Stage == t.Stage && p != placeOf[(t.School, t.Stage)]).Order()],
                Partner = PartnerOf(t, listed, number),
            }),
        ];
        var places = staffing.Places.Select(p => PlaceOf(p, schools[p.School], measured.Contains((p.School, p.Stage)), subjects)).ToList();
        Note(teachers.Count(t => t.AtSchoolSince is null), "{0} 名教师没有填到校年月，视为不满任教年限");
        Note(teachers.Count(t => t.Born is null && rules.Rules.Exempt is not null), "{0} 名教师没有填出生日期，年龄上不视为免交流");
        Note(staff.Count(t => t.Subject == subjects.Count), "{0} 名教师任教多个学科或课程方案以外的学科，留在原校");
        var pins = PinsOf(decisions, number, placesOf, staff);
        if (!pins.Succeeded)
        {
            return pins.Failure;
        }

        var eligible = staff.Where(t => places[t.Place].Open && !t.Exempt && !t.MovedLastYear && (rules.Rules.Years is not { } years || (t.Years ?? 0) >= (double)years.Least)).ToList();
        return eligible.Count == 0
            ? new Failure("XH6102", "没有符合交流条件的教师：请核对教师表的到校年月、出生日期和规则里的任教年限")
            : new RotationCounty(
                new RotationProblem(places, staff, subjects.Count + 1, counted.Count, Metres(schools)),
                new RotationRulesOf(rules.Rules, eligible.Count).Run(),
                pins.Value,
                staffing.Places,
                teachers,
                [.. curriculum.Subjects.Select(s => s.Name), "其他"],
                eligible.Count,
                eligible.Count(t => t.Backbone),
                _notes);
    }

    private RotationPlace PlaceOf(StaffedPlace place, int site, bool measured, List<string> subjects)
    {
        var school = county.School(place.School)!.School;
        var short_ = place.Subjects.ToDictionary(s => s.Subject, s => s.Need - s.Covered);
        return new RotationPlace(site, (int)place.Stage, (double)(place.Pupils ?? 0), [.. subjects.Select(s => (int)Math.Round(100 * short_.GetValueOrDefault(s))), 0])
        {
            Open = rules.TakesPart(new SchoolSubject(school, place.Pupils, 0)),
            Measured = measured,
            New = rules.Rules.Core is { } core && school.Founded is { } founded && founded >= staffing.Period - core.FoundedWithin,

            // Posts that are left for full-time teachers once the others have theirs.
            Posts = place.Quota is { } quota ? Math.Max(0, quota.Posts - (place.Staff - place.FullTime)) : null,
        };
    }

    private int SubjectOf(TeacherRow teacher, List<string> subjects) =>
        curriculum.Taught(teacher.Subject, teacher.Stage) is { } subject ? subjects.IndexOf(subject.Id) : subjects.Count;

    private uint Bits(TeacherRow teacher, List<string> counted) =>
        (uint)counted.Index().Where(f => facts.Counts(f.Item, teacher)).Sum(f => 1L << f.Index);

    private bool TooOld(TeacherRow teacher) => teacher.Born is { } born && rules.Rules.Exempt is { } exempt
        && exempt.Ages.TryGetValue(teacher.Sex, out var age) && born.AddYears(age) <= _moving;

    private static int PartnerOf(TeacherRow teacher, Dictionary<string, RotationPerson> listed, Dictionary<string, int> number)
    {
        // Either of the two may have written it.
        var partner = listed.GetValueOrDefault(teacher.Teacher)?.Partner ?? listed.Values.FirstOrDefault(p => p.Partner == teacher.Teacher)?.Teacher;
        return partner is not null && partner != teacher.Teacher ? number.GetValueOrDefault(partner, -1) : -1;
    }

    private Outcome<RotationPins> PinsOf(RotationDecisions decisions, Dictionary<string, int> number, ILookup<string, int> placesOf, List<RotationTeacher> staff)
    {
        var goes = new Dictionary<int, int>();
        var forbidden = new HashSet<(int, int)>();
        foreach (var (teacher, school, must) in decisions.Goes.Select(g => (g.Key, g.Value, true)).Concat(decisions.Forbidden.Select(f => (f.Teacher, f.School, false))))
        {
            if (!number.TryGetValue(teacher, out var who))
            {
                return new Failure("XH6115", $"工号“{teacher}”不是参加交流学段的专任教师");
            }

            var stage = staffing.Places[staff[who].Place].Stage;
            if (placesOf[school].Where(p => staffing.Places[p].Stage == stage).ToList() is not [var place] || (must && place == staff[who].Place))
            {
                return new Failure("XH6116", $"“{school}”没有{stage.Chinese()}，或就是“{teacher}”现在的学校，请改选学校");
            }

            if (must)
            {
                goes[who] = place;
            }
            else
            {
                forbidden.Add((who, place));
            }
        }

        if (decisions.Stays.FirstOrDefault(t => !number.ContainsKey(t)) is { } unknown)
        {
            return new Failure("XH6115", $"工号“{unknown}”不是参加交流学段的专任教师");
        }

        var fixedHere = staff.Index().Where(t => t.Item.Subject == curriculum.Subjects.Count && !goes.ContainsKey(t.Index)).Select(t => t.Index);
        return new RotationPins { Goes = goes, Stays = decisions.Stays.Select(t => number[t]).Concat(fixedHere).ToHashSet(), Forbidden = forbidden };
    }

    /// <summary>Road between schools: straight line × detour; by 乡镇 where coordinates are missing.</summary>
    private int[,] Metres(Dictionary<string, int> schools)
    {
        var rows = schools.OrderBy(s => s.Value).Select(s => county.School(s.Key)!.School).ToList();
        var metres = new int[rows.Count, rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            for (var j = i + 1; j < rows.Count; j++)
            {
                metres[i, j] = metres[j, i] = (int)Math.Round(1000 * Kilometres(rows[i], rows[j]));
            }
        }

        Note(rows.Count(r => r.Longitude is null || r.Latitude is null), $"{{0}} 所学校没有经纬度，到同乡镇学校按 {rules.SameTown} 公里、到其他学校按 {rules.OtherTown} 公里计算");
        return metres;
    }

    private double Kilometres(SchoolRow a, SchoolRow b)
    {
        if (a is not { Longitude: { } x1, Latitude: { } y1 } || b is not { Longitude: { } x2, Latitude: { } y2 })
        {
            return a.Town == b.Town ? rules.SameTown : rules.OtherTown;
        }

        return rules.Detour * GreatCircle.Kilometres(new Point(x1, y1), new Point(x2, y2));
    }

    private void Note(int count, string words)
    {
        if (count > 0)
        {
            _notes.Add(string.Format(System.Globalization.CultureInfo.InvariantCulture, words, count));
        }
    }
}
