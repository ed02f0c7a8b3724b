using Xueheng.Census;
using Xueheng.Facts;
using Xueheng.Packs;
using Xueheng.Reports.Fields;
using Xueheng.Standards;

namespace Xueheng.Tests.Reports;

/// <summary>A county measured by hand: ten schools whose values are simple, so that a test can say what a report must print.</summary>
internal static class SampleReport
{
    public const string County = "990101";

    public const int Period = 2024;

    public static readonly Uri Site = new("http://127.0.0.1:5080");

    public static readonly DateTimeOffset Now = new(2025, 3, 1, 8, 30, 0, TimeSpan.FromHours(8));

    public static PackLibrary Packs { get; } = PackLibrary.Load(Path.Combine(AppContext.BaseDirectory, "packs"), null);

    public static Standard Standard { get; } = Packs.FindStandard("quality-balance-2017")!;

    /// <param name="values">Changes single values: (school, indicator) to a value, null for missing.</param>
    public static ReportSubject Subject(int revision = 1, IReadOnlyDictionary<(string School, string Indicator), decimal?>? values = null)
    {
        var schools = Schools(values ?? new Dictionary<(string, string), decimal?>());
        var measurement = new Measurement(
            County, "青山县", "2024", revision, Standard.Id, Standard.Hash, Packs.Facts.Hash, "1", schools,
            [.. Standard.Indicators.SelectMany(i => i.Thresholds.Select(t => Disparity(i, t.Key, t.Value, schools)))],
            [new CompositeMeasurement(Stage.Primary, 0.21, null, null), new CompositeMeasurement(Stage.Junior, 0.32, null, null)],
            [new ExcludedSchool("2199000091", "北坡教学点", Stage.Primary, 31, "不足 50 人的教学点不参加评估")],
            [.. Standard.CountyIndicators.Select(CountyIndicator)],
            Verdict.Fails);
        return new ReportSubject(
            new ReportPacks(Standard, Packs.Facts, Packs.Codes), measurement, Facts(schools, revision), Period, new DateOnly(2025, 3, 1), [], null, [], []);
    }

    public static string Code(Stage stage, int number) => $"{(stage == Stage.Primary ? "21" : "31")}990000{number:00}";

    private static List<SchoolMeasurement> Schools(IReadOnlyDictionary<(string, string), decimal?> values) =>
    [
        .. Enumerable.Range(1, 6).Select(n => School(Stage.Primary, n, values)),
        .. Enumerable.Range(1, 4).Select(n => School(Stage.Junior, n, values)),
    ];

    /// <summary>School n has n tenths above the floor: the first ones are near or meet only just.</summary>
    private static SchoolMeasurement School(Stage stage, int n, IReadOnlyDictionary<(string, string), decimal?> values)
    {
        var code = Code(stage, n);
        var indicators = Standard.Indicators.Select(i =>
        {
            var bound = i.Thresholds[stage];
            var value = values.TryGetValue((code, i.Id), out var given) ? given : bound.AtLeast * (0.8m + (0.1m * n));
            var verdict = value is null ? Verdict.Unknown : value >= bound.AtLeast ? Verdict.Meets : value >= bound.Floor ? Verdict.Near : Verdict.Fails;
            return new IndicatorMeasurement(i.Id, value, bound.AtLeast, bound.Floor, verdict, value is null ? null : Math.Max(0, Math.Ceiling(10 * (bound.AtLeast!.Value - value.Value))), value is null ? [i.Facts[0]] : [], value is null ? ["没有填报"] : []);
        }).ToList();
        var unknown = indicators.Any(i => i.Verdict == Verdict.Unknown);
        var meets = indicators.Count(i => i.Verdict == Verdict.Meets) >= 6 && indicators.All(i => i.Verdict != Verdict.Fails);
        return new SchoolMeasurement(
            code, $"青山{(stage == Stage.Primary ? "小学" : "初中")}{n}", stage, stage == Stage.Primary ? "211" : "311", "城关镇", true, 100 * n, indicators, unknown ? Verdict.Unknown : meets ? Verdict.Meets : Verdict.Fails, []);
    }

    private static DisparityMeasurement Disparity(Indicator indicator, Stage stage, Threshold bound, List<SchoolMeasurement> schools)
    {
        var values = schools.Where(s => s.Stage == stage).Select(s => (s.School, s.Pupils, s.Indicators.First(i => i.Id == indicator.Id).Value)).ToList();
        List<string> missing = [.. values.Where(v => v.Value is null).Select(v => v.School)];
        var known = values.Where(v => v.Value is not null).ToList();
        var mean = (double)(known.Sum(v => v.Pupils!.Value * v.Value!.Value) / known.Sum(v => v.Pupils!.Value));
        var sd = Math.Sqrt(known.Sum(v => (double)v.Pupils!.Value * Math.Pow((double)v.Value!.Value - mean, 2)) / (double)known.Sum(v => v.Pupils!.Value));
        return new DisparityMeasurement(
            stage, indicator.Id, mean, sd, sd / mean, (double?)bound.DisparityLimit,
            missing.Count > 0 ? Verdict.Unknown : sd / mean <= (double?)bound.DisparityLimit ? Verdict.Meets : Verdict.Fails, missing);
    }

    private static CountyMeasurement CountyIndicator(CountyIndicator indicator) => new(
        indicator.Id, indicator.Judged ? null : 96.5, indicator.Judged ? Verdict.Unknown : indicator.Id == "G5" ? Verdict.Fails : Verdict.Meets,
        $"{indicator.Name}的情况", [],
        [.. indicator.Conditions.Select(c => c.Kind == CountyConditionKind.Judged
            ? new ConditionMeasurement(c.Words, null, null, Verdict.Unknown, [], [], "", true)
            : new ConditionMeasurement(c.Words, indicator.Id == "G5" ? 1 : 96.5, c.AtLeast is [var least, ..] ? (double)least.Value : null, indicator.Id == "G5" ? Verdict.Fails : Verdict.Meets, indicator.Id == "G5" ? [Code(Stage.Primary, 6)] : [], [], "", true))]);

    private static CountyFacts Facts(List<SchoolMeasurement> schools, int revision) => new(
        new Revision
        {
            County = County, Number = revision, Period = Period, State = RevisionState.Published, ImportedAt = Now, Files = ["a.xlsx"],
        },
        Packs.Facts,
        [.. schools.Select(s => new SchoolFacts(
            new SchoolRow { County = County, Revision = revision, School = s.School, Name = s.Name, Type = s.Type, Public = true, Town = s.Town },
            [s.Stage],
            new Dictionary<(string, Stage?), FactValue>
            {
                [("pupils", s.Stage)] = new(s.Pupils, null, null),
                [("classes", s.Stage)] = new(Math.Ceiling(s.Pupils!.Value / 40), null, null),
                [("teachers.full_time", s.Stage)] = new(null, Math.Ceiling(s.Pupils!.Value / 15), null),
            }))],
        new Dictionary<string, decimal> { ["教师平均工资"] = 98000, ["公务员平均工资"] = 96500 });
}
