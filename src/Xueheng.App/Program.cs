using System.CommandLine;
using Spectre.Console;
using Xueheng.App.Commands;

// A terminal narrower than this breaks the lines itself: squeezed further, the layout of a table with many columns never ends.
AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 80);

var root = new RootCommand("学衡:把区县教育办学质量算清楚、补上来、答得出")
{
    DataOptions.Data,
    DataOptions.Database,
    DataOptions.Json,
    CensusCommand.Build(),
    MeasureCommand.Build(),
    RowsCommand.Build(),
    StandardsCommand.Build(),
    JudgeCommand.Build(),
    ReportCommand.Build(),
    DemoCommand.Build(),
    BackupCommand.Backup(),
    BackupCommand.Restore(),
    ServeCommand.Build(),
};

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        Console.Error.WriteLine(error.Message);
    }

    return Exit.WrongArguments;
}

return await Exit.OfAsync(() => parsed.InvokeAsync(new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
}));
