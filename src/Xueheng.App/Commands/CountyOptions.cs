using System.CommandLine;
using Xueheng.Census;

namespace Xueheng.App.Commands;

/// <summary>County, period and standard as several commands ask for them.</summary>
internal static class CountyOptions
{
    public static Option<string> County() => Checked(
        new Option<string>("--county") { Description = "六位区县代码", Required = true },
        text => CountyCode.Parse(text) is null ? $"“{text}”不是六位区县代码" : null);

    public static Option<int> Period() => Checked(
        new Option<int>("--period") { Description = "学年的起始年份，例如 2024 指 2024—2025 学年", Required = true },
        text => Census.Period.Parse(text) is null ? $"“{text}”不是学年" : null);

    public static Option<string> Standard() => new("--standard") { Description = "标准的编号，见 xueheng standards", Required = true };

    public static Option<string?> Stage(string description) => Checked(
        new Option<string?>("--stage") { Description = description }, text => StageNames.Parse(text) is null ? $"没有学段 {text}" : null);

    private static Option<T> Checked<T>(Option<T> option, Func<string, string?> problem)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && problem(result.Tokens[0].Value) is { } message)
            {
                result.AddError(message);
            }
        });
        return option;
    }
}
