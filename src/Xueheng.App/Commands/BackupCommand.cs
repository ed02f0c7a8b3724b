using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Xueheng.Backups;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng backup OUT</c>, <c>xueheng backup verify IN</c> and <c>xueheng restore IN</c>.</summary>
internal static class BackupCommand
{
    public static Command Backup()
    {
        var output = new Argument<FileInfo>("OUT") { Description = "要写的备份文件（.zip）" };
        var command = new Command("backup", "备份：数据库和数据文件夹打成一个压缩包，网站不必停") { output, Verify() };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var location = scope.ServiceProvider.GetRequiredService<DataLocation>();
            var version = typeof(BackupCommand).Assembly.GetName().Version!.ToString(3);
            var file = parsed.GetValue(output)!.FullName;
            var made = await scope.ServiceProvider.GetRequiredService<MakeBackup>().RunAsync(new(location.Folder, file, version), cancellation);
            return Tell(parsed, made, $"已备份到 {file}");
        });
        return command;
    }

    public static Command Restore()
    {
        var input = Input();
        var command = new Command("restore", "恢复备份，只能恢复到空的数据文件夹和数据库") { input };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var location = scope.ServiceProvider.GetRequiredService<DataLocation>();
            var restored = await scope.ServiceProvider.GetRequiredService<RestoreBackup>().RunAsync(
                new(location.Folder, parsed.GetValue(input)!.FullName), cancellation);
            return Tell(parsed, restored, "已恢复");
        });
        return command;
    }

    private static Command Verify()
    {
        var input = Input();
        var command = new Command("verify", "检查备份是否完整，不改动任何数据") { input };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = DataOptions.Services(parsed);
            await using var scope = provider.CreateAsyncScope();
            var verified = await scope.ServiceProvider.GetRequiredService<VerifyBackup>().RunAsync(parsed.GetValue(input)!.FullName, cancellation);
            return Tell(parsed, verified, "备份完整");
        });
        return command;
    }

    private static Argument<FileInfo> Input() => new("IN") { Description = "备份文件（.zip）" };

    private static int Tell(ParseResult parsed, Outcome<BackupManifest> outcome, string done)
    {
        if (!outcome.Succeeded)
        {
            return Exit.With(outcome.Failure);
        }

        var manifest = outcome.Value;
        Console.WriteLine(parsed.GetValue(DataOptions.Json)
            ? JsonSerializer.Serialize(manifest, ContractJson.Options)
            : string.Create(CultureInfo.InvariantCulture, $"{done}：{manifest.Tables.Count} 张表共 {manifest.Rows} 行，{manifest.Files.Count} 个文件；备份于 {CountyClock.At(manifest.MadeAt):yyyy-MM-dd HH:mm}。"));
        return Exit.Done;
    }
}
