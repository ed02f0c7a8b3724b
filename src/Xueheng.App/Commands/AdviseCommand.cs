using System.CommandLine;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng advise</c></summary>
internal static class AdviseCommand
{
    public static Command Build() => new("advise", "出主意：怎样改才最省") { LeastChangeCommandLine.Build(), RotationCommandLine.Build(), SeatsCommandLine.Build(), GroupsCommandLine.Build() };
}
