using Microsoft.AspNetCore.Components;

namespace Xueheng.App.Pages;

/// <summary>A page of one county and school year. Its address may name something that is not there; then neither is the page.</summary>
public abstract class PeriodPage : ComponentBase
{
    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    [Parameter]
    public required string County { get; set; }

    [Parameter]
    public int Period { get; set; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    /// <summary>Reads what the page shows.</summary>
    /// <returns>False when what the address names is not there.</returns>
    protected virtual Task<bool> OpenAsync(CancellationToken cancellation) => Task.FromResult(true);

    protected sealed override async Task OnInitializedAsync()
    {
        if (!await OpenAsync(Context.RequestAborted))
        {
            Navigation.NotFound();
        }
    }
}
