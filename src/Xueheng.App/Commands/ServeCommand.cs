using System.CommandLine;
using Xueheng.App.Operations;
using Xueheng.Packs;
using Xueheng.Reports;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng serve</c>: the site and the API, on 127.0.0.1 unless told otherwise.</summary>
internal static class ServeCommand
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static Command Build()
    {
        var urls = new Option<string>("--urls") { Description = "监听地址", DefaultValueFactory = _ => DefaultUrl };
        var command = new Command("serve", "启动网站和接口") { urls };
        command.SetAction(async (parsed, cancellation) =>
        {
            await RunAsync(new DataLocation(parsed.GetValue(DataOptions.Data)!, parsed.GetValue(DataOptions.Database)), parsed.GetValue(urls)!, cancellation);
            return Exit.Done;
        });
        return command;
    }

    public static async Task RunAsync(DataLocation location, string urls, CancellationToken cancellation)
    {
        // What a start does is done side by side, so that it takes as long as the longest part and not as their sum.
        var upgrade = Task.Run(() => UpgradeAsync(location, cancellation), cancellation);
        await using var app = Site.Build(location, ["--urls", urls]);
        var packs = Task.Run(app.Services.GetRequiredService<PackLibrary>, cancellation);
        await upgrade;
        Refusals.Say([.. (await packs).Refused, .. app.Services.GetRequiredService<ReportTemplates>().Refused]);
        if (!LoopbackHosts.Only(urls))
        {
            Console.Error.WriteLine("注意：网站尚无账号，能访问这个地址的人都能看到全部数据。只在可信的网络里这样开放。");
        }

        await app.StartAsync(cancellation);
        Console.WriteLine($"学衡已启动：{string.Join(" ", app.Urls)}（按 Ctrl-C 停止）");
        await app.WaitForShutdownAsync(cancellation);
    }

    private static async Task UpgradeAsync(DataLocation location, CancellationToken cancellation)
    {
        await using var services = DataOptions.Services(location);
        await DataOptions.MigrateAsync(services, cancellation);
    }
}
