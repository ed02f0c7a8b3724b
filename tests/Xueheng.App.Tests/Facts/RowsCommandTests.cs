using Xueheng.App.Tests.CensusImports;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Facts;

/// <summary>A table of a roster's many columns, squeezed into a narrow terminal, once never ended.</summary>
public sealed class RowsCommandTests
{
    [Fact]
    public async Task Rows_behind_a_figure_are_printed_one_a_line_with_their_place()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var command = new CommandLine(database);
        Assert.Equal(0, (await command.RunAsync("demo", "--size", "small", "--no-serve")).Status);

        var (status, output, error) = await command.RunAsync(
            "rows", "--county", "990101", "--period", "2024", "--school", "2199000001", "--stage", "primary", "--fact", "teachers.full_time");

        Assert.Equal("", error);
        Assert.Equal(0, status);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains("专任教师数", lines[0]);
        Assert.Matches(@"\.xlsx 教师 \d+ .+：工号 T\d+，姓名 ", lines[1]);
        Assert.Equal(lines.Length - 2, int.Parse(System.Text.RegularExpressions.Regex.Match(lines[^1], @"共 (\d+) 行").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
    }
}
