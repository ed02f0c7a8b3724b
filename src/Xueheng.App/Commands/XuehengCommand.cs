using System.CommandLine;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng</c>: every command there is.</summary>
internal static class XuehengCommand
{
    public static ParseResult Parse(IReadOnlyList<string> arguments) => Build().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });

    public static RootCommand Build()
    {
        RootCommand root = new("学衡：把区县教育办学质量算清楚、补上来、答得出")
        {
            DataOptions.Data,
            DataOptions.Database,
            DataOptions.Json,
            CensusCommand.Build(),
            MeasureCommand.Build(),
            RowsCommand.Build(),
            StandardsCommand.Build(),
            JudgeCommand.Build(),
            PlanCommand.Build(),
            AdviseCommand.Build(),
            ReportCommand.Build(),
            DigestCommand.Build(),
            SolveCommand.Build(),
            DemoCommand.Build(),
            BackupCommand.Backup(),
            BackupCommand.Restore(),
            ServeCommand.Build(),
        };
        root.HelpName = "xueheng";
        HelpText.Give(root);
        return root;
    }
}
