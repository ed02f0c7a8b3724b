using Xueheng.Census;

namespace Xueheng.Demo;

/// <summary>Lays out towns and schools after one pattern: a county town with large schools, towns around it with a centre and villages.</summary>
internal sealed class SchoolPlan(Dice dice)
{
    private const int TownsOfPart = 13;

    // The share of a part's births: the county town, then its towns from large to small.
    private const double SeatShare = 0.36;

    private static readonly double[] TownShares = [.082, .074, .066, .060, .056, .052, .048, .044, .040, .036, .032, .027, .023];

    private static readonly int[] VillageSchools = [3, 3, 2, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1];

    private readonly SchoolFactory _schools = new(dice.Branch(1));
    private readonly TownFactory _towns = new(dice.Branch(2));

    public IReadOnlyList<Town> Towns => _towns.All;

    public IReadOnlyList<DemoSchool> Schools => _schools.All;

    public void AddSmall()
    {
        var seat = _towns.AddSeat(0, 0.6);
        var town = _towns.Add(0, 0.4);
        _towns.AddOutside(0, 0.1);
        _schools.Add(SchoolRole.SeatPrimary, seat, $"{PlaceNames.County}第一小学", new() { [Stage.Primary] = 0.7 });
        _schools.Add(SchoolRole.Junior, seat, $"{PlaceNames.County}第一初级中学", new() { [Stage.Junior] = 0.8 });
        _schools.Add(SchoolRole.NineYear, seat, $"{PlaceNames.County}城南九年一贯制学校", new() { [Stage.Primary] = 0.3, [Stage.Junior] = 0.2 });
        var centre = _schools.Add(SchoolRole.CentrePrimary, town, $"{town.Name}中心小学", new() { [Stage.Primary] = 0.75 });
        _schools.AddPoint(centre, $"{town.Name}{PlaceNames.Village(town.Index, 0)}教学点", 0.25, lastGrade: 3, counted: false);
        _schools.Add(SchoolRole.Complete, town, $"{town.Name}中学", new() { [Stage.Junior] = 1, [Stage.Senior] = 0.55 }, boarding: true);
        _schools.AddKindergarten(seat, $"{PlaceNames.County}第一幼儿园", "公办", 1);
        _schools.AddKindergarten(town, $"{PlaceNames.Short(town.Name)}小太阳幼儿园", "普惠", 1);
    }

    public void AddPart(int part)
    {
        var seat = _towns.AddSeat(part, SeatShare);
        var towns = TownShares.Select(share => _towns.Add(part, share)).ToList();
        _towns.AddOutside(part, 0.06);
        AddSeat(part, seat);
        for (var i = 0; i < TownsOfPart; i++)
        {
            AddTown(i, towns[i]);
        }

        new KindergartenPlan(_schools, dice.Branch(100 + part)).Add(part, seat, towns);
    }

    private void AddSeat(int part, Town seat)
    {
        var county = PlaceNames.County;
        var lead = part == 0 ? county : $"{county}{PlaceNames.Short(seat.Name)}";
        Primary("实验小学", 0.135, crowded: true, growth: 1.01);
        foreach (var (n, weight, crowded, growth) in new[] { (1, .145, true, 1.015), (2, .118, true, 1.0), (3, .105, false, 1.0), (4, .095, false, 1.0), (5, .085, false, 1.0) })
        {
            Primary($"第{Numerals(n)}小学", weight, crowded, growth);
        }

        Primary("城东小学", 0.072, crowded: false, growth: 1.05);
        Primary("城西小学", 0.063, crowded: false, growth: 1.08);
        _schools.Add(SchoolRole.SeatPrimary, seat, $"{lead}育才小学", new() { [Stage.Primary] = .034 }, isPublic: false);
        _schools.Add(SchoolRole.NineYear, seat, $"{lead}开发区九年一贯制学校", new() { [Stage.Primary] = .055, [Stage.Junior] = .05 }, growth: 1.06);
        _schools.Add(SchoolRole.NineYear, seat, $"{lead}育英学校", new() { [Stage.Primary] = .038, [Stage.Junior] = .035 }, isPublic: false, boarding: true);
        _schools.Add(SchoolRole.TwelveYear, seat, $"{lead}博雅学校", new() { [Stage.Primary] = .042, [Stage.Junior] = .05, [Stage.Senior] = .035 }, isPublic: false, boarding: true);
        foreach (var (n, weight, crowded) in new[] { (1, .25, true), (2, .205, true), (3, .155, false), (4, .115, false) })
        {
            _schools.Add(SchoolRole.Junior, seat, $"{lead}第{Numerals(n)}初级中学", new() { [Stage.Junior] = weight }, crowded: crowded);
        }

        _schools.Add(SchoolRole.Complete, seat, $"{lead}第二中学", new() { [Stage.Junior] = .11, [Stage.Senior] = .105 });
        _schools.Add(SchoolRole.Senior, seat, $"{lead}第一中学", new() { [Stage.Senior] = .245 }, boarding: true);
        _schools.Add(SchoolRole.Vocational, seat, $"{lead}职业教育中心", new() { [Stage.Vocational] = .15 }, boarding: true);
        _schools.Add(SchoolRole.Special, seat, $"{lead}特殊教育学校", new() { [Stage.Primary] = .004, [Stage.Junior] = .001 });

        void Primary(string name, double weight, bool crowded, double growth) =>
            _schools.Add(SchoolRole.SeatPrimary, seat, lead + name, new() { [Stage.Primary] = weight }, crowded: crowded, growth: growth);
    }

    private void AddTown(int rank, Town town)
    {
        var name = town.Name;
        var centre = _schools.Add(SchoolRole.CentrePrimary, town, $"{name}中心小学", new() { [Stage.Primary] = 0.56 });
        for (var n = 0; n < VillageSchools[rank]; n++)
        {
            _schools.Add(SchoolRole.VillagePrimary, town, $"{name}{PlaceNames.Village(town.Index, n)}小学", new() { [Stage.Primary] = dice.Between(0.10, 0.20) });
        }

        // Large towns have points with a hundred children, small ones points with a handful.
        for (var n = 0; n < 2; n++)
        {
            var lastGrade = rank < 4 && n == 0 ? 6 : 3 + (rank % 2);
            var weight = n == 0 ? dice.Between(0.05, 0.075) : dice.Between(0.012, 0.04);
            _schools.AddPoint(centre, $"{name}{PlaceNames.Village(town.Index, 8 + n)}教学点", weight, lastGrade, counted: n == 1 && rank % 2 == 0);
        }

        if (rank is 5 or 8 or 11)
        {
            _schools.Add(SchoolRole.NineYear, town, $"{name}九年一贯制学校", new() { [Stage.Primary] = 0.22, [Stage.Junior] = 1 }, boarding: true);
            return;
        }

        _schools.Add(SchoolRole.Junior, town, $"{name}初级中学", new() { [Stage.Junior] = 1 }, boarding: true);
        if (rank == 0)
        {
            _schools.Add(SchoolRole.Complete, town, $"{PlaceNames.Short(name)}中学", new() { [Stage.Junior] = .5, [Stage.Senior] = .08 }, boarding: true);
        }

        if (rank is 1 or 2)
        {
            _schools.Add(SchoolRole.NineYear, town, $"{name}{PlaceNames.Village(town.Index, 6)}学校", new() { [Stage.Primary] = .16, [Stage.Junior] = .08 }, boarding: true);
        }
    }

    private static string Numerals(int n) => n switch { 1 => "一", 2 => "二", 3 => "三", 4 => "四", _ => "五" };
}
