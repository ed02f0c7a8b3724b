using System.Text.Json;
using Xueheng.App.Tests.CensusImports;
using Xueheng.Tests.CensusImports;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Standards;

public sealed class MeasureCommandTests
{
    private static readonly string[] Place = ["--county", "320381", "--period", "2024"];
    private static readonly string[] Quality = [.. Place, "--standard", "quality-balance-2017"];

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_county_is_measured_judged_and_followed_back_to_its_rows(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var command = new CommandLine(database);
        Assert.Equal(0, (await command.RunAsync(["census", "import", new SmallCensus().Write(database.Folder).Path, .. Place, "--publish"])).Status);

        var measured = await JsonAsync(command, ["measure", .. Quality]);
        var l2 = measured.GetProperty("schools")[0].GetProperty("indicators")[1];
        Assert.Equal(("L2", 50d, "meets"), (l2.GetProperty("id").GetString(), l2.GetProperty("value").GetDouble(), l2.GetProperty("verdict").GetString()));
        Assert.Equal("unknown", IndicatorOf(measured, "Q6"));

        Assert.Equal(0, (await command.RunAsync(["judge", .. Quality, "--indicator", "Q6", "--verdict", "meets", "--evidence", "督导意见书 2024-17 号", "--by", "督导室"])).Status);
        Assert.Equal("meets", IndicatorOf(await JsonAsync(command, ["measure", .. Quality]), "Q6"));
        Assert.Equal("督导意见书 2024-17 号", (await JsonAsync(command, ["judge", .. Quality]))[0].GetProperty("evidence").GetString());

        string[] figure = ["rows", .. Place, "--school", SmallCensus.School, "--stage", "primary", "--fact", "teachers.backbone"];
        var made = await JsonAsync(command, figure);
        Assert.Equal((1, "T01", "教师"), (made.GetProperty("total").GetInt32(), made.GetProperty("rows")[0].GetProperty("cells").GetProperty("工号").GetString(), made.GetProperty("rows")[0].GetProperty("sheet").GetString()));
        var left = await JsonAsync(command, [.. figure, "--excluded"]);
        Assert.Equal((1, "骨干级别不到县级"), (left.GetProperty("total").GetInt32(), left.GetProperty("rows")[0].GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Tables_for_people_fit_a_terminal_and_hold_the_verdict()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var command = new CommandLine(database);
        Assert.Equal(0, (await command.RunAsync(["census", "import", new SmallCensus().Write(database.Folder).Path, .. Place, "--publish"])).Status);

        var (status, output, _) = await command.RunAsync(["measure", .. Quality]);
        Assert.Equal(0, status);
        Assert.Contains("L2 骨干教师", output, StringComparison.Ordinal);
        Assert.Contains("小学：参评 1 所", output, StringComparison.Ordinal);
        Assert.Contains("尚不能判定全县是否达标", output, StringComparison.Ordinal);

        (status, output, _) = await command.RunAsync(["rows", .. Place, "--school", SmallCensus.School, "--stage", "小学", "--fact", "teachers.full_time"]);
        Assert.Equal(0, status);
        Assert.Contains("工号 T01", output, StringComparison.Ordinal);
        Assert.Contains("共 2 行", output, StringComparison.Ordinal);

        (status, output, _) = await command.RunAsync("standards");
        Assert.Equal(0, status);
        Assert.Contains("preschool-universal-2020", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said_in_one_line_with_a_status()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var command = new CommandLine(database);

        await Refused(1, "XH1001", ["measure", .. Quality]);
        await Refused(1, "XH2004", ["judge", .. Quality, "--indicator", "G5", "--verdict", "meets", "--evidence", "依据", "--by", "督导室"]);
        await Refused(1, "XH2006", ["judge", .. Quality, "--indicator", "Q6", "--verdict", "meets", "--by", "督导室"]);
        await Refused(1, "XH2011", ["rows", .. Place, "--school", SmallCensus.School, "--stage", "primary", "--fact", "teachers.backbones"]);
        await Refused(2, "“32038”", ["measure", "--county", "32038", "--period", "2024", "--standard", "x"]);
        await Refused(2, "没有学段 middle", ["rows", .. Place, "--school", SmallCensus.School, "--stage", "middle", "--fact", "pupils"]);

        async Task Refused(int expected, string start, string[] arguments)
        {
            var (status, _, error) = await command.RunAsync(arguments);
            Assert.Equal(expected, status);
            Assert.StartsWith(start, error, StringComparison.Ordinal);
            Assert.Single(error.TrimEnd().Split('\n'));
        }
    }

    private static string? IndicatorOf(JsonElement measured, string id) =>
        measured.GetProperty("county_indicators").EnumerateArray().Single(i => i.GetProperty("id").GetString() == id).GetProperty("verdict").GetString();

    private static async Task<JsonElement> JsonAsync(CommandLine command, string[] arguments)
    {
        var (status, output, error) = await command.RunAsync([.. arguments, "--json"]);
        Assert.Equal((0, ""), (status, error));
        return JsonDocument.Parse(output).RootElement;
    }
}
