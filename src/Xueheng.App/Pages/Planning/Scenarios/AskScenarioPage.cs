using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Pages.People;
using Xueheng.Planning.Scenarios;

namespace Xueheng.App.Pages.Planning.Scenarios;

/// <summary>A page on which a scenario is asked for by a form.</summary>
/// <param name="kind">An <see cref="IScenarioKind.Id"/>.</param>
public abstract class AskScenarioPage(string kind) : PeriodPage
{
    [Inject]
    internal ScenarioDesk Desk { get; set; } = null!;

    [Inject]
    internal ActingPerson Person { get; set; } = null!;

    [Inject]
    internal ScenarioList Lists { get; set; } = null!;

    [Inject]
    private IStringLocalizer<Texts> Words { get; set; } = null!;

    [Inject]
    private protected Places.Place In { get; set; } = null!;

    protected string Kind => kind;

    /// <summary>Why what was sent was refused.</summary>
    protected string? Refused { get; set; }

    /// <summary>Most seconds of the form.</summary>
    protected double Seconds => double.TryParse(Sent("Seconds"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    /// <summary>A field as it was sent; null where nothing was.</summary>
    protected string? Sent(string field) => Context.Request.HasFormContentType ? Context.Request.Form[field].ToString() : null;

    /// <summary>Those of the school year; null when there are none.</summary>
    protected async Task<Listing<ScenarioListed>?> KeptAsync(CancellationToken cancellation) => (await Lists.OpenAsync(In, Kind, cancellation)).Value;

    /// <returns>Null when none was sent, or when it is refused, which <see cref="Refused"/> then says.</returns>
    private protected async Task<SentFile?> SentFileAsync(string field)
    {
        if (Context.Request.Form.Files[field] is not { Length: > 0 } file)
        {
            return null;
        }

        if (file.Length > SentFile.MostMegabytes << 20)
        {
            Refused = Words["文件“{0}”超过 {1} MB", Path.GetFileName(file.FileName), SentFile.MostMegabytes];
            return null;
        }

        return await SentFile.OfAsync(file, Stop);
    }

    /// <summary>Goes to what was asked, or says why it was refused.</summary>
    protected void Follow(Outcome<Scenario> asked)
    {
        if (!asked.Succeeded)
        {
            Refused = asked.Failure.Message;
            return;
        }

        Person.Remember();
        Desk.Add(asked.Value.County, asked.Value.Id);
        Navigation.NavigateTo(In.Address.ScenarioOf(Kind, asked.Value.Id));
    }
}
