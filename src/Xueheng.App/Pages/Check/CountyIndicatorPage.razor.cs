using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.Figures;
using Xueheng.App.Pages.Layout;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.Places;
using Xueheng.Planning.OneStep;
using Xueheng.Standards;

namespace Xueheng.App.Pages.Check;

public sealed partial class CountyIndicatorPage
{
    private Standard _standard = null!;
    private CountyIndicator? _indicator;
    private CountyMeasurement? _measured;
    private SchoolRoll.Schools _schools = null!;
    private Listing<JudgementEntry> _history = null!;
    private Crumb[] _crumbs = [];
    private IReadOnlyList<StepEffect> _steps = [];
    private string? _failure;

    [Inject]
    internal Measured Measured { get; set; } = null!;

    [Inject]
    internal SchoolRoll Roll { get; set; } = null!;

    [Inject]
    internal JudgementList History { get; set; } = null!;

    [Inject]
    internal EnterJudgement Enter { get; set; } = null!;

    [Inject]
    internal SingleSteps SingleSteps { get; set; } = null!;

    [Inject]
    internal PublishedNow Now { get; set; } = null!;

    [Parameter]
    public required string Standard { get; set; }

    [Parameter]
    public required string Indicator { get; set; }

    [SupplyParameterFromForm(FormName = "judge")]
    public JudgeForm? Form { get; set; }

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        if (Measured.Standard(Standard) is not { } standard
            || standard.FindCountyIndicator(Indicator) is not { } indicator
            || await Measured.OfAsync(Place, standard.Id, cancellation) is not { Succeeded: true } measurement)
        {
            return false;
        }

        _standard = standard;
        _schools = await Roll.OfAsync(Place.Published, cancellation);
        _history = (await History.OpenAsync(new ListAt(Place, ("standard", standard.Id), ("indicator", Indicator)), cancellation)).Value;
        _crumbs = [new Crumb(L["体检"], Place.Address.Check(standard.Id))];
        _measured = measurement.Value.CountyIndicators.First(c => c.Id == Indicator);
        _steps = _measured.Verdict == Verdict.Fails
            ? (await SingleSteps.RunAsync(Place.Published, new SingleStepsQuery(standard.Id, indicator.Id, null, null), cancellation)).Value.Steps
            : [];
        _indicator = indicator;
        return true;
    }

    private async Task JudgeAsync()
    {
        var file = Context.Request.Form.Files["File"];
        if (file?.Length > EnterJudgement.MaxFileBytes)
        {
            _failure = L["文件不超过 {0} MB。", EnterJudgement.MaxFileBytes / 1024 / 1024];
            return;
        }

        var entered = await Enter.RunAsync(
            new JudgementCommand(
                County,
                Period,
                Standard,
                Indicator,
                Enum.TryParse<Verdict>(Form?.Verdict, out var verdict) ? verdict : Verdict.Unknown,
                Form?.Evidence ?? "",
                Form?.JudgedBy ?? "",
                file is { Length: > 0 } ? file.FileName : null,
                file is { Length: > 0 } ? await ReadAsync(file) : null),
            Context.RequestAborted);
        if (!entered.Succeeded)
        {
            _failure = entered.Failure.Message;
            return;
        }

        Now.Forget();
        Navigation.NavigateTo(Place.Address.CountyIndicator(Standard, Indicator));
    }

    private static async Task<byte[]> ReadAsync(IFormFile file)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content);
        return content.ToArray();
    }

    /// <summary>What is typed into the form.</summary>
    public sealed class JudgeForm
    {
        public string? Verdict { get; set; }

        public string? Evidence { get; set; }

        public string? JudgedBy { get; set; }
    }
}
