using System.Text.Json;
using Xueheng.App.Tests.CensusImports;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Commands;

/// <summary><c>plan read</c> as scripts and people call it.</summary>
public sealed class PlanReadCommandTests
{
    private const string Text = "东山县教育局工作要点\n到2025年，新建幼儿园3所，普惠性幼儿园覆盖率达到90%以上。\n建立问题清单台账。\n";

    [Fact]
    public async Task Json_is_as_the_contract_says_and_offsets_are_of_the_file()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var file = await WriteAsync(database, "要点.txt", Text);

        var (status, output, error) = await new CommandLine(database).RunAsync("plan", "read", file, "--date", "2023-03-02", "--json");

        Assert.Equal((0, ""), (status, error));
        var read = JsonDocument.Parse(output).RootElement;
        Assert.Equal(("东山县教育局工作要点", 3), (read.GetProperty("title").GetString(), read.GetProperty("sentences").GetInt32()));
        var found = read.GetProperty("commitments").EnumerateArray().ToList();
        Assert.Equal(
            ["新建幼儿园 equal 3 所 2025 promised", "普惠性幼儿园覆盖率 at_least 90 % 2025 promised", "建立问题清单台账     promised"],
            found.Select(c => string.Join(' ', new[] { "subject", "comparison", "value", "unit", "deadline", "kind" }.Select(f => c.GetProperty(f).ToString()))));
        Assert.All(found, c => Assert.Equal(c.GetProperty("text").GetString(), Text[c.GetProperty("start").GetInt32()..c.GetProperty("end").GetInt32()]));
    }

    [Fact]
    public async Task A_person_reads_a_list()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var file = await WriteAsync(database, "要点.txt", Text);

        var (status, output, _) = await new CommandLine(database).RunAsync("plan", "read", file);

        Assert.Equal(0, status);
        Assert.Contains("普惠性幼儿园覆盖率 ≥ 90%  承诺  2025  学前", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_on_standard_error()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var file = await WriteAsync(database, "空.txt", " ");

        var (status, output, error) = await new CommandLine(database).RunAsync("plan", "read", file, "--json");

        Assert.Equal((1, ""), (status, output));
        Assert.StartsWith("XH5004 文件“空.txt”里没有文字", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_of_data_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var file = await WriteAsync(database, "表.txt", string.Concat(Enumerable.Repeat("新建学校3所。", 6_000)));

        var (status, output, error) = await new CommandLine(database).RunAsync("plan", "read", file, "--json");

        Assert.Equal((1, ""), (status, output));
        Assert.StartsWith("XH5003", error, StringComparison.Ordinal);
    }

    private static async Task<string> WriteAsync(TestDatabase database, string name, string text)
    {
        var path = Path.Combine(database.Folder.FullName, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        return path;
    }
}
