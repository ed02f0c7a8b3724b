using System.CommandLine;
using Spectre.Console;
using Xueheng.App.Commands;

// A terminal narrower than this breaks the lines itself: squeezed further, the layout of a table with many columns never ends.
AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 80);

var parsed = XuehengCommand.Parse(args);
if (WrongArguments.Of(parsed) is { Count: > 0 } wrong)
{
    foreach (var sentence in wrong)
    {
        Console.Error.WriteLine(sentence);
    }

    return Exit.WrongArguments;
}

return await Exit.OfAsync(() => parsed.InvokeAsync(new InvocationConfiguration
{
    EnableDefaultExceptionHandler = false,
    ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
}));
