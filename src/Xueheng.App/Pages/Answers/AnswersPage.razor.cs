using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Lists;
using Xueheng.Census;
using Xueheng.Reports;

namespace Xueheng.App.Pages.Answers;

public sealed partial class AnswersPage
{
    private Listing<PrintSummary> _prints = null!;
    private string? _failure;

    [Inject]
    internal ReportTemplates Templates { get; set; } = null!;

    [Inject]
    internal Figures.Measured Measured { get; set; } = null!;

    [Inject]
    internal PrintReport Report { get; set; } = null!;

    [Inject]
    internal PrintList Prints { get; set; } = null!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = null!;

    [Parameter]
    public required string County { get; set; }

    [Parameter]
    public int Period { get; set; }

    [CascadingParameter]
    public required HttpContext Context { get; set; }

    protected override async Task OnInitializedAsync() =>
        _prints = (await Prints.OpenAsync(new ListAt(Place), Context.RequestAborted)).Value;

    private async Task PrintAsync(string template)
    {
        var printed = await Report.RunAsync(
            new PrintCommand(CountyCode.Parse(County)!.Value, Census.Period.Parse($"{Period}")!.Value, template, new Uri(Navigation.BaseUri)),
            Context.RequestAborted);
        if (!printed.Succeeded)
        {
            _failure = printed.Failure.Message;
            return;
        }

        Navigation.NavigateTo(PrintFile.PageOf(Place.Address, printed.Value.Id));
    }
}
