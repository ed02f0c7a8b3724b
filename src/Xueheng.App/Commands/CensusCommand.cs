using System.CommandLine;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;
using Xueheng.Census;
using Xueheng.Storage;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng census …</c></summary>
internal static class CensusCommand
{
    public static Command Build() => new("census", "基础数据:模板、检查、导入、版本")
    {
        List(),
        CensusTemplateCommand.Build(),
    };

    private static Command List()
    {
        var command = new Command("list", "列出全部基础数据版本");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var revisions = await scope.ServiceProvider.GetRequiredService<XuehengDb>().Set<Revision>()
                .OrderBy(r => r.County).ThenBy(r => r.Number).ToListAsync(cancellation);
            if (parsed.GetValue(DataOptions.Json))
            {
                Console.WriteLine(JsonSerializer.Serialize(revisions, JsonSerializerOptions.Web));
                return Exit.Done;
            }

            var table = new Table().AddColumns("区县", "版本", "学年", "状态", "学校", "教师", "学生");
            foreach (var r in revisions)
            {
                table.AddRow(r.County, $"{r.Number}", $"{r.Period}", r.State == RevisionState.Published ? "已发布" : "草稿", $"{r.Schools}", $"{r.Teachers}", $"{r.Pupils}");
            }

            AnsiConsole.Write(table);
            return Exit.Done;
        });
        return command;
    }
}
