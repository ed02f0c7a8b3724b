using System.Text.Json;
using Xueheng.App.Tests.CensusImports;
using Xueheng.Tests;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Plans;

public sealed class PlanCommandTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Xueheng.Engines.Tests", "Text", "Documents");

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_document_is_imported_from_the_command_line_and_listed(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var command = new CommandLine(database);
        string[] import = ["plan", "import", Path.Combine(Folder, "xinyi.txt"), "--county", "990101", "--by", "李科", "--json"];

        var first = await command.RunAsync(import);
        Assert.Equal((0, ""), (first.Status, first.Error));
        var second = await command.RunAsync(import);
        var (made, told) = (JsonDocument.Parse(first.Output).RootElement, JsonDocument.Parse(second.Output).RootElement);
        Assert.Equal((false, true), (made.GetProperty("already").GetBoolean(), told.GetProperty("already").GetBoolean()));
        Assert.Equal(made.GetProperty("id").GetGuid(), told.GetProperty("id").GetGuid());

        var listed = JsonDocument.Parse((await command.RunAsync("plan", "list", "--county", "990101", "--json")).Output).RootElement;
        var only = Assert.Single(listed.EnumerateArray());
        Assert.Equal(made.GetProperty("commitments").GetInt32(), only.GetProperty("unlooked").GetInt32());
        Assert.Equal(("2021-11-05", "xinyi.txt"), (only.GetProperty("date").GetString(), only.GetProperty("file_name").GetString()));
    }

    [Fact]
    public async Task What_cannot_be_imported_is_said_in_one_line()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var command = new CommandLine(database);
        var undated = await command.RunAsync("plan", "import", Path.Combine(Folder, "pingyu.txt"), "--county", "990101", "--by", "李科");
        var missing = await command.RunAsync("plan", "import", Path.Combine(Folder, "没有.txt"), "--county", "990101", "--by", "李科");
        var nobody = await command.RunAsync("plan", "import", Path.Combine(Folder, "xinyi.txt"), "--county", "990101");
        Assert.Equal((1, 1, 2), (undated.Status, missing.Status, nobody.Status));
        Assert.StartsWith("XH5102", undated.Error, StringComparison.Ordinal);
        Assert.Contains("--date", undated.Error, StringComparison.Ordinal);
        Assert.StartsWith("XH5001", missing.Error, StringComparison.Ordinal);
        Assert.All([undated.Error, missing.Error], error => Assert.Single(error.Trim().Split('\n')));

        var dated = await command.RunAsync("plan", "import", Path.Combine(Folder, "pingyu.txt"), "--county", "990101", "--by", "李科", "--date", "2023-03-02");
        Assert.Equal(0, dated.Status);
        Assert.Contains("请在网页", dated.Output, StringComparison.Ordinal);
    }
}
