using Microsoft.EntityFrameworkCore;
using Xueheng.Storage;

namespace Xueheng.Plans.Carrying;

/// <summary>A file of evidence as it was handed in.</summary>
public sealed record EvidenceFile(string Name, byte[] Content);

/// <param name="Result">What was done; never empty.</param>
public sealed record HandInCommand(string County, Guid Task, string Result, IReadOnlyList<EvidenceFile> Files, string By);

/// <summary>报送: hands in the results of a task with its evidence. One more may be handed in until it is decided.</summary>
public sealed class HandIn(XuehengDb db, TimeProvider clock)
{
    public const int MostFiles = 10;

    /// <summary>Of one file; what is larger belongs in an archive, with its reference in the result.</summary>
    public const int MaxFileBytes = 20 * 1024 * 1024;

    public const int LongestResult = 4000;

    private const int Tries = 3;

    public async Task<Outcome<PlanItem>> RunAsync(HandInCommand command, CancellationToken cancellation)
    {
        if (Refusal(command) is { } refusal)
        {
            return refusal;
        }

        for (var left = Tries; left > 0; left--)
        {
            if (await db.Set<PlanItem>().FirstOrDefaultAsync(i => i.County == command.County && i.Id == command.Task && i.Kind == PlanItemKind.Task, cancellation) is not { } task)
            {
                return PlanRules.NoItem;
            }

            if ((await db.FindPlanAsync(task.County, task.Plan, cancellation))!.State != PlanState.Approved)
            {
                return PlanRules.NotInForce;
            }

            if (task.State == TaskState.Accepted)
            {
                return new Failure("XH5222", "这项任务已经验收通过，不需要再报送");
            }

            Add(task, command);
            task.State = TaskState.Submitted;
            task.Sign(command.By, clock);
            if (await db.TrySaveAsync(cancellation))
            {
                return task;
            }
        }

        return new Failure("XH5221", "正有别人在改这项任务，请稍后再试");
    }

    /// <summary>Each file is one piece of evidence with the result it belongs to; without files the result alone is one.</summary>
    private void Add(PlanItem task, HandInCommand command)
    {
        var now = clock.GetUtcNow();
        foreach (var file in command.Files.Count == 0 ? [null] : command.Files.Cast<EvidenceFile?>())
        {
            db.Add(new Evidence
            {
                County = task.County,
                Id = Guid.CreateVersion7(now),
                Task = task.Id,
                Result = command.Result.Trim(),
                FileName = file?.Name.Split('/', '\\')[^1],
                FileContent = file?.Content,
                GivenBy = command.By.Trim(),
                GivenAt = now,
                State = EvidenceState.Given,
            });
        }

        db.Add(TaskEvents.Of(task, TaskEventKind.Submitted, command.By, clock));
    }

    private static Failure? Refusal(HandInCommand command)
    {
        if (string.IsNullOrWhiteSpace(command.By))
        {
            return PlanRules.NoName;
        }

        if (string.IsNullOrWhiteSpace(command.Result))
        {
            return new Failure("XH5223", "请写明做了什么、成效如何");
        }

        if (command.Result.Length > LongestResult)
        {
            return new Failure("XH5224", $"成果说明不超过 {LongestResult} 字，更多的内容请作为佐证文件");
        }

        if (command.Files.Count > MostFiles)
        {
            return new Failure("XH5225", $"一次最多 {MostFiles} 个佐证文件，其余的可以再报送一次");
        }

        if (command.Files.FirstOrDefault(f => f.Content.Length > MaxFileBytes) is { } large)
        {
            return new Failure("XH5226", $"“{Path.GetFileName(large.Name)}”超过 {MaxFileBytes / 1024 / 1024} MB，请压缩或拆分，或存入档案并在说明里写明编号");
        }

        return command.Files.FirstOrDefault(f => f.Content.Length == 0) is { } empty
            ? new Failure("XH5227", $"“{Path.GetFileName(empty.Name)}”是空的，请检查文件")
            : null;
    }
}
