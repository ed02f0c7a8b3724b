using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Layout;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.Census;

namespace Xueheng.App.Pages.Data;

public sealed partial class RevisionPage
{
    private Revision? _revision;
    private ImportRun? _run;
    private RevisionChanges? _changes;
    private Listing<FactChanged>? _listing;
    private string? _failure;
    private Crumb[] _crumbs = [];

    [Inject]
    internal Revisions Revisions { get; set; } = null!;

    [Inject]
    internal ImportRuns Runs { get; set; } = null!;

    [Inject]
    internal CompareRevisions Compare { get; set; } = null!;

    [Inject]
    internal RevisionChangeList Changes { get; set; } = null!;

    [Inject]
    internal PublishRevision Publish { get; set; } = null!;

    [Inject]
    internal PublishedNow Now { get; set; } = null!;

    [Parameter]
    public int Number { get; set; }

    [SupplyParameterFromForm(FormName = "publish")]
    public PublishForm? Form { get; set; }

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        var revision = await Revisions.FindAsync(County, Number, cancellation);
        if (!revision.Succeeded)
        {
            return false;
        }

        _crumbs = [new Crumb(L["数据"], Place.Address.Data)];
        _run = (await Runs.ListAsync(County, cancellation)).FirstOrDefault(r => r.Revision == Number);
        if (await Compare.RunAsync(County, null, Number, cancellation) is { Succeeded: true } compared)
        {
            _changes = compared.Value;
            _listing = Changes.Open(new ListAt(Place, ("to", Number.ToString(CultureInfo.InvariantCulture))), compared.Value);
        }

        _revision = revision.Value;
        return true;
    }

    private async Task PublishAsync()
    {
        if (Form?.Sure is null)
        {
            _failure = L["请先勾选确认。"];
            return;
        }

        var published = await Publish.RunAsync(County, Number, Context.RequestAborted);
        if (!published.Succeeded)
        {
            _failure = published.Failure.Message;
            return;
        }

        Now.Forget();
        Navigation.NavigateTo(new PageAddress(County, published.Value.Period).Home);
    }

    private string Names(IReadOnlyList<SchoolRow> schools) =>
        schools.Count == 0 ? L["没有。"] : string.Join(L["、"], schools.Select(s => s.Name));

    /// <summary>The box that must be ticked.</summary>
    public sealed class PublishForm
    {
        public string? Sure { get; set; }
    }
}
