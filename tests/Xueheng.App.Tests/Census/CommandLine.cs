using System.Diagnostics;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.CensusImports;

/// <summary>The real <c>xueheng</c> in a process of its own, over a test's database.</summary>
internal sealed class CommandLine(TestDatabase database)
{
    public Process Start(params string[] arguments)
    {
        string[] location = ["--data", database.Folder.FullName, .. database.Connection is { } connection ? new[] { "--database", connection } : []];
        return Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Xueheng.App.dll"), .. arguments, .. location])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
            // A process that is killed would leave the sockets of its diagnostics behind.
            Environment = { ["DOTNET_EnableDiagnostics"] = "0" },
        })!;
    }

    /// <returns>Exit status, standard output and standard error.</returns>
    public async Task<(int Status, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
