using Xueheng.Census;
using Xueheng.Packs;

namespace Xueheng.Planning.Rotation;

/// <summary>What a list of people says of a teacher beside the census. Why someone is exempt is not kept: it may be an illness.</summary>
/// <param name="Wishes">学校标识码 the teacher volunteers for.</param>
/// <param name="Partner">工号 of husband or wife; null for none.</param>
/// <param name="Moved">Moved last year; null where the list does not say.</param>
public sealed record RotationPerson(string Teacher, bool Exempt, IReadOnlyList<string> Wishes, string? Partner, bool? Moved);

/// <summary>
/// Reads the optional list of people (.xlsx, .xls or .csv): 工号*, 免交流原因 (any text exempts), 志愿学校 (names or codes, separated by 、，；or spaces), 配偶工号, 上学年交流 (是/否).
/// </summary>
public sealed class ReadPeople(PackLibrary packs)
{
    private const string Number = "工号";
    private const string Reason = "免交流原因";
    private const string Wishes = "志愿学校";
    private const string Partner = "配偶工号";
    private const string Moved = "上学年交流";

    /// <param name="schools">The schools of the census.</param>
    /// <param name="teachers">Their teachers' 工号.</param>
    public Outcome<IReadOnlyList<RotationPerson>> Run(string path, string name, IReadOnlyList<SchoolRow> schools, IReadOnlySet<string> teachers)
    {
        var table = ReadTable.Run(path, name, [Number], [Number, Reason, Wishes, Partner, Moved], packs.Checks.Limits);
        if (!table.Succeeded)
        {
            return table.Failure;
        }

        var codes = schools.Select(s => s.School).ToHashSet();
        var byName = schools.ToLookup(s => s.Name, s => s.School);
        var people = new Dictionary<string, RotationPerson>();
        foreach (var row in table.Value)
        {
            var wishes = new List<string>();
            foreach (var wish in row[Wishes].Split(['、', '，', '；', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (codes.Contains(wish))
                {
                    wishes.Add(wish);
                }
                else if (byName[wish].ToList() is [var only])
                {
                    wishes.Add(only);
                }
                else
                {
                    return new Failure("XH6113", $"文件“{name}”第 {row.Line} 行：志愿学校“{wish}”不在基础数据里，或有同名学校，请写学校标识码");
                }
            }

            if (!teachers.Contains(row[Number]))
            {
                return new Failure("XH6112", $"文件“{name}”第 {row.Line} 行：工号“{row[Number]}”不是基础数据里的专任教师");
            }

            if (!people.TryAdd(row[Number], new RotationPerson(
                row[Number], row[Reason].Length > 0, wishes, row[Partner].Length > 0 ? row[Partner] : null, row[Moved] switch { "是" => true, "否" => false, _ => null })))
            {
                return new Failure("XH6114", $"文件“{name}”第 {row.Line} 行：工号“{row[Number]}”出现了两次");
            }
        }

        return people.Values.ToList();
    }
}
