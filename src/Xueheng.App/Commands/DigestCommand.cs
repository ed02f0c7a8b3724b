using System.CommandLine;
using System.Text.Json;
using Xueheng.Plans.Notices;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng digest</c>: makes today's notices and sends what waits, as the site does by itself.</summary>
internal static class DigestCommand
{
    public static Command Build()
    {
        var county = CountyOptions.County();
        county.Required = false;
        county.Description = "六位区县代码；不写则为每个有生效方案的区县";
        var command = new Command("digest", "生成今天的站内消息，并按 notices.yaml 发送邮件和群消息；同一件事一天只说一次") { county };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var made = await scope.ServiceProvider.GetRequiredService<DailyDigest>().RunAsync(parsed.GetValue(county), cancellation);
            var delivered = await scope.ServiceProvider.GetRequiredService<DeliverNotices>().RunAsync(parsed.GetValue(county), cancellation);
            if (!delivered.Succeeded)
            {
                return Exit.With(delivered.Failure);
            }

            Console.WriteLine(parsed.GetValue(DataOptions.Json)
                ? JsonSerializer.Serialize(new { made, sent = delivered.Value.Sent, failed = delivered.Value.Failed })
                : $"新消息 {made} 条；对外发送 {delivered.Value.Sent} 条{(delivered.Value.Failed > 0 ? $"，未发出 {delivered.Value.Failed} 条，稍后自动重试，详见站内“消息”" : "")}");
            return Exit.Done;
        });
        return command;
    }
}
