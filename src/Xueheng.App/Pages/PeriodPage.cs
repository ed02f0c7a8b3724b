using Microsoft.AspNetCore.Components;

namespace Xueheng.App.Pages;

/// <summary>
/// A page of one county and school year. Its address may name something that is not there; then neither is the page. It is
/// drawn once, when it has been read and its form has been dealt with: the lists on it read from the same database context,
/// which serves one at a time.
/// </summary>
public abstract class PeriodPage : ComponentBase, IHandleEvent
{
    private bool _opened;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    [Parameter]
    public required string County { get; set; }

    [Parameter]
    public int Period { get; set; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    /// <summary>The reader has gone away.</summary>
    protected CancellationToken Stop => Context.RequestAborted;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!_opened)
        {
            _opened = true;
            if (!await OpenAsync(Stop))
            {
                Navigation.NotFound();
            }
        }

        await base.SetParametersAsync(ParameterView.Empty);
    }

    async Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg)
    {
        await item.InvokeAsync(arg);
        StateHasChanged();
    }

    /// <summary>Reads what the page shows.</summary>
    /// <returns>False when what the address names is not there.</returns>
    protected virtual Task<bool> OpenAsync(CancellationToken cancellation) => Task.FromResult(true);
}
