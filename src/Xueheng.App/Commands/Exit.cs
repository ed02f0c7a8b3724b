namespace Xueheng.App.Commands;

/// <summary>Exit statuses of the command line. Wrong arguments (2) are told by the parser.</summary>
internal static class Exit
{
    public const int Done = 0;
    public const int Problem = 1;
    public const int WrongArguments = 2;

    /// <summary>Says a failure in one line on standard error.</summary>
    public static int With(Failure failure)
    {
        Console.Error.WriteLine(failure.ToString());
        return Problem;
    }
}
