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

    [Fact]
    public async Task Areas_of_schools_hang_together_and_need_to_be_told_who_is_beside_whom()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var file = await WriteAsync(database, Row);
        var pairs = await WriteAsync(database, "no,one,other\n1,1,2\n2,2,3\n3,4,3\n", "相邻.txt");

        var (status, output, error) = await new CommandLine(database).RunAsync("solve", "sap", file, "--connectivity", pairs, "--work", "500", "--json");
        var without = await new CommandLine(database).RunAsync("solve", "sap", file, "--work", "500", "--json");

        Assert.Equal((0, ""), (status, error));
        var solved = JsonDocument.Parse(output).RootElement;
        Assert.Equal([0, 0, 1, 1], solved.GetProperty("assign").EnumerateArray().Select(a => a.GetInt32()));
        Assert.Equal(0, Math.Round(solved.GetProperty("gap").GetDouble(), 6));
        Assert.Equal((1, ""), (without.Status, without.Output));
        Assert.StartsWith("XH6009 ", without.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schools_are_opened_where_they_pay_with_areas_that_hang_together()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var file = await WriteAsync(database, Row);
        var pairs = await WriteAsync(database, "no,one,other\n1,1,2\n2,2,3\n3,4,3\n", "相邻.txt");

        var (status, output, error) = await new CommandLine(database).RunAsync("solve", "cflsap", file, "--connectivity", pairs, "--work", "500", "--json");

        Assert.Equal((0, ""), (status, error));
        var solved = JsonDocument.Parse(output).RootElement;
        Assert.Equal(100, Math.Round(solved.GetProperty("objective").GetDouble(), 6));
        Assert.Equal([0, 0, 1, 1], solved.GetProperty("assign").EnumerateArray().Select(a => a.GetInt32()));
    }

    private const string Row = "id pop x y flag cost capacity\n1 5 0 0 1 40 12\n2 5 1000 0 0 0 0\n3 5 2000 0 0 0 0\n4 5 3000 0 1 50 12\n";

    private static async Task<string> WriteAsync(TestDatabase database, string text, string name = "算例.txt")
    {
        var path = Path.Combine(database.Folder.FullName, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }
}
