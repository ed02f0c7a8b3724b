using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using Spectre.Console;

namespace Xueheng.App.Commands;

/// <summary><c>--help</c> in Chinese: the parser's library has its own words in English alone, and no way to replace them.</summary>
internal sealed class HelpText : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    /// <summary>Gives a root command this help.</summary>
    public static void Give(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        (help.Description, help.Action) = ("显示帮助", new HelpText());
        root.Options.OfType<VersionOption>().Single().Description = "显示版本号";
    }

    /// <summary>A command as it is typed, from <c>xueheng</c> on.</summary>
    public static string PathOf(Command command) => command is RootCommand root
        ? root.HelpName ?? root.Name
        : command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : command.Name;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        AnsiConsole.WriteLine(command.Description ?? "");
        AnsiConsole.WriteLine($"\n用法：\n  {Usage(command)}");
        Section("参数", command.Arguments.Where(a => !a.Hidden).Select(a => (Label(a), a.Description ?? "")));
        Section("选项", Options(command).Select(o => (Label(o), Described(o))));
        Section("命令", command.Subcommands.Where(c => !c.Hidden).Select(c => (string.Join(' ', [c.Name, .. c.Arguments.Select(Label)]), c.Description ?? "")));
        return Exit.Done;
    }

    private static void Section(string title, IEnumerable<(string Label, string Text)> rows)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Padding(2, 0, 2, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        var any = false;
        foreach (var (label, text) in rows)
        {
            any = true;
            grid.AddRow(new Text(label), new Text(text));
        }

        if (any)
        {
            AnsiConsole.WriteLine();
            AnsiConsole.WriteLine($"{title}：");
            AnsiConsole.Write(grid);
        }
    }

    private static string Usage(Command command)
    {
        string[] parts =
        [
            PathOf(command),
            .. command.Arguments.Select(Label),
            .. command.Subcommands.Count > 0 ? new[] { command.Action is null ? "<命令>" : "[命令]" } : [],
            "[选项]",
        ];
        return string.Join(' ', parts);
    }

    /// <summary>Its own, then those that every command takes.</summary>
    public static IEnumerable<Option> Options(Command command) => command.Options
        .Concat(Above(command).SelectMany(c => c.Options.Where(o => o.Recursive)))
        .Where(o => !o.Hidden);

    private static IEnumerable<Command> Above(Command command) =>
        command.Parents.OfType<Command>().SelectMany(parent => Above(parent).Prepend(parent));

    private static string Label(Argument argument) =>
        $"<{argument.HelpName ?? argument.Name}>{(argument.Arity.MaximumNumberOfValues > 1 ? "..." : "")}";

    private static string Label(Option option)
    {
        var names = option.Aliases.Append(option.Name).Where(a => a[0] == '-').OrderBy(a => a.Length).ToList();
        var label = string.Join(", ", names);
        return option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool)
            ? label
            : $"{label} <{option.HelpName ?? names[^1].TrimStart('-')}>";
    }

    private static string Described(Option option)
    {
        var ordinary = option.HasDefaultValue && option.ValueType != typeof(bool)
            ? Convert.ToString(option.GetDefaultValue(), CultureInfo.InvariantCulture)
            : null;
        return $"{(option.Required ? "必填。" : "")}{option.Description}{(string.IsNullOrEmpty(ordinary) ? "" : $"（不写时为 {(option.ValueType.IsEnum ? ordinary.ToLowerInvariant() : ordinary)}）")}";
    }
}
