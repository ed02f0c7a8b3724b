using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Xueheng.Packs;
using Xueheng.Standards;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng standards</c></summary>
internal static class StandardsCommand
{
    public static Command Build()
    {
        var command = new Command("standards", "列出可用的标准");
        command.SetAction(parsed =>
        {
            using var provider = DataOptions.Services(parsed);
            var packs = provider.GetRequiredService<PackLibrary>();
            Refusals.Say(packs.Refused);
            if (parsed.GetValue(DataOptions.Json))
            {
                Console.WriteLine(JsonSerializer.Serialize(
                    packs.Standards.Select(s => new { s.Id, s.Name, s.English, s.Document, s.Version, s.Hash, s.Stages }), MeasurementJson.Options));
                return Exit.Done;
            }

            var table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("编号").NoWrap()).AddColumns("名称", "文件", "学校指标", "县级指标", "版本");
            foreach (var s in packs.Standards)
            {
                table.AddRow(Markup.Escape(s.Id), Markup.Escape(s.Name), Markup.Escape(s.Document), $"{s.Indicators.Count}", $"{s.CountyIndicators.Count}", Markup.Escape(s.Version));
            }

            AnsiConsole.Write(table);
            return Exit.Done;
        });
        return command;
    }
}
