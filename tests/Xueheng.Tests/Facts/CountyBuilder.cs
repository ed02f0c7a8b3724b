using Xueheng.Census;
using Xueheng.Packs;
using Xueheng.Tests.Databases;

namespace Xueheng.Tests.Facts;

/// <summary>Writes a small county into a test database as one published revision, row by row.</summary>
internal sealed class CountyBuilder(string county = "990101", int period = 2024, int revision = 1)
{
    public static readonly PackLibrary Packs = PackLibrary.Load(Path.Combine(AppContext.BaseDirectory, "packs"), null);

    private readonly List<CensusRow> _rows = [];
    private readonly Dictionary<Type, int> _numbers = [];

    public IReadOnlyList<CensusRow> Rows => _rows;

    public CountyBuilder School(string code, string name, string type = "211", Action<SchoolRow>? more = null) =>
        Add(new SchoolRow { School = code, Name = name, Type = type, Public = true, Town = "青禾镇" }, more);

    public CountyBuilder Declare(string school, Stage stage, double? pupils, Action<StageRow>? more = null) =>
        Add(new StageRow { School = school, Stage = stage, Pupils = pupils }, more);

    public CountyBuilder Resources(string school, Action<ResourceRow> more) => Add(new ResourceRow { School = school }, more);

    public CountyBuilder Item(string item, double value) => Add(new CountyItemRow { Item = item, Value = value }, null);

    public CountyBuilder Class(string school, Stage stage, string number, int? pupils, string grade = "11") =>
        Add(new ClassRow { School = school, Stage = stage, Class = number, Grade = grade, Pupils = pupils, Declared = pupils }, null);

    public CountyBuilder Teachers(string school, Stage stage, int count, Action<TeacherRow>? more = null)
    {
        for (var i = 0; i < count; i++)
        {
            Add(
                new TeacherRow
                {
                    School = school, Stage = stage, Teacher = $"T{_rows.Count}", Name = "教师", FullTime = true, StaffType = "1", Subject = "语文",
                    Degree = "21", Title = "二级教师", Backbone = BackboneLevel.None, Certified = true, TrainingHours = 360, Rotated = false,
                },
                more);
        }

        return this;
    }

    public CountyBuilder Pupils(string school, Stage stage, int count, Action<PupilRow>? more = null)
    {
        for (var i = 0; i < count; i++)
        {
            Add(
                new PupilRow
                {
                    School = school, Stage = stage, Pupil = $"P{_rows.Count}", Name = "学生", Class = "1", Grade = "11",
                    Migrant = false, LeftBehind = false, InZone = true, Disability = "",
                },
                more);
        }

        return this;
    }

    public async Task<Revision> PublishAsync(TestDatabase database)
    {
        var published = new Revision
        {
            County = county, Number = revision, Period = period, State = RevisionState.Published,
            ImportedAt = DateTimeOffset.UnixEpoch, PublishedAt = DateTimeOffset.UnixEpoch.AddDays(revision), Files = ["样例.xlsx"],
        };
        await using var db = database.Open();
        db.Add(published);
        db.AddRange(_rows);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return published;
    }

    private CountyBuilder Add<TRow>(TRow row, Action<TRow>? more)
        where TRow : CensusRow
    {
        more?.Invoke(row);
        row.County = county;
        row.Revision = revision;
        row.No = _numbers[typeof(TRow)] = _numbers.GetValueOrDefault(typeof(TRow)) + 1;
        row.Line = row.No + 1;
        _rows.Add(row);
        return this;
    }
}
