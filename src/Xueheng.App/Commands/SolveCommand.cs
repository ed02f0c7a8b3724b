using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Spectre.Console;
using Xueheng.Engines.Location;
using Xueheng.Engines.Location.Reading;
using Xueheng.Engines.Solving;
using Xueheng.Planning;

namespace Xueheng.App.Commands;

/// <summary><c>xueheng solve</c>: instances of location problems from files, for whoever wants to know how good the engines are.</summary>
internal static class SolveCommand
{
    private const double DefaultSeconds = 60;

    public static Command Build() => new("solve", "求解选址与划片的标准算例")
    {
        Of("pmedian", "有容量的 p 中位：从各点中选 p 处，路程之和最小", LocationProblem.PMedian),
        Of("sscflp", "单一来源选址：开办费加上学路程（人次 × 千米）最小", LocationProblem.SingleSource),
        Of("sap", "划片：学校都开办，每片相连，不超容量，人次 × 千米最小", LocationProblem.ServiceAreas),
        Of("cflsap", "选址并划片：开办费加上学路程最小，每片与学校相连", LocationProblem.ConnectedSingleSource),
    };

    private static Command Of(string name, string description, LocationProblem problem)
    {
        var file = new Argument<string>("FILE") { Description = "算例文件" };
        var connectivity = new Option<string?>("--connectivity") { Description = "相邻关系的文件" };
        var open = new Option<int?>("-p", "--open") { Description = "正好开放几处；不写时按文件或由费用决定" };
        var time = new Option<double?>("--time") { Description = $"算多少秒，不写 --work 时默认 {DefaultSeconds}" };
        var work = new Option<long?>("--work") { Description = "算多少工作量（约为单核毫秒）而不看时钟：同样的种子在任何机器上得到同样的答案" };
        var seed = new Option<int>("--seed") { Description = "随机种子", DefaultValueFactory = _ => 1 };
        var threads = new Option<int>("--threads") { Description = "用几个核", DefaultValueFactory = _ => Math.Min(2, Environment.ProcessorCount) };
        var distance = new Option<string?>("--distance") { Description = "p 中位的路程：floor（取整）或 real（不取整）；不写时 OR-Library 的 pmedcap1 取整，其余不取整" };
        distance.AcceptOnlyFromAmong("floor", "real");
        AtLeast(time, 0.0, "秒数应大于 0");
        AtLeast(work, 0L, "工作量应大于 0");
        AtLeast(threads, 0, "核数应大于 0");
        Command command = new(name, description) { file, connectivity, open, time, work, seed, threads };
        if (problem == LocationProblem.PMedian)
        {
            command.Add(distance);
        }

        command.SetAction(async (parsed, cancellation) =>
        {
            var seconds = parsed.GetValue(time) ?? (parsed.GetValue(work) is null ? DefaultSeconds : null);
            var budget = new Budget(seconds is { } s ? TimeSpan.FromSeconds(s) : null, parsed.GetValue(work), parsed.GetValue(seed), parsed.GetValue(threads));
            DistanceRounding? rounding = problem == LocationProblem.PMedian && parsed.GetValue(distance) is { } said ? (said == "floor" ? DistanceRounding.Down : DistanceRounding.None) : null;
            var solved = await SolveLocation.RunAsync(new LocationTask(problem, parsed.GetValue(file)!, parsed.GetValue(connectivity), parsed.GetValue(open), rounding), budget, cancellation);
            if (!solved.Succeeded)
            {
                return Exit.With(solved.Failure);
            }

            Show(solved.Value, parsed.GetValue(DataOptions.Json));
            return Exit.Done;
        });
        return command;
    }

    private static void Show(SolvedLocation solved, bool json)
    {
        var (answer, instance) = (solved.Answer, solved.Instance);
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new { answer.Objective, answer.Bound, answer.Gap, solved.Seconds, answer.Assign, answer.Open, FacilityUnits = Enumerable.Range(0, instance.Facilities).Select(j => instance.Facility(j).Site) },
                ContractJson.Options));
            return;
        }

        var loads = new long[instance.Facilities];
        for (var i = 0; i < instance.Units; i++)
        {
            loads[answer.Assign[i]] += instance.Demand(i);
        }

        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[bold]{answer.Objective:0.###}[/]  下界 {answer.Bound:0.###}，差距 {answer.Gap:P4}，{solved.Seconds:0.0} 秒，{instance.Units} 个点，开放 {answer.Open.Count} 处");
        var table = new Table().Border(TableBorder.Rounded).AddColumns("设施（第几个点）", "容量", "已用");
        foreach (var j in answer.Open)
        {
            table.AddRow($"{instance.Facility(j).Site + 1}", $"{instance.Capacity(j)}", $"{loads[j]}");
        }

        AnsiConsole.Write(table);
    }

    private static void AtLeast<T>(Option<T> option, IComparable above, string sentence) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count > 0 && result.GetValueOrDefault<T>() is { } value && above.CompareTo(value) >= 0)
        {
            result.AddError(sentence);
        }
    });
}
