using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Facts;

/// <summary>The grouped statement, a statement written by hand for each fact, and the streamed tally must all say the same.</summary>
public sealed class CountedFactsTests
{
    private const string FullTime = """ "FullTime" AND "StaffType" NOT IN ('6', '7') """;

    private static readonly (string Fact, Stage[] Stages, string Table, string Where, string? Undecided)[] ByHand =
    [
        ("pupils", All, "census_pupils", "1 = 1", null),
        ("pupils.migrant", All, "census_pupils", """ "Migrant" """, """ "Migrant" IS NULL """),
        ("pupils.in_zone", [Stage.Primary, Stage.Junior], "census_pupils", """ "InZone" """, """ "InZone" IS NULL """),
        ("pupils.left_behind", All, "census_pupils", """ "LeftBehind" """, """ "LeftBehind" IS NULL """),
        ("pupils.disabled", All, "census_pupils", """ "Disability" <> '' """, """ "Disability" IS NULL """),
        ("classes", All, "census_classes", "1 = 1", null),
        ("classes.over_limit", [Stage.Primary], "census_classes", """ "Pupils" > 45 """, """ "Pupils" IS NULL """),
        ("classes.over_limit", [Stage.Junior], "census_classes", """ "Pupils" > 50 """, """ "Pupils" IS NULL """),
        ("classes.over_limit", [Stage.Preschool], "census_classes",
            """ CASE "Grade" WHEN '01' THEN "Pupils" > 25 WHEN '02' THEN "Pupils" > 30 WHEN '03' THEN "Pupils" > 35 WHEN '04' THEN "Pupils" > 30 END """,
            """ "Grade" <> '00' AND "Pupils" IS NULL """),
        ("classes.oversized", [Stage.Primary, Stage.Junior, Stage.Senior], "census_classes", """ "Pupils" >= 56 """, """ "Pupils" IS NULL """),
        ("classes.severely_oversized", [Stage.Primary, Stage.Junior, Stage.Senior], "census_classes", """ "Pupils" >= 66 """, """ "Pupils" IS NULL """),
        ("teachers.full_time", All, "census_teachers", FullTime, null),
        ("teachers.above_degree", [Stage.Primary, Stage.Preschool], "census_teachers",
            $"""{FullTime} AND "Degree" IN ('11', '14', '17', '21', '28', '31') """, $"""{FullTime} AND "Degree" = '' """),
        ("teachers.above_degree", [Stage.Junior], "census_teachers",
            $"""{FullTime} AND "Degree" IN ('11', '14', '17', '21') """, $"""{FullTime} AND "Degree" = '' """),
        ("teachers.backbone", All, "census_teachers", $"""{FullTime} AND "Backbone" >= 2 """, $"""{FullTime} AND "Backbone" IS NULL """),
        ("teachers.arts_sports", All, "census_teachers", $"""{FullTime} AND "Subject" IN ('体育', '体育与健康', '音乐', '美术', '艺术') """, $"""{FullTime} AND "Subject" = '' """),
        ("teachers.intermediate_title", All, "census_teachers",
            $"""{FullTime} AND "Title" IN ('正高级教师', '高级教师', '一级教师', '高级讲师', '讲师', '其他高级', '其他中级') """, $"""{FullTime} AND "Title" = '' """),
        ("teachers.certified", All, "census_teachers", $"""{FullTime} AND "Certified" """, $"""{FullTime} AND "Certified" IS NULL """),
        ("teachers.trained", All, "census_teachers", $"""{FullTime} AND "TrainingHours" >= 360 """, $"""{FullTime} AND "TrainingHours" IS NULL """),
        ("teachers.rotated", All, "census_teachers", $"""{FullTime} AND "Rotated" """, $"""{FullTime} AND "Rotated" IS NULL """),
        ("teachers.rotated_backbone", All, "census_teachers",
            $"""{FullTime} AND "Rotated" AND "Backbone" >= 2 """, $"""{FullTime} AND ("Rotated" IS NULL OR ("Rotated" AND "Backbone" IS NULL)) """),
    ];

    private static Stage[] All => Enum.GetValues<Stage>();

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Counted_facts_equal_statements_written_by_hand_and_the_streamed_tally(DatabaseKind kind)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var database = await TestDatabase.CreateAsync(kind);
        var county = RandomCounty(seed: 20241);
        await county.PublishAsync(database);
        await RandomCountyOfAnotherRevision().PublishAsync(database);
        await using var db = database.Open();

        var facts = await new CountFacts(db, CountyBuilder.Packs).RunAsync("990101", 1, cancellation);
        var tally = Tally(county);

        var (counted, undecided) = (0, 0);
        foreach (var (id, stages, table, where, lacking) in ByHand)
        {
            async Task<Dictionary<(string, int), int>> Count(string condition)
            {
                var sql = $"""
                    SELECT "School", "Stage", COUNT(*) AS "Count" FROM {table}
                    WHERE "County" = '990101' AND "Revision" = 1 AND ({condition}) GROUP BY "School", "Stage"
                    """;
                return await db.Database.SqlQueryRaw<Group>(sql).ToDictionaryAsync(g => (g.School, g.Stage), g => g.Count, cancellation);
            }

            var (rows, met) = (await Count("1 = 1"), await Count(where));
            var lacks = lacking is null ? [] : await Count(lacking);
            foreach (var (school, stage) in facts.Schools.SelectMany(s => stages.Select(stage => (s, stage))))
            {
                var key = (school.School.School, (int)stage);
                int? expected = rows.ContainsKey(key) && !lacks.ContainsKey(key) ? met.GetValueOrDefault(key) : null;
                var place = $"{key} {id}";

                Assert.True(expected == school[id, stage].Counted, $"{place}: {expected} by hand, {school[id, stage].Counted} counted");
                var (streamed, why) = tally.Count(CountyBuilder.Packs.Facts.Find(id)!, school.School.School, stage);
                Assert.True(expected == streamed, $"{place}: {expected} by hand, {streamed} streamed");
                Assert.Equal(school[id, stage].Uncounted, why);
                _ = expected is null ? undecided++ : counted++;
            }
        }

        Assert.True(counted > 200 && undecided > 50, $"the county should hold both: {counted} counted, {undecided} undecided");
    }

    [Fact]
    public void Every_counted_fact_has_a_statement_by_hand() => Assert.Equal(
        CountyBuilder.Packs.Facts.Facts.Where(f => f.Rows is not null).Select(f => f.Id),
        ByHand.Select(b => b.Fact).Distinct());

    private sealed record Group(string School, int Stage, int Count);

    private static FactTally Tally(CountyBuilder county)
    {
        var tally = new FactTally(CountyBuilder.Packs.Facts);
        foreach (var row in county.Rows.Reverse())
        {
            switch (row)
            {
                case PupilRow pupil:
                    tally.Add(pupil);
                    break;
                case TeacherRow teacher:
                    tally.Add(teacher);
                    break;
                case ClassRow one:
                    tally.Add(one);
                    break;
            }
        }

        return tally;
    }

    private static CountyBuilder RandomCountyOfAnotherRevision() => Fill(new CountyBuilder(revision: 2), new Random(7), schools: 3);

    private static CountyBuilder RandomCounty(int seed) => Fill(new CountyBuilder(), new Random(seed), schools: 12);

    private static CountyBuilder Fill(CountyBuilder county, Random random, int schools)
    {
        T Pick<T>(params T[] from) => from[random.Next(from.Length)];
        for (var s = 0; s < schools; s++)
        {
            var code = $"21990000{s:00}";
            // Some schools fill in everything, some now and then leave a cell blank.
            var blanks = s % 3 == 0 ? 0.04 : 0;
            bool Blank() => random.NextDouble() < blanks;
            county.School(code, $"第{s}学校");
            foreach (var stage in All.Where(_ => random.NextDouble() < 0.6))
            {
                county.Teachers(code, stage, random.Next(0, 25), t =>
                {
                    t.FullTime = random.NextDouble() < 0.9;
                    t.StaffType = Pick("", "1", "1", "1", "2", "6", "7");
                    t.Subject = Blank() ? "" : Pick("语文", "体育", "体育与健康", "音乐", "美术", "艺术");
                    t.Degree = Blank() ? "" : Pick("11", "14", "17", "21", "28", "31", "41", "22");
                    t.Title = Blank() ? "" : Pick("正高级教师", "高级教师", "一级教师", "二级教师", "未定职级", "其他中级");
                    t.Backbone = Blank() ? null : Pick(Enum.GetValues<BackboneLevel>());
                    t.Certified = Blank() ? null : random.NextDouble() < 0.9;
                    t.TrainingHours = Blank() ? null : Pick(359.5, 360, 361, 0);
                    t.Rotated = Blank() ? null : random.NextDouble() < 0.3;
                });
                county.Pupils(code, stage, random.Next(0, 40), p =>
                {
                    p.Migrant = Blank() ? null : random.NextDouble() < 0.3;
                    p.LeftBehind = Blank() ? null : random.NextDouble() < 0.1;
                    p.InZone = Blank() ? null : random.NextDouble() < 0.9;
                    p.Disability = Blank() ? null : Pick("", "", "听力残疾");
                });
                foreach (var number in Enumerable.Range(1, random.Next(0, 8)))
                {
                    var grade = stage == Stage.Preschool ? Pick("00", "01", "02", "03", "04") : "11";
                    county.Class(code, stage, $"{(int)stage}{number}", Blank() ? null : Pick(25, 26, 30, 31, 35, 36, 45, 46, 50, 51, 55, 56, 65, 66), grade);
                }
            }
        }

        return county;
    }
}
