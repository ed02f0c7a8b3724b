using Microsoft.AspNetCore.Components;
using Xueheng.Plans;

namespace Xueheng.App.Pages.Tasks;

/// <summary>A page of one plan: finds the plan its address names, or says that there is none.</summary>
public abstract class PlanView : PeriodPage
{
    [Inject]
    internal FindPlans Plans { get; set; } = null!;

    [Parameter]
    public Guid Plan { get; set; }

    /// <summary>The plan, once it is found.</summary>
    protected Plan? Shown { get; private set; }

    protected sealed override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        if (await Plans.FindAsync(County, Plan, cancellation) is not { } plan)
        {
            return false;
        }

        await OpenAsync(plan);
        Shown = plan;
        return true;
    }

    protected abstract Task OpenAsync(Plan plan);

    /// <summary>A key of the address's query that names an item; null without one.</summary>
    protected Guid? Named(string key) => Guid.TryParse(Context.Request.Query[key], out var id) ? id : null;
}
