using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Layout;
using Xueheng.App.Pages.Lists;
using Xueheng.Census;

namespace Xueheng.App.Pages.Data;

public sealed partial class ImportRunPage
{
    private bool _found;
    private DateTimeOffset _at;
    private IReadOnlyList<string> _files = [];
    private ImportProgress? _progress;
    private ImportRun? _run;
    private Revision? _revision;
    private bool _markable;
    private Listing<RuleFindings> _byRule = null!;
    private Listing<SchoolFindings> _bySchool = null!;
    private Listing<Finding> _findings = null!;
    private Crumb[] _crumbs = [];

    [Inject]
    internal ImportQueue Queue { get; set; } = null!;

    [Inject]
    internal Uploads Uploads { get; set; } = null!;

    [Inject]
    internal ImportRuns Runs { get; set; } = null!;

    [Inject]
    internal Revisions Revisions { get; set; } = null!;

    [Inject]
    internal FindingsByRule ByRule { get; set; } = null!;

    [Inject]
    internal FindingsBySchool BySchool { get; set; } = null!;

    [Inject]
    internal FindingList Findings { get; set; } = null!;

    [Parameter]
    public Guid Run { get; set; }

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        // The queue first: a run that ends between the two questions is then found as ended.
        var progress = Queue.ProgressOf(Run);
        var run = await Runs.FindAsync(County, Run, cancellation);
        var upload = Uploads.Find(Run);
        if (run is null && (upload is null || upload.County != County))
        {
            return false;
        }

        _progress = progress ?? (run is { State: ImportState.Running or ImportState.Waiting } ? new ImportProgress("", run.Rows, 0, 0) : null);
        _files = upload?.Files ?? run!.Files;
        _at = upload?.At ?? run!.StartedAt;
        _crumbs = [new Crumb(L["数据"], Place.Address.Data)];
        _run = run;
        if (_progress is null && run is not null)
        {
            await ReadAsync(run, upload is not null, cancellation);
        }

        _found = true;
        return true;
    }

    private async Task ReadAsync(ImportRun run, bool kept, CancellationToken cancellation)
    {
        _revision = run.Revision is { } number && await Revisions.FindAsync(County, number, cancellation) is { Succeeded: true } revision ? revision.Value : null;
        _markable = kept && run.Errors + run.Warnings > 0;
        if (run.Errors + run.Warnings > 0)
        {
            var at = new ListAt(Place, ("run", Run.ToString()));
            _byRule = (await ByRule.OpenAsync(at, cancellation)).Value;
            _bySchool = (await BySchool.OpenAsync(at, cancellation)).Value;
            _findings = (await Findings.OpenAsync(at, cancellation)).Value;
        }
    }
}
