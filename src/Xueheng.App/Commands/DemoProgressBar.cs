using Spectre.Console;
using Xueheng.Demo;

namespace Xueheng.App.Commands;

/// <summary>Shows how far the demo is: a bar where a person watches, else a line for each step.</summary>
internal static class DemoProgressBar
{
    public static async Task<T> RunAsync<T>(Func<IProgress<DemoProgress>, Task<T>> run)
    {
        if (Console.IsOutputRedirected || Console.IsErrorRedirected || !AnsiConsole.Profile.Capabilities.Interactive)
        {
            return await run(new Lines());
        }

        return await AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async context => await run(new Bars(context)));
    }

    private sealed class Lines : IProgress<DemoProgress>
    {
        private string _last = "";

        public void Report(DemoProgress value)
        {
            if (value.Words != _last)
            {
                _last = value.Words;
                Console.Error.WriteLine(value.Words);
            }
        }
    }

    private sealed class Bars(ProgressContext context) : IProgress<DemoProgress>
    {
        private ProgressTask? _task;
        private string _last = "";

        public void Report(DemoProgress value)
        {
            if (_task is null || value.Words != _last)
            {
                _task?.StopTask();
                (_task, _last) = (context.AddTask(Markup.Escape(value.Words), maxValue: 1), value.Words);
            }

            _task.Description = Markup.Escape(value.Rows > 0 ? $"{value.Words}，共 {value.Rows} 行" : value.Words);
            _task.Value = value.Share;
        }
    }
}
