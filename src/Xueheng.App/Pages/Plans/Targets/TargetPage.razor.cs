using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.People;
using Xueheng.App.Pages.Places;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Confirming;
using Xueheng.Plans.Progress;
using Xueheng.Plans.Targets;

namespace Xueheng.App.Pages.Plans.Targets;

public sealed partial class TargetPage
{
    private Plan? _plan;
    private TargetStanding? _standing;
    private TargetChart? _chart;
    private Commitment? _commitment;
    private Listing<MetricRow>? _rows;
    private IReadOnlyList<(string Period, string Value)> _steps = [];
    private IReadOnlyList<MetricReading> _history = [];
    private IReadOnlyList<TaskRow> _tasks = [];
    private int _taskCount;
    private Target? _theirs;
    private int _edit;
    private string? _failure;

    [Inject]
    internal FindPlans Plans { get; set; } = null!;

    [Inject]
    internal FindCommitments Find { get; set; } = null!;

    [Inject]
    internal MeasureTargets Measure { get; set; } = null!;

    [Inject]
    internal EditTargetPath EditPath { get; set; } = null!;

    [Inject]
    internal MetricRowList Rows { get; set; } = null!;

    [Inject]
    internal TasksUnder Tasks { get; set; } = null!;

    [Inject]
    internal TimeProvider Clock { get; set; } = null!;

    [Inject]
    internal ActingPerson Person { get; set; } = null!;

    [Inject]
    internal PublishedNow Now { get; set; } = null!;

    [Parameter]
    public Guid Plan { get; set; }

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        var plan = await Plans.FindAsync(County, Plan, cancellation);
        if (plan is null || !await ReadAsync())
        {
            return false;
        }

        _plan = plan;
        _steps = Written(_standing!.Target);
        _edit = _standing.Target.Edit;
        _commitment = _standing.Target.Commitment is { } commitment ? (await Find.ListAsync(County, Plan, cancellation)).FirstOrDefault(c => c.Id == commitment) : null;
        (_tasks, _taskCount) = await Tasks.RunAsync(County, Plan, _commitment?.Item, cancellation);
        if (_standing.Reading is { } reading)
        {
            _rows = await Rows.OpenAsync(new ListAt(Place, ("plan", Plan.ToString()), ("target", Id.ToString())), _standing.Target, reading, cancellation);
        }
        return true;
    }

    private async Task<bool> ReadAsync()
    {
        _standing = (await Measure.RunAsync(County, Period, Plan, Context.RequestAborted)).FirstOrDefault(t => t.Target.Id == Id);
        if (_standing is null)
        {
            return false;
        }

        _history = await Measure.HistoryAsync(_standing.Target, Period, Context.RequestAborted);
        _chart = TargetChart.Of(_standing, _history);
        return true;
    }

    private async Task SaveAsync()
    {
        var form = Context.Request.Form;
        _ = int.TryParse(form["Edit"], out var edit);
        var typed = form["Period"].Zip(form["Value"], (p, v) => (Period: p?.Trim() ?? "", Value: v?.Trim() ?? "")).ToList();
        List<PathStep>? path = null;
        if (form["Do"] != "draw")
        {
            path = [];
            foreach (var (period, value) in typed.Where(t => t.Value.Length > 0))
            {
                if (!int.TryParse(period, out var year) || !decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
                {
                    (_steps, _failure) = (Open(typed), L["“{0} {1}”不是学年和数，请改正后再保存。", period, value]);
                    return;
                }

                path.Add(new PathStep { Period = year, Value = number });
            }
        }

        var saved = await EditPath.RunAsync(new EditPathCommand(County, Plan, Id, edit, path, Person.Name), Context.RequestAborted);
        if (saved.Succeeded)
        {
            Person.Remember();
            Now.Forget();
            Navigation.NavigateTo(Place.Address.Target(Plan, Id));
            return;
        }

        _failure = saved.Failure.Message;
        if (await ReadAsync() && saved.Failure.Code == Edits.StaleCode)
        {
            (_theirs, _edit) = (_standing!.Target, _standing.Target.Edit);
            _failure += L["对方改成：{0}。", string.Join(L["，"], _theirs.Path.Select(s => $"{Place.Years(s.Period)} {PlanWords.Number(s.Value)}"))];
        }

        _steps = Open(typed);
    }

    private static IReadOnlyList<(string, string)> Written(Target target) =>
        Open([.. target.Path.OrderBy(s => s.Period).Select(s => (s.Period.ToString(CultureInfo.InvariantCulture), s.Value.ToString("0.######", CultureInfo.InvariantCulture)))]);

    /// <summary>With an empty line at the end for one more year.</summary>
    private static IReadOnlyList<(string, string)> Open(IReadOnlyList<(string Period, string Value)> steps) => [.. steps.Where(s => s.Period.Length > 0), ("", "")];

    private string Measured(string period) =>
        _history.FirstOrDefault(r => r.Period.ToString(CultureInfo.InvariantCulture) == period)?.Value is { } value ? PlanWords.Number(value) : "—";
}
