using System.Text;
using Xueheng.Engines.Location;
using Xueheng.Engines.Location.Reading;
using Xueheng.Engines.Solving;

namespace Xueheng.Planning;

/// <summary>What to solve, from files.</summary>
/// <param name="Connectivity">The file of neighbours; needed where areas must be connected.</param>
/// <param name="OpenExactly">How many facilities to open; null leaves it to the file or the costs.</param>
/// <param name="Rounding">What becomes of distances of the p-median; null to go by the file.</param>
public sealed record LocationTask(LocationProblem Problem, string File, string? Connectivity, int? OpenExactly, DistanceRounding? Rounding);

/// <summary>A solved instance.</summary>

/// <param name="Seconds">From the reading of the files on.</param>
public sealed record SolvedLocation(LocationInstance Instance, LocationAnswer Answer, double Seconds);

/// <summary>选址与划片: reads an instance from files, says what is wrong with it, solves it within a budget.</summary>
public static class SolveLocation
{
    private const long LargestFile = 64 << 20;

    /// <param name="cancellation">When cancelled the best answer so far is the answer.</param>
    public static async Task<Outcome<SolvedLocation>> RunAsync(LocationTask task, Budget budget, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(budget);
        if (task.Problem.AsksConnectedAreas() && task.Connectivity is null)
        {
            return new Failure("XH6009", "片区要相连，请用 --connectivity 给出相邻关系的文件");
        }

        var units = await ReadAsync(task.File);
        if (!units.Succeeded)
        {
            return units.Failure;
        }

        var pairs = task.Connectivity is { } path && task.Problem.AsksConnectedAreas() ? await ReadAsync(path) : (Outcome<string>?)null;
        if (pairs is { Succeeded: false })
        {
            return pairs.Value.Failure!;
        }

        var read = task.Problem == LocationProblem.PMedian
            ? ReadPMedian.Run(units.Value, task.OpenExactly, task.Rounding)
            : ReadUnits.Run(units.Value, task.Problem, pairs?.Value, task.OpenExactly);
        if ((read.Fault ?? CheckInstance.Run(read.Instance!, read.Lines)) is { } fault)
        {
            var file = Path.GetFileName(fault.OfConnectivity ? task.Connectivity! : task.File);
            return new Failure(fault.Code, $"文件“{file}”{(fault.Line is { } line ? $"第 {line} 行" : "")}：{fault.Message}");
        }

        var answer = await Task.Run(() => FindLocation.Run(read.Instance!, budget, cancellation), CancellationToken.None);
        return answer is null
            ? new Failure("XH6011", "在给定的时间内没有找到一个可行的方案，请加长 --time 或 --work，或放宽容量")
            : new SolvedLocation(read.Instance!, answer, budget.Elapsed.TotalSeconds);
    }

    private static async Task<Outcome<string>> ReadAsync(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return new Failure("XH6001", $"找不到文件 {file.FullName}，请核对路径");
        }

        if (file.Length > LargestFile)
        {
            return new Failure("XH6001", $"文件“{file.Name}”超过 {LargestFile >> 20} MB，不像是选址的数据，请核对");
        }

        try
        {
            return await File.ReadAllTextAsync(file.FullName, Encoding.UTF8, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Failure("XH6001", $"打不开文件“{file.Name}”：{e.Message.ReplaceLineEndings(" ")}");
        }
    }
}
