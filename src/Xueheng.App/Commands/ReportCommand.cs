using System.CommandLine;
using System.CommandLine.Parsing;
using Xueheng.Census;
using Xueheng.Reports;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng report TEMPLATE -o OUT.docx</c> and <c>xueheng report templates</c></summary>
internal static class ReportCommand
{
    public static Command Build()
    {
        var template = new Argument<string>("TEMPLATE") { Description = "模板：.docx 文件，或者模板的编号，编号见 xueheng report templates" };
        var output = new Option<FileInfo>("-o", "--output") { Description = "写到哪个 .docx 文件", Required = true };
        var (county, period) = (CountyOptions.County(), CountyOptions.Period());
        var standard = new Option<string?>("--standard") { Description = "标准的编号；不写时用模板里写的" };
        var site = new Option<Uri>("--site")
        {
            Description = "数据链接指向的网站地址",
            DefaultValueFactory = _ => new Uri(ServeCommand.DefaultUrl),
            CustomParser = Address,
        };
        var command = new Command("report", "答卷：由 Word 模板打印报告，每个数据都能点开、都列出来源") { template, output, county, period, standard, site, ReportTemplatesCommand.Build() };
        command.SetAction(async (parsed, cancellation) =>
        {
            var asked = new PrintCommand(
                CountyCode.Parse(parsed.GetValue(county))!.Value,
                Period.Parse($"{parsed.GetValue(period)}")!.Value,
                parsed.GetValue(template)!,
                parsed.GetValue(site)!,
                parsed.GetValue(standard));
            var printed = await PrintAsync(parsed, asked, parsed.GetValue(output)!, cancellation);
            if (!printed.Succeeded)
            {
                return Exit.With(printed.Failure);
            }

            ReportOutcome.Write(printed.Value, asked, parsed.GetValue(output)!.FullName, parsed.GetValue(DataOptions.Json));
            return Exit.Done;
        });
        return command;
    }

    private static Uri? Address(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        result.AddError($"网站地址“{result.Tokens[0].Value}”应当像 {ServeCommand.DefaultUrl}");
        return null;
    }

    /// <summary>The file is opened before anything is printed: a report nobody gets must not count as the last printing.</summary>
    private static async Task<Outcome<PrintedReport>> PrintAsync(ParseResult parsed, PrintCommand asked, FileInfo output, CancellationToken cancellation)
    {
        if (File.Exists(asked.Template) && Path.GetFullPath(asked.Template) == output.FullName)
        {
            return new Failure("XH3005", $"报告不能写到模板文件 {asked.Template} 上，请换一个文件名");
        }

        var part = output.FullName + ".part";
        try
        {
            output.Directory?.Create();
            await using (var file = File.Create(part))
            {
                await using var provider = await DataOptions.OpenAsync(parsed, cancellation);
                await using var scope = provider.CreateAsyncScope();
                var printed = await scope.ServiceProvider.GetRequiredService<PrintReport>().RunAsync(asked, cancellation);
                if (!printed.Succeeded)
                {
                    return printed;
                }

                await file.WriteAsync(printed.Value.Document, cancellation);
                await file.DisposeAsync();
                File.Move(part, output.FullName, overwrite: true);
                return printed;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Failure("XH3004", $"写不了 {output.FullName}：{e.Message}。请换一个位置，或关闭正在使用它的程序");
        }
        finally
        {
            File.Delete(part);
        }
    }
}
