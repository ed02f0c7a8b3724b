using Spectre.Console;
using Xueheng.Census;

namespace Xueheng.App.Commands;

/// <summary>Shows how far an import is where a person watches; elsewhere says nothing.</summary>
internal static class ImportProgressBar
{
    public static async Task<T> RunAsync<T>(Func<IProgress<ImportProgress>?, Task<T>> run)
    {
        if (Console.IsOutputRedirected || Console.IsErrorRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            return await run(null);
        }

        return await AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask("打开文件", maxValue: 1);
                return await run(new Bar(task));
            });
    }

    private sealed class Bar(ProgressTask task) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.Description = value.Sheet.Length == 0 ? "保存" : $"{value.Sheet} 已读 {value.Rows} 行，每秒 {value.RowsPerSecond:F0} 行";
            task.Value = value.Share;
        }
    }
}
