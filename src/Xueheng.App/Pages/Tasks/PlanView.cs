using Microsoft.AspNetCore.Components;
using Xueheng.Plans;

namespace Xueheng.App.Pages.Tasks;

/// <summary>A page of one plan: finds the plan its address names, or says that there is none.</summary>
public abstract class PlanView : ComponentBase
{
    [Inject]
    internal FindPlans Plans { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    [Parameter]
    public required string County { get; set; }

    [Parameter]
    public int Period { get; set; }

    [Parameter]
    public Guid Plan { get; set; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    /// <summary>The plan, once it is found.</summary>
    protected Plan? Shown { get; private set; }

    protected CancellationToken Stop => Context.RequestAborted;

    protected sealed override async Task OnInitializedAsync()
    {
        if (await Plans.FindAsync(County, Plan, Stop) is not { } plan)
        {
            Navigation.NotFound();
            return;
        }

        await OpenAsync(plan);
        Shown = plan;
    }

    protected abstract Task OpenAsync(Plan plan);

    /// <summary>A key of the address's query that names an item; null without one.</summary>
    protected Guid? Named(string key) => Guid.TryParse(Context.Request.Query[key], out var id) ? id : null;
}
