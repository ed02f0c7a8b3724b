using Microsoft.AspNetCore.Components;
using Xueheng.Plans;
using Xueheng.Plans.Carrying;
using Xueheng.Plans.Confirming;

namespace Xueheng.App.Pages.Plans.Confirming;

/// <summary>What the buttons of the reading screen do. A button says what and, where it is not the open commitment, which one and the edit that was shown.</summary>
public sealed partial class ReadingPage
{
    [Inject]
    internal ConfirmCommitment Confirm { get; set; } = null!;

    [Inject]
    internal AcceptCommitments AcceptAll { get; set; } = null!;

    [Inject]
    internal SplitCommitment Split { get; set; } = null!;

    [Inject]
    internal MergeCommitments Merge { get; set; } = null!;

    [Inject]
    internal AddCommitment AddByHand { get; set; } = null!;

    private IFormCollection Form => Context.Request.Form;

    private async Task ConfirmAsync()
    {
        var asked = Form["Do"].ToString().Split(':', 4);
        _find = Form["Find"].ToString() is { Length: > 0 } find ? find : null;
        var (id, edit) = asked.Length >= 3 ? (asked[1], asked[2]) : (Form["Id"].ToString(), Form["Edit"].ToString());
        _ = Guid.TryParse(id, out var commitment);
        _ = int.TryParse(edit, out var seen);
        switch (asked[0])
        {
            case "find":
                await TypedAsync(null);
                break;
            case "add":
                await AddAsync();
                break;
            case "acceptall":
                await AcceptShownAsync();
                break;
            case "accept":
                await DecideAsync(commitment, seen, CommitmentState.Accepted, null);
                break;
            case "reject":
                await DecideAsync(commitment, seen, CommitmentState.Rejected, null);
                break;
            case "link" when asked.Length == 4 && Metric.Parse(asked[3]) is { } metric:
                await LinkAsync(commitment, seen, metric);
                break;
            case "save" or "saveaccept" or "reopen" when CommitmentInput.Read(Form).ToFields(Catalogue) is var fields:
                await (fields.Succeeded
                    ? DecideAsync(commitment, seen, asked[0] switch { "saveaccept" => CommitmentState.Accepted, "reopen" => CommitmentState.Found, _ => null }, fields.Value, typed: true)
                    : TypedAsync(fields.Failure));
                break;
            case "split":
                await ThenAsync(await Split.RunAsync(new SplitCommand(County, Plan, commitment, seen, Person.Name), Context.RequestAborted), made => made.Id);
                break;
            case "merge":
                await ThenAsync(await Merge.RunAsync(new MergeCommand(County, Plan, commitment, seen, Person.Name), Context.RequestAborted), made => made.Id);
                break;
            default:
                await TypedAsync(null);
                break;
        }
    }

    private async Task DecideAsync(Guid commitment, int seen, CommitmentState? state, CommitmentFields? fields, bool typed = false)
    {
        var done = await Confirm.RunAsync(new ConfirmCommand(County, Plan, commitment, seen, state, fields, Person.Name), Context.RequestAborted);
        if (!done.Succeeded)
        {
            await RefusedAsync(done.Failure, commitment, typed);
            return;
        }

        Person.Remember();
        // On to the next that waits; without one the commitment itself stays in sight.
        var next = state is CommitmentState.Accepted or CommitmentState.Rejected
            ? _shown.SkipWhile(c => c.Id != commitment).Skip(1).FirstOrDefault(c => c.State == CommitmentState.Found)?.Id
            : null;
        Navigation.NavigateTo((typed && next is { } open ? Address(open) : Filter(_state)) + Anchor(next ?? commitment));
    }

    private async Task LinkAsync(Guid commitment, int seen, Metric metric)
    {
        if ((await Find.ListAsync(County, Plan, Context.RequestAborted)).FirstOrDefault(c => c.Id == commitment) is not { } now)
        {
            await TypedAsync(null);
            return;
        }

        await DecideAsync(commitment, seen, CommitmentState.Accepted, CommitmentFields.Of(now) with { Metric = metric });
    }

    private async Task AcceptShownAsync()
    {
        List<(Guid, int)> shown = [.. Form["Shown"].Select(s => (s ?? "").Split(':'))
            .Where(s => s.Length == 2 && Guid.TryParse(s[0], out _) && int.TryParse(s[1], out _))
            .Select(s => (Guid.Parse(s[0]), int.Parse(s[1], System.Globalization.CultureInfo.InvariantCulture)))];
        var done = await AcceptAll.RunAsync(new AcceptCommand(County, Plan, shown, Person.Name), Context.RequestAborted);
        if (!done.Succeeded)
        {
            await TypedAsync(done.Failure);
            return;
        }

        Person.Remember();
        if (done.Value.Changed.Count == 0)
        {
            Navigation.NavigateTo(Filter(null));
            return;
        }

        await ReadAsync();
        _failure = L["接受了 {0} 条；有 {1} 条在您打开之后被别人改过，没有动：第 {2} 条。", done.Value.Accepted, done.Value.Changed.Count,
            string.Join(L["、"], done.Value.Changed.Where(_numbers.ContainsKey).Select(c => _numbers[c]))];
    }

    private async Task AddAsync()
    {
        var fields = CommitmentInput.Read(Form).ToFields(Catalogue);
        if (!fields.Succeeded)
        {
            await TypedAsync(fields.Failure);
            return;
        }

        int? start = null, end = null;
        if (Form["At"].ToString().Split('-') is [var from, var to] && int.TryParse(from, out var first) && int.TryParse(to, out var last))
        {
            (start, end) = (first, last);
        }

        await ThenAsync(
            await AddByHand.RunAsync(new AddCommand(County, Plan, Form["Text"].ToString(), start, end, fields.Value, Person.Name), Context.RequestAborted), _ => null);
    }

    /// <summary>Opens what came of it, or shows why nothing did.</summary>
    private async Task ThenAsync(Outcome<Commitment> done, Func<Commitment, Guid?> open)
    {
        if (!done.Succeeded)
        {
            await RefusedAsync(done.Failure, Guid.Empty, typed: true);
            return;
        }

        Person.Remember();
        Navigation.NavigateTo((open(done.Value) is { } id ? Address(id) : Filter(_state)) + Anchor(done.Value.Id));
    }

    private async Task RefusedAsync(Failure failure, Guid commitment, bool typed)
    {
        _conflict = failure.Code == Edits.StaleCode && typed && _open is not null && (commitment == Guid.Empty || commitment == _open.Id);
        await TypedAsync(failure);
    }

    /// <summary>Shows the page as it stands now, with what was typed still in the fields.</summary>
    private async Task TypedAsync(Failure? failure)
    {
        if (Form.ContainsKey("Form.Subject"))
        {
            var typed = CommitmentInput.Read(Form);
            if (Add is not null)
            {
                (_adding, _text, _at) = (typed, Form["Text"].ToString(), Form["At"].ToString());
            }
            else
            {
                _input = typed;
            }
        }

        await ReadAsync();
        _failure = failure?.Message;
    }
}
