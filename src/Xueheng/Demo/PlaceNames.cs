namespace Xueheng.Demo;

/// <summary>Place names put together from common syllables.</summary>
internal static class PlaceNames
{
    public const string County = "云溪县";

    public const string Seat = "城关镇";

    private static readonly string[] Known =
        ["柳河镇", "石桥镇", "青林镇", "白沙镇", "双塘镇", "枫岭镇", "红岩镇", "清水湾镇", "竹坪乡", "大寨乡", "马岭乡", "梅坞乡", "桐花乡"];

    private const string Fronts = "金银东南高长平安龙凤松兰荷莲杏桃榆槐雁鹿鹤星月霞泉";

    private const string Backs = "沟湖塔店山堡川洼港渡滩庄台铺";

    private const string Villages = "王李张刘陈杨赵黄周吴徐孙朱胡郭何高林罗郑";

    private static readonly string[] VillageEnds = ["家村", "家湾", "家坪", "庄", "家畈", "家嘴", "家冲", "屋场"];

    /// <summary>The n-th town of the whole place; all differ.</summary>
    public static string Town(int n)
    {
        if (n < Known.Length)
        {
            return Known[n];
        }

        n -= Known.Length;
        var name = $"{Fronts[n % Fronts.Length]}{Backs[n / Fronts.Length % Backs.Length]}";
        return n % 3 == 2 ? name + "乡" : name + "镇";
    }

    /// <summary>The name of the n-th village of a town, for schools; all of a town differ.</summary>
    public static string Village(int town, int n)
    {
        var k = (town * 7) + n;
        return $"{Villages[k % Villages.Length]}{VillageEnds[(town + (n * 3)) % VillageEnds.Length]}";
    }

    /// <summary>The town's name without 镇 or 乡.</summary>
    public static string Short(string town) => town[..^1];
}
