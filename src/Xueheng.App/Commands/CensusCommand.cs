using System.CommandLine;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng census …</c></summary>
internal static class CensusCommand
{
    public static Command Build() => new("census", "基础数据：模板、检查、导入、版本")
    {
        CensusTemplateCommand.Build(),
        CensusImportCommands.Check(),
        CensusImportCommands.Import(),
        CensusRevisionCommands.List(),
        CensusRevisionCommands.Show(),
        CensusRevisionCommands.Publish(),
    };
}
