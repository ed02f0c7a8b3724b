using System.CommandLine;
using System.Text.Json;
using Xueheng.Census;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng census template OUT.xlsx</c></summary>
internal static class CensusTemplateCommand
{
    public static Command Build()
    {
        var output = new Argument<FileInfo>("OUT.xlsx") { Description = "写到哪个文件" };
        var command = new Command("template", "生成空的基础数据工作簿：各表、下拉列表、填写说明和代码表") { output };
        command.SetAction(parsed =>
        {
            var location = new DataLocation(parsed.GetValue(DataOptions.Data)!, null);
            var codes = CodeTables.Load(Path.Combine(AppContext.BaseDirectory, "packs"), location.UserPacks);
            Refusals.Say(codes.Refused);
            return Write(parsed.GetValue(output)!, codes, parsed.GetValue(DataOptions.Json));
        });
        return command;
    }

    private static int Write(FileInfo output, CodeTables codes, bool json)
    {
        try
        {
            output.Directory?.Create();
            using var file = output.Create();
            CensusTemplate.Write(file, codes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Exit.With(new Failure("XH9201", $"写不了 {output.FullName}：{e.Message}。请换一个位置，或关闭正在使用它的程序"));
        }

        Console.WriteLine(json ? JsonSerializer.Serialize(new { file = output.FullName }, JsonSerializerOptions.Web) : output.FullName);
        return Exit.Done;
    }
}
