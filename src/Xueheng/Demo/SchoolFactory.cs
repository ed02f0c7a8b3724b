using System.Globalization;
using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>Makes schools: code, type and place follow from the role.</summary>
internal sealed class SchoolFactory(Dice dice)
{
    private readonly List<DemoSchool> _schools = [];
    private readonly Dictionary<string, int> _numbers = [];

    public IReadOnlyList<DemoSchool> All => _schools;

    public DemoSchool Add(
        SchoolRole role, Town town, string name, Dictionary<Stage, double> weights, bool isPublic = true, bool boarding = false, bool crowded = false, double growth = 1)
    {
        var (longitude, latitude) = Place(town, role is SchoolRole.VillagePrimary ? 0.055 : town.Seat ? 0.02 : 0.008);
        return Add(new DemoSchool
        {
            Index = _schools.Count,
            Code = NextCode(role),
            Name = name,
            Type = TypeOf(role),
            Role = role,
            Town = town,
            Public = isPublic,
            UrbanRural = role == SchoolRole.VillagePrimary ? "220" : town.Seat ? "121" : town.Name.EndsWith('镇') ? "121" : "210",
            Longitude = longitude,
            Latitude = latitude,
            Founded = isPublic ? 1905 + dice.Below(100) : 2001 + dice.Below(15),
            Boarding = boarding,
            Weights = weights,
            Growth = growth,
            Crowded = crowded,
        });
    }

    public DemoSchool AddPoint(DemoSchool centre, string name, double weight, int lastGrade, bool counted)
    {
        var (longitude, latitude) = Place(centre.Town, 0.07);
        return Add(new DemoSchool
        {
            Index = _schools.Count,
            Code = NextCode(SchoolRole.TeachingPoint),
            Name = name,
            Type = TypeOf(SchoolRole.TeachingPoint),
            Role = SchoolRole.TeachingPoint,
            Town = centre.Town,
            Public = true,
            UrbanRural = "220",
            Longitude = longitude,
            Latitude = latitude,
            Founded = 1950 + dice.Below(50),
            Weights = new Dictionary<Stage, double> { [Stage.Primary] = weight },
            Growth = 0.97,
            LastGrade = lastGrade,
            Centre = centre,
            CountedWithCentre = counted,
        });
    }

    /// <param name="town">Where it is.</param>
    /// <param name="name">Its name.</param>
    /// <param name="kind">公办, 普惠 or 民办.</param>
    /// <param name="weight">Its draw on the children of the town.</param>
    /// <param name="growth">How that changes from year to year.</param>
    /// <param name="inclusiveSince">The year a private one was recognised as inclusive.</param>
    /// <param name="village">Outside the town's centre.</param>
    public DemoSchool AddKindergarten(Town town, string name, string kind, double weight, double growth = 1, int? inclusiveSince = null, bool village = false)
    {
        var (longitude, latitude) = Place(town, village ? 0.05 : town.Seat ? 0.025 : 0.01);
        return Add(new DemoSchool
        {
            Index = _schools.Count,
            Code = NextCode(SchoolRole.Kindergarten),
            Name = name,
            Type = TypeOf(SchoolRole.Kindergarten),
            Role = SchoolRole.Kindergarten,
            Town = town,
            Public = kind == "公办",
            UrbanRural = village ? "220" : town.Seat ? "121" : town.Name.EndsWith('镇') ? "121" : "210",
            Longitude = longitude,
            Latitude = latitude,
            Founded = 1985 + dice.Below(33),
            Weights = new Dictionary<Stage, double> { [Stage.Preschool] = weight },
            Growth = growth,
            Crowded = kind == "公办" && town.Seat && dice.Chance(0.4),
            InclusiveSince = kind == "普惠" ? inclusiveSince ?? 2019 : inclusiveSince,
        });
    }

    private static string TypeOf(SchoolRole role) => role switch
    {
        SchoolRole.Kindergarten => "111",
        SchoolRole.TeachingPoint => "218",
        SchoolRole.Junior => "311",
        SchoolRole.NineYear => "312",
        SchoolRole.Complete => "341",
        SchoolRole.Senior => "342",
        SchoolRole.TwelveYear => "345",
        SchoolRole.Vocational => "365",
        SchoolRole.Special => "514",
        _ => "211",
    };

    private DemoSchool Add(DemoSchool school)
    {
        _schools.Add(school);
        return school;
    }

    // 学校标识码: two digits of kind, a province that does not exist, a sequence.
    private string NextCode(SchoolRole role)
    {
        var kind = role switch
        {
            SchoolRole.Kindergarten => "11",
            SchoolRole.Junior or SchoolRole.NineYear => "31",
            SchoolRole.Complete or SchoolRole.Senior or SchoolRole.TwelveYear => "34",
            SchoolRole.Vocational => "36",
            SchoolRole.Special => "51",
            _ => "21",
        };
        var number = _numbers[kind] = _numbers.GetValueOrDefault(kind) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{kind}99{number:000000}");
    }

    private (double Longitude, double Latitude) Place(Town town, double spread)
    {
        var (angle, distance) = (dice.Between(0, Math.Tau), spread * (0.25 + dice.Share()));
        return (Math.Round(town.Longitude + (distance * Math.Cos(angle)), 5), Math.Round(town.Latitude + (distance * Math.Sin(angle)), 5));
    }
}
