using System.Data.Common;

namespace Xueheng.Bench;

/// <summary>
/// What a careful clerk with SQL would write: one statement for each fact, grouped by school and stage. The yardstick of
/// counting; the same text runs on both databases.
/// </summary>
internal static class HandWrittenFacts
{
    private const string FullTime = """ "FullTime" AND "StaffType" NOT IN ('6', '7') """;

    private static readonly (string Table, string Where)[] Facts =
    [
        ("census_pupils", "1 = 1"),
        ("census_pupils", "\"Migrant\""),
        ("census_pupils", "\"InZone\" AND \"Stage\" IN (2, 3)"),
        ("census_pupils", "\"LeftBehind\""),
        ("census_pupils", "\"Disability\" <> ''"),
        ("census_classes", "1 = 1"),
        ("census_classes", "(\"Stage\" = 2 AND \"Pupils\" > 45) OR (\"Stage\" = 3 AND \"Pupils\" > 50)"),
        ("census_classes", "\"Pupils\" >= 56 AND \"Stage\" IN (2, 3, 4)"),
        ("census_classes", "\"Pupils\" >= 66 AND \"Stage\" IN (2, 3, 4)"),
        ("census_teachers", FullTime),
        ("census_teachers", FullTime + " AND ((\"Stage\" = 3 AND \"Degree\" IN ('11', '14', '17', '21')) OR (\"Stage\" IN (1, 2) AND \"Degree\" IN ('11', '14', '17', '21', '28', '31')) OR (\"Stage\" IN (4, 5) AND \"Degree\" IN ('11', '14', '17')))"),
        ("census_teachers", FullTime + " AND \"Backbone\" IN (2, 3, 4)"),
        ("census_teachers", FullTime + " AND \"Subject\" IN ('体育', '体育与健康', '音乐', '美术', '艺术')"),
        ("census_teachers", FullTime + " AND \"Title\" IN ('正高级教师', '高级教师', '一级教师', '高级讲师', '讲师', '其他高级', '其他中级')"),
        ("census_teachers", FullTime + " AND \"Certified\""),
        ("census_teachers", FullTime + " AND \"TrainingHours\" >= 360"),
        ("census_teachers", FullTime + " AND \"Rotated\""),
        ("census_teachers", FullTime + " AND \"Rotated\" AND \"Backbone\" IN (2, 3, 4)"),
    ];

    public static int Statements => Facts.Length;

    /// <returns>The sum of all counts, so that nothing is optimised away and runs can be compared.</returns>
    public static async Task<long> CountAsync(DbConnection connection, string county, int revision)
    {
        long sum = 0;
        foreach (var (table, where) in Facts)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"""
                SELECT "School", "Stage", COUNT(*) FROM {table}
                WHERE "County" = @county AND "Revision" = @revision AND ({where}) GROUP BY "School", "Stage"
                """;
            foreach (var (name, value) in new (string, object)[] { ("county", county), ("revision", revision) })
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                parameter.Value = value;
                command.Parameters.Add(parameter);
            }

            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                sum += reader.GetInt64(2);
            }
        }

        return sum;
    }
}
