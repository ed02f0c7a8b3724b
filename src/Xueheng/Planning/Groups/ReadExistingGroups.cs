using Xueheng.Census;
using Xueheng.Packs;

namespace Xueheng.Planning.Groups;

/// <summary>Reads groups as they are (.xlsx, .xls or .csv), one school a row: 集团*, 学校*, 牵头校* (names or codes). A leader without a row of its own belongs to its group all the same.</summary>
public sealed class ReadExistingGroups(PackLibrary packs)
{
    private const string Title = "集团";
    private const string School = "学校";
    private const string Leader = "牵头校";

    /// <param name="name">How messages call the file.</param>
    /// <param name="schools">The schools of the census.</param>
    public Outcome<IReadOnlyList<ExistingGroup>> Run(string path, string name, IReadOnlyList<SchoolRow> schools)
    {
        var table = ReadTable.Run(path, name, [Title, School, Leader], [Title, School, Leader], packs.Checks.Limits);
        if (!table.Succeeded)
        {
            return table.Failure;
        }

        var codes = schools.Select(s => s.School).ToHashSet();
        var byName = schools.ToLookup(s => s.Name, s => s.School);
        var (groups, at) = (new Dictionary<string, (string Leader, List<string> Schools)>(), new Dictionary<string, string>());
        foreach (var row in table.Value)
        {
            if ((Find(row[School]), Find(row[Leader])) is not ({ } school, { } leader))
            {
                return new Failure("XH6303", $"文件“{name}”第 {row.Line} 行：“{(Find(row[School]) is null ? row[School] : row[Leader])}”不在基础数据里，或有同名学校，请写学校标识码");
            }

            if (row[Title].Length == 0)
            {
                return new Failure("XH6304", $"文件“{name}”第 {row.Line} 行没有写集团名称");
            }

            if (!groups.TryGetValue(row[Title], out var group))
            {
                groups[row[Title]] = group = (leader, []);
            }

            if (group.Leader != leader)
            {
                return new Failure("XH6305", $"文件“{name}”第 {row.Line} 行：“{row[Title]}”前面写的是另一所牵头校，一个集团只有一所牵头校");
            }

            foreach (var member in group.Schools.Count == 0 ? new[] { leader, school }.Distinct() : [school])
            {
                if (at.TryGetValue(member, out var other) && (other != row[Title] || member != leader))
                {
                    return new Failure("XH6306", $"文件“{name}”第 {row.Line} 行：学校“{row[School]}”在“{other}”里已经有了，一所学校只写一次");
                }

                if (at.TryAdd(member, row[Title]))
                {
                    group.Schools.Add(member);
                }
            }
        }

        return groups.Select(g => new ExistingGroup(g.Key, g.Value.Leader, g.Value.Schools)).ToList();

        string? Find(string typed) => codes.Contains(typed) ? typed : byName[typed].ToList() is [var only] ? only : null;
    }
}
