using System.CommandLine;
using Spectre.Console;

namespace Xueheng.App.Commands;

/// <summary>How a command that works something out tells it.</summary>
internal static class Answer
{
    /// <summary>JSON for scripts where <c>--json</c> asks for it, else a table for people; or the failure in one line.</summary>
    public static int Show<T>(ParseResult parsed, Outcome<T> found, Func<T, string> json, Action<IAnsiConsole, T> table)
    {
        if (!found.Succeeded)
        {
            return Exit.With(found.Failure);
        }

        if (parsed.GetValue(DataOptions.Json))
        {
            Console.WriteLine(json(found.Value));
        }
        else
        {
            table(AnsiConsole.Console, found.Value);
        }

        return Exit.Done;
    }
}
