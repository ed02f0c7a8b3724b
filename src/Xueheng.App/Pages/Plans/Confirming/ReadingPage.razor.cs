using Microsoft.AspNetCore.Components;
using Xueheng.App.Pages.People;
using Xueheng.Engines.Text;
using Xueheng.Packs;
using Xueheng.Plans;
using Xueheng.Plans.Confirming;
using Xueheng.Plans.Measuring;

namespace Xueheng.App.Pages.Plans.Confirming;

public sealed partial class ReadingPage
{
    private Plan? _plan;
    private PlanDocument? _document;
    private IReadOnlyList<Commitment>? _commitments;
    private IReadOnlyList<Commitment> _shown = [];
    private IReadOnlyList<IReadOnlyList<Piece>>? _lines;
    private Dictionary<Guid, int> _numbers = [];
    private Dictionary<Guid, CommitmentState> _states = [];
    private IReadOnlyDictionary<Guid, string> _sections = new Dictionary<Guid, string>();
    private Dictionary<Guid, Guid?> _targets = [];
    private IReadOnlyList<string> _divisions = [];
    private IReadOnlyList<MetricChoices> _choices = [];
    private CommitmentState? _state;
    private Commitment? _open;
    private CommitmentInput? _input;
    private CommitmentInput? _adding;
    private string? _text;
    private string? _at;
    private string? _find;
    private string? _failure;
    private bool _conflict;
    private string _here = "";

    [Inject]
    internal FindPlans Plans { get; set; } = null!;

    [Inject]
    internal FindCommitments Find { get; set; } = null!;

    [Inject]
    internal MetricCatalogue Catalogue { get; set; } = null!;

    [Inject]
    internal PackLibrary Packs { get; set; } = null!;

    [Inject]
    internal ActingPerson Person { get; set; } = null!;

    [Parameter]
    public Guid Plan { get; set; }

    /// <summary>Only those of one state.</summary>
    [SupplyParameterFromQuery(Name = "state")]
    public string? State { get; set; }

    /// <summary>The commitment that is open.</summary>
    [SupplyParameterFromQuery(Name = "at")]
    public string? At { get; set; }

    /// <summary>A sentence to be added, as two offsets, or <c>new</c> for one that is written by hand.</summary>
    [SupplyParameterFromQuery(Name = "add")]
    public string? Add { get; set; }

    protected override async Task<bool> OpenAsync(CancellationToken cancellation)
    {
        _plan = await Plans.FindAsync(County, Plan, cancellation);
        if (_plan is null)
        {
            return false;
        }

        _here = new Uri(Navigation.Uri).PathAndQuery;
        _state = Enum.TryParse<CommitmentState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;
        await ReadAsync();
        return true;
    }

    /// <summary>Everything as it stands now; what was typed is left alone.</summary>
    private async Task ReadAsync()
    {
        var cancellation = Context.RequestAborted;
        var all = await Find.ListAsync(County, Plan, cancellation);
        _numbers = all.Index().ToDictionary(c => c.Item.Id, c => c.Index + 1);
        _states = all.ToDictionary(c => c.Id, c => c.State);
        _open = Guid.TryParse(At, out var at) ? all.FirstOrDefault(c => c.Id == at) : null;
        _shown = [.. all.Where(c => _state is null || c.State == _state || c.Id == _open?.Id)];
        _sections = await Find.SectionsAsync(County, Plan, cancellation);
        _targets = (await Find.TargetsAsync(County, Plan, cancellation)).ToDictionary(t => t.Key, t => (Guid?)t.Value);
        _divisions = [.. (await Find.DivisionsAsync(County, cancellation)).Union(Packs.Metrics.Divisions)];
        _document = _plan!.Document is { } document ? await Find.DocumentAsync(County, document, cancellation) : null;
        if (_document is not null)
        {
            var reading = ReadDocument.Run(_document.Text, Packs.Reading, _document.Date);
            _lines = DocumentPieces.Of(_document.Text, [.. all.Where(c => c.State != CommitmentState.Rejected || c.Id == _open?.Id)], [.. reading.Sentences.Select(s => s.At)], reading.Noise);
            if (Add is not null && _adding is null)
            {
                (_adding, _text, _at) = Sentence(reading);
            }
        }
        else if (Add is not null && _adding is null)
        {
            (_adding, _text, _at) = (CommitmentInput.Empty, "", "");
        }

        _input ??= _open is null ? null : CommitmentInput.Of(_open);
        if ((_input ?? _adding) is { } shown)
        {
            _choices = MetricChoices.Of(Catalogue, Packs, shown, _find);
        }

        _commitments = all;
    }

    private (CommitmentInput, string, string) Sentence(Engines.Text.Reading reading) =>
        reading.Sentences.FirstOrDefault(s => Add == $"{s.At.Start}-{s.At.End}") is { } sentence
            ? (CommitmentInput.Empty with { Subject = sentence.Text.TrimEnd('。', '；', ';', '！', '!') is { Length: <= 200 } subject ? subject : "" }, sentence.Text, Add!)
            : (CommitmentInput.Empty, "", "");

    private MetricDefinition? Likely(Commitment commitment) => Catalogue.Likely(commitment.Subject, commitment.Stage, commitment.Unit);

    /// <summary>The page with a commitment open, or with a sentence to be added.</summary>
    private string Address(Guid? at, string? add = null) =>
        Place.Address.Reading(Plan) + Query(("state", _state?.ToString().ToLowerInvariant()), ("at", at?.ToString()), ("add", add));

    private string Filter(CommitmentState? state) => Place.Address.Reading(Plan) + Query(("state", state?.ToString().ToLowerInvariant()));

    private static string Query(params (string Name, string? Value)[] parts) =>
        parts.Where(p => p.Value is not null).Select(p => $"{p.Name}={p.Value}").ToList() is { Count: > 0 } said ? "?" + string.Join('&', said) : "";

    private static string Anchor(Guid commitment) => "#c-" + commitment;

    private static string Step(string step, Commitment commitment) => $"{step}:{commitment.Id}:{commitment.Edit}";

    /// <summary>Names of choices as people read them; anything else as it is.</summary>
    private string Say(string value) =>
        value.Length == 0 ? "—"
        : Enum.TryParse<Engines.Text.CommitmentKind>(value, out var kind) && !char.IsAsciiDigit(value[0]) ? L[PlanWords.Of(kind)]
        : Enum.TryParse<Engines.Text.Comparison>(value, out var comparison) && !char.IsAsciiDigit(value[0]) ? L[PlanWords.Of(comparison)]
        : Census.StageNames.Parse(value) is { } stage && value == Census.StageNames.Id(stage) ? L[Census.StageNames.Chinese(stage)]
        : Metric.Parse(value) is { } metric && Catalogue.Find(metric) is { Succeeded: true, Value.Name: var name } ? name
        : value;
}
