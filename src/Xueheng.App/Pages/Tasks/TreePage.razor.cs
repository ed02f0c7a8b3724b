using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.People;
using Xueheng.Packs;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Progress;

namespace Xueheng.App.Pages.Tasks;

public sealed partial class TreePage
{
    private TreeRows _rows = null!;
    private IReadOnlyList<string> _divisions = [];
    private DateOnly _today;
    private AddForm? _add;
    private PlanItem? _edit;
    private ItemTyped _typed = ItemTyped.Nothing;
    private bool _dueFixed;
    private string? _locked;
    private string? _failure;
    private string? _stale;

    [Inject]
    internal ReadTree Tree { get; set; } = null!;

    [Inject]
    internal TaskRows AllTasks { get; set; } = null!;

    [Inject]
    internal FindItem Items { get; set; } = null!;

    [Inject]
    internal AddItem Add { get; set; } = null!;

    [Inject]
    internal ChangeItem Change { get; set; } = null!;

    [Inject]
    internal MoveItem Move { get; set; } = null!;

    [Inject]
    internal DeleteItem Delete { get; set; } = null!;

    [Inject]
    internal ActingPerson Person { get; set; } = null!;

    [Inject]
    internal PackLibrary Packs { get; set; } = null!;

    [Inject]
    internal TimeProvider Clock { get; set; } = null!;

    private string Here => Place.Address.PlanTree(Plan);

    protected override async Task OpenAsync(Plan plan)
    {
        _today = Clock.Today();
        _locked = PlanLock.Of(plan)?.Message;
        var tree = await Tree.RunAsync(County, Plan, Stop);
        if (_locked is null && Named("edit") is { } id && await Items.RunAsync(County, Plan, id, Stop) is { } item)
        {
            _edit = item;
            _typed = Context.Request.HasFormContentType ? ItemTyped.Read(Context.Request.Form) : ItemTyped.Of(item);
            _dueFixed = ChangeItem.IsDueFixed(plan, item);
        }

        var open = Named("open") ?? (_edit?.Kind == PlanItemKind.Task ? _edit.Parent : _edit?.Id);
        _rows = await TreeRows.ReadAsync(tree, AllTasks.Of(County, Plan), open, int.TryParse(Context.Request.Query["page"], out var page) ? page : 1, Stop);
        if (_locked is null && Context.Request.Query["add"].ToString() is { Length: > 0 } add)
        {
            var under = tree.Find(Guid.TryParse(add, out var parent) ? parent : null);
            var typed = Context.Request.HasFormContentType ? ItemTyped.Read(Context.Request.Form) : ItemTyped.Nothing with { Lead = under?.Lead ?? "" };
            _add = new AddForm(under?.Id, AddForm.KindsUnder(under?.Kind), Enum.TryParse<PlanItemKind>(Form("Kind"), out var kind) ? kind : null, typed);
        }

        if (_add is not null || _edit is not null)
        {
            _divisions = [.. (await TaskRows.LeadsAsync(AllTasks.InForce(County), Stop)).Union(Packs.Metrics.Divisions)];
        }
    }

    private string Form(string name) => Context.Request.HasFormContentType ? Context.Request.Form[name].ToString() : "";

    private async Task AddAsync()
    {
        var fields = _add!.Typed.Fields();
        var added = !fields.Succeeded ? fields.Failure
            : await Add.RunAsync(new AddItemCommand(County, Plan, _add.Under, _add.Kind ?? PlanItemKind.Task, fields.Value, Person.Typed ?? ""), Stop);
        Show(added, item => $"{Here}?open={(item.Kind == PlanItemKind.Task ? item.Parent : item.Id)}#i{item.Id:N}");
    }

    private async Task EditAsync()
    {
        var by = Person.Typed ?? "";
        var item = _edit!;
        switch (Form("Do"))
        {
            case "delete":
                var deleted = await Delete.RunAsync(new DeleteItemCommand(County, item.Id, Seen, by), Stop);
                Show(deleted, _ => $"{Here}?open={item.Parent}");
                break;
            case "move":
                Show(await Move.RunAsync(new MoveItemCommand(County, item.Id, Guid.TryParse(Form("Parent"), out var to) ? to : null, int.MaxValue, by), Stop), At);
                break;
            case "up" or "down":
                var place = await Items.PlaceAsync(item, Stop) + (Form("Do") == "up" ? -1 : 1);
                Show(await Move.RunAsync(new MoveItemCommand(County, item.Id, item.Parent, place, by), Stop), At);
                break;
            default:
                var fields = _typed.Fields();
                Show(fields.Succeeded ? await Change.RunAsync(new ChangeItemCommand(County, item.Id, Seen, fields.Value, by), Stop) : fields.Failure, At);
                break;
        }
    }

    private int Seen => int.TryParse(Form("Edit"), out var edit) ? edit : 0;

    private string At(PlanItem item) => $"{Here}?open={(item.Kind == PlanItemKind.Task ? item.Parent : item.Id)}#i{item.Id:N}";

    private void Show<T>(Outcome<T> outcome, Func<T, string> then)
    {
        if (outcome.Succeeded)
        {
            Person.Remember();
            Navigation.NavigateTo(then(outcome.Value));
            return;
        }

        (_stale, _failure) = outcome.Failure.Code == Edits.StaleCode ? (outcome.Failure.Message, (string?)null) : (null, outcome.Failure.Message);
    }

    private IEnumerable<Branch> Parents()
    {
        var own = _rows.Tree.Find(_edit!.Id)?.All().Select(b => b.Id).ToHashSet() ?? [];
        return _rows.Tree.All.Where(b => !own.Contains(b.Id) && AddForm.KindsUnder(b.Kind).Contains(_edit.Kind));
    }

    private string WhoOf(string? lead, IReadOnlyList<string> supporting, string? head) => string.Join(
        " · ",
        new[] { lead, supporting.Count > 0 ? L["配合：{0}", string.Join('、', supporting)].Value : null, head }.Where(w => !string.IsNullOrEmpty(w)));

    private string OpenOf(Branch branch) =>
        _rows.IsOpen(branch) && _rows.Open == branch ? $"{Here}?open={branch.Parent}" : $"{Here}?open={branch.Id}#i{branch.Id:N}";

    /// <param name="Under">Null for the top.</param>
    private sealed record AddForm(Guid? Under, IReadOnlyList<PlanItemKind> Kinds, PlanItemKind? Kind, ItemTyped Typed)
    {
        public static IReadOnlyList<PlanItemKind> KindsUnder(PlanItemKind? kind) => kind switch
        {
            null or PlanItemKind.Goal => [PlanItemKind.Goal, PlanItemKind.Action, PlanItemKind.Task],
            PlanItemKind.Action => [PlanItemKind.Action, PlanItemKind.Task],
            _ => [],
        };
    }
}
