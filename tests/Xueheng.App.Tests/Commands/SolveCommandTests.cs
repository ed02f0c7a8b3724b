using System.Text.Json;
using Xueheng.App.Tests.CensusImports;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Commands;

/// <summary><c>solve</c> as scripts call it.</summary>
public sealed class SolveCommandTests
{
    private const string Two = "4 2\n0 0 6 3\n0 1 6 3\n9 0 6 3\n9 1 6 3\n";

    [Fact]
    public async Task Json_holds_the_answer_its_bound_and_every_assignment()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var file = await WriteAsync(database, Two);

        var (status, output, error) = await new CommandLine(database).RunAsync("solve", "pmedian", file, "--work", "2000", "--json");

        Assert.Equal((0, ""), (status, error));
        var solved = JsonDocument.Parse(output).RootElement;
        Assert.Equal((2, 2, 0.0), (solved.GetProperty("objective").GetDouble(), solved.GetProperty("open").GetArrayLength(), Math.Round(solved.GetProperty("gap").GetDouble(), 6)));
        var assign = solved.GetProperty("assign").EnumerateArray().Select(a => a.GetInt32()).ToList();
        Assert.True(assign[0] == assign[1] && assign[2] == assign[3] && assign[0] < 2 && assign[2] > 1);
        Assert.True(solved.GetProperty("bound").GetDouble() <= 2 && solved.GetProperty("seconds").GetDouble() > 0);
    }

    [Fact]
    public async Task What_is_wrong_is_said_with_file_and_line_before_solving()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var file = await WriteAsync(database, Two.Replace("0 1 6 3", "0 1 6 -3", StringComparison.Ordinal));

        var (status, output, error) = await new CommandLine(database).RunAsync("solve", "pmedian", file, "--time", "5", "--json");

        Assert.Equal((1, ""), (status, output));
        Assert.Equal("XH6004 文件“算例.txt”第 3 行：需求量 -3 是负数，请改正", error.Trim());
    }

    private static async Task<string> WriteAsync(TestDatabase database, string text)
    {
        var path = Path.Combine(database.Folder.FullName, "算例.txt");
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }
}
