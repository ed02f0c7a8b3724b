using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Xueheng.Reports;
using Xueheng.Standards;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng report templates</c></summary>
internal static class ReportTemplatesCommand
{
    public static Command Build()
    {
        var command = new Command("templates", "列出报告模板：自带的和本单位的");
        command.SetAction(parsed =>
        {
            using var provider = DataOptions.Services(parsed);
            var templates = provider.GetRequiredService<ReportTemplates>();
            Refusals.Say(templates.Refused);
            if (parsed.GetValue(DataOptions.Json))
            {
                Console.WriteLine(JsonSerializer.Serialize(
                    templates.All.Select(t => new { t.Id, t.Name, t.English, t.Standard, t.Description, t.Shipped }), MeasurementJson.Options));
                return Exit.Done;
            }

            var table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("编号").NoWrap()).AddColumns("名称", "来自");
            foreach (var t in templates.All)
            {
                table.AddRow(Markup.Escape(t.Id), Markup.Escape(t.Name), t.Shipped ? "自带" : "本单位");
            }

            AnsiConsole.Write(table);
            return Exit.Done;
        });
        return command;
    }
}
