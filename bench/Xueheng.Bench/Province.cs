using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.App;
using Xueheng.Census;
using Xueheng.Storage;

namespace Xueheng.Bench;

/// <summary>
/// A made-up province loaded by COPY: counties of about 71,400 pupils and 4,800 teachers each, with every column the facts
/// read. Names and numbers carry no meaning beyond their size.
/// </summary>
internal static class Province
{
    private const int SchoolsPerCounty = 170;
    private static readonly string[] Degrees = ["14", "21", "21", "21", "31", "31", "41"];
    private static readonly string[] Subjects = ["语文", "数学", "英语", "体育", "音乐", "美术", "科学"];
    private static readonly string[] Titles = ["一级教师", "二级教师", "高级教师", "三级教师"];

    public static async Task<int> LoadAsync(DataLocation location, int counties, int pupilsPerCounty)
    {
        await using var services = await Product.OpenAsync(location);
        for (var i = 0; i < counties; i++)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<XuehengDb>();
            var bulk = scope.ServiceProvider.GetRequiredService<IBulkRows>();
            var county = (900001 + i).ToString(CultureInfo.InvariantCulture);
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Add(new County { Code = county, Name = "测试县" + county, LastRevision = 1 });
            db.Add(new Revision
            {
                County = county,
                Number = 1,
                Period = 2024,
                State = RevisionState.Published,
                ImportedAt = DateTimeOffset.UnixEpoch,
                PublishedAt = DateTimeOffset.UnixEpoch,
                Files = ["province"],
                Schools = SchoolsPerCounty,
                Pupils = pupilsPerCounty,
            });
            await db.SaveChangesAsync();
            var random = new Random(i);
            await bulk.WriteAsync(db, Schools(county), default);
            await bulk.WriteAsync(db, Stages(county, pupilsPerCounty), default);
            await bulk.WriteAsync(db, Resources(county, random), default);
            await bulk.WriteAsync(db, Classes(county, pupilsPerCounty), default);
            await bulk.WriteAsync(db, Teachers(county, random), default);
            await bulk.WriteAsync(db, Pupils(county, pupilsPerCounty, random), default);
            await transaction.CommitAsync();
            if ((i + 1) % 10 == 0)
            {
                Console.Error.WriteLine($"loaded {i + 1} counties");
            }
        }

        return 0;
    }

    private static string Code(int school) => $"21320{school:00000}";

    private static Stage StageOf(int school) => school < 100 ? Stage.Primary : school < 150 ? Stage.Junior : Stage.Preschool;

    private static async IAsyncEnumerable<SchoolRow> Schools(string county)
    {
        await Task.CompletedTask;
        for (var s = 0; s < SchoolsPerCounty; s++)
        {
            yield return new SchoolRow
            {
                County = county, Revision = 1, No = s + 1, Line = s + 2, School = Code(s), Name = "学校" + s,
                Type = StageOf(s) switch { Stage.Primary => "211", Stage.Junior => "311", _ => "111" },
                UrbanRural = "121", Public = true, Town = "第" + (s % 12) + "镇", Founded = 1990,
            };
        }
    }

    private static async IAsyncEnumerable<StageRow> Stages(string county, int pupils)
    {
        await Task.CompletedTask;
        for (var s = 0; s < SchoolsPerCounty; s++)
        {
            yield return new StageRow { County = county, Revision = 1, No = s + 1, Line = s + 2, School = Code(s), Stage = StageOf(s), Pupils = pupils / SchoolsPerCounty };
        }
    }

    private static async IAsyncEnumerable<ResourceRow> Resources(string county, Random random)
    {
        await Task.CompletedTask;
        for (var s = 0; s < SchoolsPerCounty; s++)
        {
            yield return new ResourceRow
            {
                County = county, Revision = 1, No = s + 1, Line = s + 2, School = Code(s),
                TeachingArea = 2000 + random.Next(2000), IndoorSportsArea = random.Next(300), OutdoorSportsArea = 2000 + random.Next(4000),
                EquipmentValue = 60 + random.Next(100), MultimediaRooms = 8 + random.Next(10), Computers = 40 + random.Next(100), Books = 8000 + random.Next(9000),
                MusicRooms = 1, ArtRooms = 1, OperatingBudget = 50, TrainingBudget = 3,
            };
        }
    }

    private static async IAsyncEnumerable<ClassRow> Classes(string county, int pupils)
    {
        await Task.CompletedTask;
        var no = 0;
        var perSchool = pupils / SchoolsPerCounty;
        for (var s = 0; s < SchoolsPerCounty; s++)
        {
            for (var c = 0; c < (perSchool + 41) / 42; c++)
            {
                no++;
                yield return new ClassRow { County = county, Revision = 1, No = no, Line = no + 1, School = Code(s), Class = c.ToString(CultureInfo.InvariantCulture), Stage = StageOf(s), Grade = "11", Declared = 42, Counted = 42, Pupils = 42 };
            }
        }
    }

    private static async IAsyncEnumerable<TeacherRow> Teachers(string county, Random random)
    {
        await Task.CompletedTask;
        for (var t = 0; t < 4800; t++)
        {
            var school = t % SchoolsPerCounty;
            yield return new TeacherRow
            {
                County = county, Revision = 1, No = t + 1, Line = t + 2, School = Code(school), Stage = StageOf(school), Teacher = "T" + t, Name = "教师" + t,
                Sex = "女", Identity = "990101198001010000", Subject = Subjects[random.Next(Subjects.Length)], Degree = Degrees[random.Next(Degrees.Length)],
                Title = Titles[random.Next(Titles.Length)], Backbone = (BackboneLevel)random.Next(5), FullTime = random.Next(20) > 0, StaffType = "1",
                Certified = random.Next(50) > 0, TrainingHours = 300 + random.Next(200), Rotated = random.Next(10) == 0,
                TeachingSince = new DateOnly(2000, 9, 1), AtSchoolSince = new DateOnly(2010, 9, 1), Born = new DateOnly(1980, 1, 1),
            };
        }
    }

    private static async IAsyncEnumerable<PupilRow> Pupils(string county, int pupils, Random random)
    {
        await Task.CompletedTask;
        var perSchool = (pupils + SchoolsPerCounty - 1) / SchoolsPerCounty;
        for (var p = 0; p < pupils; p++)
        {
            var school = p / perSchool;
            var identity = $"990101{2012:0000}0101{p % 1000:000}{p % 10}";
            yield return new PupilRow
            {
                County = county, Revision = 1, No = p + 1, Line = p + 2, School = Code(school), Stage = StageOf(school), Class = (p % 18).ToString(CultureInfo.InvariantCulture),
                Pupil = "G" + identity, Name = "学生" + p, Sex = p % 2 == 0 ? "男" : "女", Born = new DateOnly(2012, 1, 1), Identity = identity,
                Grade = "11", Migrant = random.Next(12) == 0, LeftBehind = random.Next(10) == 0, Disability = "", Attendance = "走读", InZone = random.Next(20) > 0, HomeTown = "第一镇",
            };
        }
    }
}
