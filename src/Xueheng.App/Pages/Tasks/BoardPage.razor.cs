using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.People;
using Xueheng.Packs;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Progress;

namespace Xueheng.App.Pages.Tasks;

public sealed partial class BoardPage
{
    private IReadOnlyList<BoardColumn> _columns = [];
    private IReadOnlyList<string> _leads = [];
    private string? _division;
    private string? _failure;
    private DateOnly _today;

    [Inject]
    internal TaskRows Tasks { get; set; } = null!;

    [Inject]
    internal DecideTasks Decide { get; set; } = null!;

    [Inject]
    internal ActingPerson Person { get; set; } = null!;

    [Inject]
    internal PackLibrary Packs { get; set; } = null!;

    [Inject]
    internal TimeProvider Clock { get; set; } = null!;

    private string Here => Place.Address.PlanBoard(Plan);

    protected override async Task OpenAsync(Plan plan)
    {
        _today = Clock.Today();
        var rows = Tasks.Of(County, Plan);
        _leads = await TaskRows.LeadsAsync(rows, Stop);
        _division = Context.Request.Query["division"].ToString() is { Length: > 0 } division ? division : null;
        _columns = await BoardColumn.ReadAsync(_division is null ? rows : rows.Where(r => r.Lead == _division), Stop);
    }

    private async Task MoveAsync()
    {
        if (Context.Request.Form["Do"].ToString().Split(':') is not [var what, var id, var edit] || !Guid.TryParse(id, out var task) || !int.TryParse(edit, out var seen))
        {
            return;
        }

        var command = new TaskCommand(County, [task], ReasonOf(task), Person.Typed ?? "") { Edits = new Dictionary<Guid, int> { [task] = seen } };
        var outcome = what == "accept" ? await Decide.AcceptAsync(command, Stop) : await Decide.ReturnAsync(command, Stop);
        if (outcome is { Succeeded: true, Value.Done.Count: 1 })
        {
            Person.Remember();
            Navigation.NavigateTo($"{Here}?done=1{(_division is null ? "" : "&division=" + Uri.EscapeDataString(_division))}");
            return;
        }

        _failure = outcome.Failure?.Message ?? string.Join(L["；"], outcome.Value.Refused.Select(r => r.Why.Message));
    }

    private string ReasonOf(Guid task) => Context.Request.HasFormContentType ? Context.Request.Form[$"Reason.{task}"].ToString() : "";
}
