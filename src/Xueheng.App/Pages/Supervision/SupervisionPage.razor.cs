using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.People;
using Xueheng.App.Pages.Tasks;
using Xueheng.Packs;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Progress;
using Xueheng.Plans.Supervising;

namespace Xueheng.App.Pages.Supervision;

public sealed partial class SupervisionPage
{
    /// <summary>Seconds for which an address says what was done; a filter set later keeps the address, not the message.</summary>
    private const int ToldFor = 30;

    private Listing<TaskRow>? _tasks;
    private Listing<DivisionStanding>? _divisions;
    private DateOnly _today;
    private DateOnly _soon;
    private IReadOnlyList<int> _unknown = [];
    private IReadOnlyList<(string Title, Failure Why)> _refused = [];
    private HashSet<Guid> _picked = [];
    private int _done;
    private string? _failure;
    private string _here = "";

    [Inject]
    internal SupervisionList Tasks { get; set; } = null!;

    [Inject]
    internal DivisionList Divisions { get; set; } = null!;

    [Inject]
    internal UrgeTasks Urge { get; set; } = null!;

    [Inject]
    internal ExtendTasks Extend { get; set; } = null!;

    [Inject]
    internal DecideTasks Decide { get; set; } = null!;

    [Inject]
    internal ActingPerson Person { get; set; } = null!;

    [Inject]
    internal PackLibrary Packs { get; set; } = null!;

    [Inject]
    internal TimeProvider Clock { get; set; } = null!;

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        _today = Clock.Today();
        _soon = Packs.WorkingDays.Add(_today, TaskColumns.Soon);
        _unknown = Packs.WorkingDays.Unknown(_today, _soon);
        var here = new Uri(Navigation.Uri);
        var query = ListQuery.Read(here.Query);
        _done = query["done"]?.Split('.') is [var count, var at] && long.TryParse(at, out var when) && Clock.GetUtcNow().ToUnixTimeSeconds() - when < ToldFor
            && int.TryParse(count, out var done) ? done : 0;
        _here = here.AbsolutePath + query.With(("done", null), ("page", query["page"]));
        await ReadAsync();
        return true;
    }

    private async Task ReadAsync()
    {
        var at = new ListAt(Place);
        _divisions = (await Divisions.OpenAsync(at, Context.RequestAborted)).Value;
        _tasks = (await Tasks.OpenAsync(at, [SupervisionList.Pick(Box)], Context.RequestAborted)).Value;
    }

    private string Typed(string field) => Context.Request.HasFormContentType ? Context.Request.Form[field].ToString() : "";

    private async Task DealAsync()
    {
        var seen = new Dictionary<Guid, int>();
        foreach (var picked in Context.Request.Form["Task"])
        {
            if (picked?.Split(':') is [var id, var edit] && Guid.TryParse(id, out var task) && int.TryParse(edit, out var number))
            {
                seen[task] = number;
            }
        }

        _picked = [.. seen.Keys];
        var command = new TaskCommand(County, [.. seen.Keys], Typed("Reason"), Person.Typed ?? "");
        var outcome = Typed("Do") switch
        {
            "extend" => await ExtendAsync(command),
            "accept" => await Decide.AcceptAsync(command with { Edits = seen }, Context.RequestAborted),
            "return" => await Decide.ReturnAsync(command with { Edits = seen }, Context.RequestAborted),
            _ => await Urge.RunAsync(command, Context.RequestAborted),
        };
        if (!outcome.Succeeded)
        {
            _failure = outcome.Failure.Message;
            await ReadAsync();
            return;
        }

        Person.Remember();
        if (outcome.Value.Refused.Count == 0)
        {
            Navigation.NavigateTo(_here + (_here.Contains('?') ? "&" : "?") + $"done={outcome.Value.Done.Count}.{Clock.GetUtcNow().ToUnixTimeSeconds()}");
            return;
        }

        _done = outcome.Value.Done.Count;
        _refused = outcome.Value.Refused;
        _picked.ExceptWith(outcome.Value.Done.Select(t => t.Id));
        await ReadAsync();
    }

    private Task<Outcome<TaskOutcome>> ExtendAsync(TaskCommand command)
    {
        ItemTyped.TryDay(Typed("Due"), out var due);
        return Extend.RunAsync(command, due, Context.RequestAborted);
    }
}
