using System.CommandLine;
using System.CommandLine.Parsing;
using Xueheng.Packs;

namespace Xueheng.App.Commands;

/// <summary>What is wrong with the arguments, in Chinese: the parser's library says it in English alone.</summary>
internal static class WrongArguments
{
    /// <summary>A sentence for each thing that is wrong; none when all is well.</summary>
    public static IReadOnlyList<string> Of(ParseResult parsed) => [.. parsed.Errors.SelectMany(e => Say(e, parsed)).Distinct()];

    private static IEnumerable<string> Say(ParseError error, ParseResult parsed) => error.SymbolResult switch
    {
        // A validator of ours speaks Chinese already.
        _ when error.Message.Any(c => c >= 0x4E00) => [error.Message],
        OptionResult { IdentifierTokenCount: 0, Option: var missing } => [$"缺少选项 {missing.Name}（{missing.Description}）"],
        OptionResult { Option: VersionOption version } => [$"{version.Name} 要单独使用"],
        OptionResult { Tokens.Count: 0, Option: var bare } => [$"选项 {bare.Name} 后面缺少值（{bare.Description}）"],
        OptionResult { Tokens: var given, Option: var option } => given.Count > option.Arity.MaximumNumberOfValues
            ? [$"选项 {option.Name} 只能写一次"]
            : [$"选项 {option.Name} 的值“{given[0].Value}”不对（{option.Description}）"],
        ArgumentResult { Tokens.Count: 0, Argument: var missing } => [$"缺少参数 {missing.Name}（{missing.Description}）"],
        ArgumentResult { Tokens: var given, Argument: var argument } => [$"参数 {argument.Name} 的值“{given[0].Value}”不对（{argument.Description}）"],
        _ when parsed.UnmatchedTokens.Count > 0 => parsed.UnmatchedTokens.Select(t => Unmatched(t, parsed.CommandResult.Command)),
        _ => [$"请写明要做什么，可用的命令：{Names(parsed.CommandResult.Command)}。用法见 {HelpText.PathOf(parsed.CommandResult.Command)} --help"],
    };

    private static string Unmatched(string token, Command command)
    {
        var path = HelpText.PathOf(command);
        IEnumerable<string> known = token.StartsWith('-') ? HelpText.Options(command).SelectMany(o => o.Aliases.Append(o.Name)) : command.Subcommands.Select(c => c.Name);
        var meant = Spelling.Nearest(token, known) is { } near ? $"，是不是 {near}？" : "。";
        return token.StartsWith('-')
            ? $"{path} 没有选项 {token}{meant}用法见 {path} --help"
            : command.Subcommands.Count > 0 && command.Arguments.Count == 0
                ? $"没有命令“{token}”{meant}可用的命令：{Names(command)}"
                : $"多出了“{token}”。用法见 {path} --help";
    }

    private static string Names(Command command) => string.Join("、", command.Subcommands.Select(c => c.Name));
}
