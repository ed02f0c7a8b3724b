using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Xueheng.Census;
using Xueheng.Facts;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng rows</c></summary>
internal static class RowsCommand
{
    public static Command Build()
    {
        var (county, period) = (CountyOptions.County(), CountyOptions.Period());
        var school = new Option<string>("--school") { Description = "学校标识码", Required = true };
        var stage = CountyOptions.Stage("学段：preschool、primary、junior、senior、vocational；全校的事实不用写");
        var fact = new Option<string>("--fact") { Description = "事实编号，例如 teachers.backbone", Required = true };
        var excluded = new Option<bool>("--excluded") { Description = "列出没有计入的行和原因" };
        var skip = new Option<int>("--skip") { Description = "跳过多少行" };
        var take = new Option<int>("--take") { Description = $"最多列多少行，不超过 {FactRows.MaxTake}", DefaultValueFactory = _ => FactRows.MaxTake };
        var full = new Option<bool>("--full") { Description = "学籍号完整显示；不写时隐去中间" };
        var command = new Command("rows", "追溯一个数：列出算出它的行，或没有计入的行和原因") { county, period, school, stage, fact, excluded, skip, take, full };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
            await using var scope = provider.CreateAsyncScope();
            var page = await scope.ServiceProvider.GetRequiredService<FactRows>().RunAsync(
                new FactRowsQuery(
                    parsed.GetValue(county)!,
                    parsed.GetValue(period),
                    parsed.GetValue(school)!,
                    StageNames.Parse(parsed.GetValue(stage)),
                    parsed.GetValue(fact)!,
                    parsed.GetValue(excluded),
                    parsed.GetValue(skip),
                    parsed.GetValue(take),
                    parsed.GetValue(full)),
                cancellation);
            if (!page.Succeeded)
            {
                return Exit.With(page.Failure);
            }

            if (parsed.GetValue(DataOptions.Json))
            {
                Console.WriteLine(FactRowsJson.Write(page.Value));
            }
            else
            {
                Show(page.Value, parsed.GetValue(excluded));
            }

            return Exit.Done;
        });
        return command;
    }

    private static void Show(FactRowsPage page, bool excluded)
    {
        var value = page.Value;
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{page.SchoolName} {page.Stage?.Chinese()} {page.Fact.Name}[/]：{value.Value} {page.Fact.Unit}（明细 {Said(value.Counted)}，填报 {Said(value.Declared)}）{value.Missing}{value.Uncounted}");
        if (value.Differs)
        {
            AnsiConsole.MarkupLine("[yellow]明细与填报不一致，以明细为准[/]");
        }

        // One row a line: a roster has more columns than a terminal, and a table squeezed below one character never ends.
        foreach (var row in page.Rows)
        {
            var cells = page.Headings.Zip(row.Cells, (heading, cell) => $"{heading} {(cell.Length == 0 ? "—" : cell)}");
            Console.WriteLine($"{row.File} {row.Sheet} {row.Line} {row.SchoolName}：{string.Join("，", cells)}{(excluded ? $"；没有计入：{row.Reason}" : "")}");
        }

        AnsiConsole.WriteLine($"共 {page.Total} 行，列出 {page.Rows.Count} 行");
        static string Said(decimal? figure) => figure is null ? "—" : $"{figure}";
    }
}
