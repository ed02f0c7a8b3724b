using System.Data.Common;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xueheng.Packs;

namespace Xueheng.App.Commands;

/// <summary>Exit statuses of the command line. Wrong arguments (2) are told by the parser.</summary>
internal static class Exit
{
    public const int Done = 0;
    public const int Problem = 1;
    public const int WrongArguments = 2;

    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <summary>Says a failure in one line on standard error.</summary>
    public static int With(Failure failure)
    {
        Console.Error.WriteLine(failure.ToString());
        return Problem;
    }

    /// <summary>Runs a command; what is broken outside the program is said in one line too.</summary>
    public static async Task<int> OfAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (CannotStart e)
        {
            return With(e.Failure);
        }
        catch (PackException e)
        {
            return With(new Failure("XH9003", e.Message));
        }
        catch (DbException e) when (Unreachable(e))
        {
            return With(new Failure("XH9002", $"打不开数据库：{e.Message.ReplaceLineEndings(" ")}。请核对 --data 或 --database，以及服务器是否已启动。"));
        }
        catch (OperationCanceledException)
        {
            return Problem;
        }
    }

    private static bool Unreachable(DbException e) => e switch
    {
        PostgresException { SqlState: ['0', '8', ..] or ['2', '8', ..] or ['3', 'D', ..] or ['5', '7', 'P', ..] } => true,
        PostgresException => false,
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } => true,
        SqliteException { SqliteErrorCode: CannotOpen or NotADatabase } => true,
        _ => false,
    };
}
