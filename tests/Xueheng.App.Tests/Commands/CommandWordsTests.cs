using System.CommandLine;
using System.Text.RegularExpressions;
using Xueheng.App.Commands;
using Xueheng.App.Tests.CensusImports;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Commands;

/// <summary>The parser's library speaks English alone; an officer reads Chinese.</summary>
public sealed partial class CommandWordsTests
{
    public static TheoryData<string> Paths { get; } = [.. Each(XuehengCommand.Build(), "")];

    [Theory, MemberData(nameof(Paths))]
    public async Task Help_is_in_chinese_and_says_how_the_command_is_typed(string path)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);

        var (status, output, error) = await new CommandLine(database).RunAsync([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal((0, ""), (status, error));
        Assert.Contains($"用法：\n  {$"xueheng {path}".TrimEnd()} ", output, StringComparison.Ordinal);
        Assert.DoesNotMatch(English(), output);
    }

    [Theory, MemberData(nameof(Paths))]
    public void Whatever_a_command_lacks_is_said_in_chinese(string path)
    {
        var command = XuehengCommand.Parse(path.Split(' ', StringSplitOptions.RemoveEmptyEntries)).CommandResult.Command;
        var wrong = WrongArguments.Of(XuehengCommand.Parse(path.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Equal(command.Action is null ? 1 : command.Options.Count(o => o.Required) + command.Arguments.Count, wrong.Count);
        Assert.All(wrong, Chinese);
        foreach (var option in command.Options.Where(o => o.ValueType != typeof(bool) && o.Arity.MinimumNumberOfValues > 0))
        {
            wrong = WrongArguments.Of(XuehengCommand.Parse([.. path.Split(' '), option.Name]));
            Assert.Contains(wrong, w => w.StartsWith($"选项 {option.Name} 后面缺少值", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("", "请写明要做什么，可用的命令：census、measure、")]
    [InlineData("census", "请写明要做什么，可用的命令：template、check、")]
    [InlineData("census improt", "没有命令“improt”，是不是 import？可用的命令：template、")]
    [InlineData("backup a.zip b.zip", "多出了“b.zip”。用法见 xueheng backup --help")]
    [InlineData("standards --jason", "xueheng standards 没有选项 --jason，是不是 --json？用法见 xueheng standards --help")]
    [InlineData("standards --data a --data b", "选项 --data 只能写一次")]
    [InlineData("demo --seed one", "选项 --seed 的值“one”不对（随机种子")]
    [InlineData("demo --size huge", "选项 --size 的值“huge”不对（small、county 或 city")]
    [InlineData("judge --county 320381 --period 2024 --standard x --verdict maybe", "选项 --verdict 的值“maybe”不对（meets（达标）或 fails（不达标）")]
    [InlineData("measure --period x --county 320381 --standard x", "“x”不是学年")]
    [InlineData("--version demo", "--version 要单独使用")]
    public async Task Wrong_arguments_end_with_status_two_and_one_sentence(string arguments, string sentence)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "Xueheng.App.dll"), .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = database.Folder.FullName,
        })!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, process.ExitCode);
        Assert.StartsWith(sentence, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    private static void Chinese(string sentence)
    {
        Assert.Contains(sentence, c => c >= 0x4E00);
        Assert.DoesNotMatch(English(), sentence);
    }

    private static IEnumerable<string> Each(Command command, string path) =>
        command.Subcommands.SelectMany(c => Each(c, $"{path} {c.Name}".Trim())).Prepend(path);

    [GeneratedRegex("Option |Usage|Show|[Rr]equired|REQUIRED|Description|Argument|Command|default|Unrecognized|Cannot|Xueheng\\.App")]
    private static partial Regex English();
}
