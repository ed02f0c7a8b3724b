using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Xueheng.Census;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng census list</c>, <c>show</c> and <c>publish</c>.</summary>
internal static class CensusRevisionCommands
{
    public static Command List()
    {
        var county = CensusOptions.County(required: false);
        var command = new Command("list", "列出全部基础数据版本") { county };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var revisions = await scope.ServiceProvider.GetRequiredService<Revisions>().ListAsync(parsed.GetValue(county), cancellation);
            if (parsed.GetValue(DataOptions.Json))
            {
                Console.WriteLine(JsonSerializer.Serialize(revisions, ImportJson.Options));
                return Exit.Done;
            }

            var table = new Table().AddColumns("区县", "版本", "学年", "状态", "学校", "班级", "教师", "学生", "警告", "导入时间");
            foreach (var r in revisions)
            {
                table.AddRow(r.County, $"{r.Number}", $"{r.Period}", StateOf(r), $"{r.Schools}", $"{r.Classes}", $"{r.Teachers}", $"{r.Pupils}", $"{r.Warnings}", At(r.ImportedAt));
            }

            AnsiConsole.Write(table);
            return Exit.Done;
        });
        return command;
    }

    public static Command Show()
    {
        var (name, county) = (Named(), CensusOptions.County(required: false));
        var command = new Command("show", "显示一个版本") { name, county };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var found = await scope.ServiceProvider.GetRequiredService<Revisions>().ResolveAsync(parsed.GetValue(name)!, parsed.GetValue(county), cancellation);
            return found.Succeeded ? Print(found.Value, parsed.GetValue(DataOptions.Json)) : Exit.With(found.Failure);
        });
        return command;
    }

    public static Command Publish()
    {
        var (name, county) = (Named(), CensusOptions.County(required: false));
        var command = new Command("publish", "发布一个草稿版本；发布后不再改变") { name, county };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var found = await scope.ServiceProvider.GetRequiredService<Revisions>().ResolveAsync(parsed.GetValue(name)!, parsed.GetValue(county), cancellation);
            if (!found.Succeeded)
            {
                return Exit.With(found.Failure);
            }

            var published = await scope.ServiceProvider.GetRequiredService<PublishRevision>().RunAsync(found.Value.County, found.Value.Number, cancellation);
            return published.Succeeded ? Print(published.Value, parsed.GetValue(DataOptions.Json)) : Exit.With(published.Failure);
        });
        return command;
    }

    private static Argument<string> Named() => new("REVISION") { Description = "版本号，如 3 或 320381/3" };

    private static int Print(Revision revision, bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(revision, ImportJson.Options));
            return Exit.Done;
        }

        var table = new Table().HideHeaders().AddColumns("", "");
        table.AddRow("区县", revision.County).AddRow("版本", $"{revision.Number}").AddRow("学年", $"{revision.Period}").AddRow("状态", StateOf(revision))
            .AddRow("学校", $"{revision.Schools}").AddRow("班级", $"{revision.Classes}").AddRow("教师", $"{revision.Teachers}").AddRow("学生", $"{revision.Pupils}")
            .AddRow("警告", $"{revision.Warnings}").AddRow("导入时间", At(revision.ImportedAt))
            .AddRow("发布时间", revision.PublishedAt is { } at ? At(at) : "").AddRow("文件", Markup.Escape(string.Join("、", revision.Files)));
        AnsiConsole.Write(table);
        return Exit.Done;
    }

    private static string StateOf(Revision revision) => revision.State == RevisionState.Published ? "已发布" : "草稿";

    private static string At(DateTimeOffset instant) => $"{CountyClock.At(instant):yyyy-MM-dd HH:mm}";
}
