using System.CommandLine;
using System.Globalization;

namespace Xueheng.App.Commands;

/// <summary>How long to search, as every command that searches asks for it.</summary>
internal sealed class SearchOptions
{
    private readonly Option<double> _time = Positive(new Option<double>("--time") { Description = "最多算多少秒", DefaultValueFactory = _ => 60 });

    private readonly Option<double?> _work =
        Positive(new Option<double?>("--work") { Description = "按工作量而不按时间停，大约每秒一千；同样的种子在任何机器上得到同样的结果" });

    private readonly Option<int> _seed = new("--seed") { Description = "随机种子", DefaultValueFactory = _ => 1 };

    private SearchOptions()
    {
    }

    public static SearchOptions AddTo(Command command)
    {
        var search = new SearchOptions();
        command.Options.Add(search._time);
        command.Options.Add(search._work);
        command.Options.Add(search._seed);
        return search;
    }

    /// <summary>Null where work is the limit.</summary>
    public TimeSpan? Time(ParseResult parsed) => Work(parsed) is null ? TimeSpan.FromSeconds(parsed.GetValue(_time)) : null;

    public long? Work(ParseResult parsed) => (long?)parsed.GetValue(_work);

    public int Seed(ParseResult parsed) => parsed.GetValue(_seed);

    private static Option<T> Positive<T>(Option<T> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && double.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var number) && !(number is > 0 and < 1e12))
            {
                result.AddError($"选项 {option.Name} 的值“{result.Tokens[0].Value}”不对，应当大于零");
            }
        });
        return option;
    }
}
