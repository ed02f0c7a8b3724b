using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.People;
using Xueheng.Plans;
using Xueheng.Plans.Progress;
using Xueheng.Plans.SchoolPlans;

namespace Xueheng.App.Pages.SchoolPlans;

public sealed partial class SchoolPlansPage
{
    private Listing<SchoolAction>? _actions;
    private Listing<SchoolPlanRow>? _schools;
    private PlanItem? _action;
    private int _missing;
    private string? _made;
    private string? _failure;
    private string _here = "";

    [Inject]
    internal SchoolActionList Actions { get; set; } = null!;

    [Inject]
    internal SchoolPlanList Schools { get; set; } = null!;

    [Inject]
    internal FindItem Items { get; set; } = null!;

    [Inject]
    internal MakeSchoolPlans Make { get; set; } = null!;

    [Inject]
    internal ActingPerson Person { get; set; } = null!;

    protected override async Task OpenAsync(Plan plan)
    {
        _here = new Uri(Navigation.Uri).PathAndQuery;
        _made = Context.Request.Query["made"].ToString() is { Length: > 0 } made && int.TryParse(made, out _) ? made : null;
        if (Named("action") is { } id && await Items.RunAsync(County, Plan, id, Stop) is { Kind: PlanItemKind.Action } action)
        {
            _action = action;
            _schools = (await Schools.OpenAsync(
                new ListAt(Place, ("action", action.Id.ToString())), [new ListColumn<SchoolPlanRow>("pick", "选", _ => null) { Cell = Box, Sortable = false }], Stop)).Value;
            _missing = (await Schools.RowsAsync(Place, action.Id, Stop)).Count(r => r.Plan is null);
        }
        else
        {
            _actions = (await Actions.OpenAsync(new ListAt(Place, ("plan", plan.Id.ToString())), Stop)).Value;
        }
    }

    private async Task MakeAsync()
    {
        var form = Context.Request.Form;
        var picked = form["School"].ToHashSet();
        var schools = (await Schools.RowsAsync(Place, _action!.Id, Stop))
            .Where(r => r.Plan is null && (form["Do"] == "all" || picked.Contains(r.School)))
            .Select(r => (r.School, r.Name))
            .ToList();
        if (schools.Count == 0)
        {
            _failure = L["没有选中学校，请先勾选还没有方案的学校。"];
            return;
        }

        var made = await Make.RunAsync(new MakeSchoolPlansCommand(County, _action.Id, schools, Person.Typed ?? ""), Stop);
        if (!made.Succeeded)
        {
            _failure = made.Failure.Message;
            return;
        }

        Person.Remember();
        Navigation.NavigateTo($"{Place.Address.PlanSchools(Plan)}?action={_action.Id}&made={made.Value}");
    }
}
