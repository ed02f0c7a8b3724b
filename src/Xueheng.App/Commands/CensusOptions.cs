using System.CommandLine;
using Xueheng.Census;

namespace Xueheng.App.Commands;

/// <summary>Options and arguments that the census commands share.</summary>
internal static class CensusOptions
{
    public static Argument<FileInfo[]> Files() => new("FILE")
    {
        Description = "工作簿（.xlsx、.xls）或 .csv；几个文件合起来是一份基础数据",
        Arity = ArgumentArity.OneOrMore,
    };

    public static Option<string> County(bool required)
    {
        var option = new Option<string>("--county") { Description = "区县代码，六位数字", Required = required };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && CountyCode.Parse(text) is null)
            {
                result.AddError($"“{text}”不是区县代码，应为六位数字，如 320381");
            }
        });
        return option;
    }

    public static Option<string> Period()
    {
        var option = new Option<string>("--period") { Description = "学年，如 2024 表示 2024 年 9 月到 2025 年 8 月", Required = true };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && Xueheng.Census.Period.Parse(text) is null)
            {
                result.AddError($"“{text}”不是学年，应为四位年份，如 2024");
            }
        });
        return option;
    }
}
