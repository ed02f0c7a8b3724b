using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Layout;
using Xueheng.App.Pages.People;
using Xueheng.Packs;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Progress;

namespace Xueheng.App.Pages.Tasks;

public sealed partial class TaskPage
{
    private OneTask? _task;
    private Crumb[] _crumbs = [];
    private bool _overdue;
    private bool _editable;
    private string? _left;
    private IReadOnlyList<int>? _unknown;
    private string? _done;
    private string? _failure;
    private string? _keptAs;
    private IReadOnlyList<EvidenceFile> _kept = [];

    [Inject]
    internal FindTask Tasks { get; set; } = null!;

    [Inject]
    internal HandIn HandsIn { get; set; } = null!;

    [Inject]
    internal DecideTasks Decide { get; set; } = null!;

    [Inject]
    internal UrgeTasks Urge { get; set; } = null!;

    [Inject]
    internal ExtendTasks Extend { get; set; } = null!;

    [Inject]
    internal KeptFiles Kept { get; set; } = null!;

    [Inject]
    internal ActingPerson Person { get; set; } = null!;

    [Inject]
    internal PackLibrary Packs { get; set; } = null!;

    [Inject]
    internal TimeProvider Clock { get; set; } = null!;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        if (await Tasks.RunAsync(County, Id, Stop) is not { } task)
        {
            return false;
        }

        var (today, days) = (Clock.Today(), Packs.WorkingDays);
        _crumbs = [new Crumb(L["方案"], Place.Address.Plans), new Crumb(task.Plan.Title, Place.Address.PlanTree(task.Plan.Id))];
        _overdue = task.Item.State is Xueheng.Plans.TaskState.Open or Xueheng.Plans.TaskState.Returned && task.Item.Due < today;
        _left = TaskText.Left(days, today, task.Item.Due, task.Item.State, L);
        _unknown = _left is null ? null : days.Unknown(today, task.Item.Due!.Value);
        _editable = PlanLock.Of(task.Plan) is null;
        _done = Said(Context.Request.Query["done"]);
        _task = task;
        return true;
    }

    /// <summary>Whether a form makes sense as the task stands.</summary>
    private bool Offers(string form) => _task is { Plan.State: PlanState.Approved, Item: var item } && form switch
    {
        "urge" => item.State is Xueheng.Plans.TaskState.Open or Xueheng.Plans.TaskState.Returned,
        "extend" => item is { State: Xueheng.Plans.TaskState.Open or Xueheng.Plans.TaskState.Returned, Due: not null },
        "decide" => item.State == Xueheng.Plans.TaskState.Submitted,
        "withdraw" => item.State == Xueheng.Plans.TaskState.Accepted,
        "hand-in" => item.State != Xueheng.Plans.TaskState.Accepted,
        _ => false,
    };

    private string? Said(string? done) => done switch
    {
        "handed-in" => L["已报送，等待验收。"].Value,
        "accepted" => L["已验收通过，任务完成。"].Value,
        "returned" => L["已退回，责任科室会看到理由。"].Value,
        "withdrawn" => L["已撤回验收，成果重新等待验收。"].Value,
        "urged" => L["已催办，责任科室会收到消息。"].Value,
        "extended" => L["已延期，两个日期和理由都已记下。"].Value,
        _ => null,
    };

    private string Typed(string form, string field) =>
        Context.Request.HasFormContentType && Context.Request.Form["_handler"] == form ? Context.Request.Form[field].ToString() : "";

    private async Task HandInAsync()
    {
        var files = new List<EvidenceFile>(await Kept.ReadAsync(Typed("hand-in", "Kept"), Stop));
        foreach (var file in Context.Request.Form.Files.GetFiles("Files").Where(f => f.FileName.Length > 0))
        {
            files.Add(new EvidenceFile(file.FileName, file.Length > HandIn.MaxFileBytes ? new byte[HandIn.MaxFileBytes + 1] : await BytesAsync(file)));
        }

        var handed = await HandsIn.RunAsync(new HandInCommand(County, Id, Typed("hand-in", "Result"), files, Person.Typed ?? ""), Stop);
        Kept.Forget(Typed("hand-in", "Kept"));
        if (handed.Succeeded)
        {
            Then("handed-in");
            return;
        }

        _failure = handed.Failure.Message;
        _kept = [.. files.Where(f => f.Content.Length is > 0 and <= HandIn.MaxFileBytes).Take(HandIn.MostFiles)];
        _keptAs = await Kept.KeepAsync(_kept, Stop);
    }

    private async Task DecideAsync()
    {
        var command = AsSeen("decide");
        if (Typed("decide", "Do") == "accept")
        {
            Show(await Decide.AcceptAsync(command, Stop), "accepted");
        }
        else
        {
            Show(await Decide.ReturnAsync(command, Stop), "returned");
        }
    }

    private async Task WithdrawAsync() => Show(await Decide.WithdrawAsync(AsSeen("withdraw"), Stop), "withdrawn");

    private async Task UrgeAsync() => Show(await Urge.RunAsync(Command("urge"), Stop), "urged");

    private async Task ExtendAsync()
    {
        ItemTyped.TryDay(Typed("extend", "Due"), out var due);
        Show(await Extend.RunAsync(Command("extend"), due, Stop), "extended");
    }

    private TaskCommand Command(string form) => new(County, [Id], Typed(form, "Reason"), Person.Typed ?? "");

    /// <summary>Of a decision over evidence: of the task as the person saw it.</summary>
    private TaskCommand AsSeen(string form) => Command(form) with
    {
        Edits = new Dictionary<Guid, int> { [Id] = int.TryParse(Typed(form, "Edit"), out var edit) ? edit : 0 },
    };

    private void Show(Outcome<TaskOutcome> outcome, string done)
    {
        if (outcome is { Succeeded: true, Value.Done.Count: 1 })
        {
            Then(done);
            return;
        }

        _failure = outcome.Failure?.Message ?? (outcome.Value.Refused.Count > 0 ? outcome.Value.Refused[0].Why.Message : L["没有这个页面"]);
    }

    private void Then(string done)
    {
        Person.Remember();
        Navigation.NavigateTo($"{Place.Address.Task(Id)}?done={done}");
    }

    private static async Task<byte[]> BytesAsync(IFormFile file)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content);
        return content.ToArray();
    }
}
