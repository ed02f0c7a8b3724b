using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xueheng.App.Tests.CensusImports;
using Xueheng.Census;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Facts;

/// <summary>A table of a roster's many columns, squeezed into a narrow terminal, once never ended.</summary>
public sealed class RowsCommandTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        Assert.Equal(0, (await new CommandLine(_database).RunAsync("demo", "--size", "small", "--no-serve")).Status);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Rows_behind_a_figure_are_printed_one_a_line_with_their_place()
    {
        var lines = (await RowsAsync("teachers.full_time")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("专任教师数", lines[0]);
        Assert.Matches(@"\.xlsx 教师 \d+ .+：工号 T\d+，姓名 ", lines[1]);
        Assert.Equal(lines.Length - 2, int.Parse(Regex.Match(lines[^1], @"共 (\d+) 行").Groups[1].Value, CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Numbers_of_pupils_are_masked_unless_asked_for_in_full()
    {
        var full = Numbers(JsonNode.Parse(await RowsAsync("pupils", "--full", "--json"))!);
        Assert.All(full, n => Assert.NotNull(PupilNumber.Parse(n)));

        Assert.Equal(full.Select(n => Masked.Of(n)), Numbers(JsonNode.Parse(await RowsAsync("pupils", "--json"))!));
        Assert.Contains($"学籍号 {Masked.Of(full[0])}，", await RowsAsync("pupils"), StringComparison.Ordinal);
        Assert.DoesNotMatch("[GJL][0-9]{17}", await RowsAsync("pupils"));
        Assert.Contains($"学籍号 {full[0]}，", await RowsAsync("pupils", "--full"), StringComparison.Ordinal);
    }

    private static List<string> Numbers(JsonNode page) => [.. page["rows"]!.AsArray().Select(r => (string)r!["cells"]!["学籍号"]!)];

    private async Task<string> RowsAsync(string fact, params string[] more)
    {
        var (status, output, error) = await new CommandLine(_database).RunAsync(
            ["rows", "--county", "990101", "--period", "2024", "--school", "2199000001", "--stage", "primary", "--fact", fact, .. more]);
        Assert.Equal((0, ""), (status, error));
        return output;
    }
}
