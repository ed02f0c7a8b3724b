namespace Xueheng.Demo;

/// <summary>A hundred kindergartens a part: public ones draw more children each year, most private ones fewer.</summary>
internal sealed class KindergartenPlan(SchoolFactory schools, Dice dice)
{
    private const int SeatPublic = 12;
    private const int SeatInclusive = 15;
    private const int SeatPrivate = 9;

    // Most children in public kindergartens, fewest in private ones.
    private const double PublicWeight = 1.36;
    private const double InclusiveWeight = 0.82;
    private const double PrivateWeight = 0.76;

    private const double PublicGrowth = 1.04;
    private const double InclusiveGrowth = 0.985;
    private const double PrivateGrowth = 0.95;

    private static readonly string[] Brands =
    [
        "小太阳", "金色童年", "启明星", "向日葵", "春芽", "七彩", "小博士", "蓝天", "童乐", "阳光", "红苹果", "蓓蕾", "贝贝", "未来星", "育苗", "晨光",
        "小天使", "星光", "快乐岛", "苗苗", "花朵", "新苗", "智慧树", "爱心", "童星", "小海豚", "绿洲", "彩虹",
    ];

    private static readonly string[] Streets = ["城东", "城西", "城南", "城北", "新区", "滨河", "开发区", "建设路"];

    public void Add(int part, Town seat, IReadOnlyList<Town> towns)
    {
        var lead = part == 0 ? PlaceNames.County : $"{PlaceNames.County}{PlaceNames.Short(seat.Name)}";
        for (var n = 0; n < SeatPublic; n++)
        {
            var name = n == 0 ? "实验幼儿园" : n < 5 ? $"第{"一二三四"[n - 1]}幼儿园" : $"{Streets[n - 5]}幼儿园";
            schools.AddKindergarten(seat, lead + name, "公办", PublicWeight * dice.Between(0.8, 1.25), PublicGrowth);
        }

        for (var n = 0; n < SeatInclusive + SeatPrivate; n++)
        {
            AddPrivate(seat, $"{PlaceNames.Short(seat.Name)}{Brands[n]}幼儿园", inclusive: n < SeatInclusive, turned: n switch { 0 => 2023, 1 => 2024, _ => null }, village: false);
        }

        for (var i = 0; i < towns.Count; i++)
        {
            AddTown(i, towns[i]);
        }
    }

    private void AddTown(int rank, Town town)
    {
        schools.AddKindergarten(town, $"{town.Name}中心幼儿园", "公办", 1.9 * dice.Between(0.9, 1.15), PublicGrowth);
        schools.AddKindergarten(town, $"{town.Name}{PlaceNames.Village(town.Index, 0)}幼儿园", "公办", 0.8 * dice.Between(0.7, 1.2), PublicGrowth, village: true);
        var others = rank < 12 ? 3 : 2;
        for (var n = 0; n < others; n++)
        {
            AddPrivate(town, $"{PlaceNames.Short(town.Name)}{Brands[(rank * 3 + n) % Brands.Length]}幼儿园", inclusive: n < 2, turned: rank == 3 && n == 1 ? 2023 : null, village: n == 1);
        }
    }

    private void AddPrivate(Town town, string name, bool inclusive, int? turned, bool village) =>
        schools.AddKindergarten(
            town,
            name,
            inclusive ? "普惠" : "民办",
            (inclusive ? InclusiveWeight : PrivateWeight) * dice.Between(0.65, 1.35),
            (inclusive ? InclusiveGrowth : PrivateGrowth) * dice.Between(0.98, 1.02),
            turned,
            village);
}
